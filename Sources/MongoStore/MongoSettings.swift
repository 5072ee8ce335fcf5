package import Domain

/// How a store reaches MongoDB.
package struct MongoSettings: Sendable {
    /// A connection string, with name, password, TLS and hosts as MongoDB's manual has them.
    package var uri: Secret
    package var database: String
    /// The most connections that are used at the same time, at least 1; as many threads wait for them.
    package var connections = 8
    /// How long a call looks for a server that can take it, unless the URI says otherwise.
    ///
    /// The default is less than the time that a request gets, so that the caller hears of it.
    package var selectionTimeout: Duration = .seconds(5)
    /// How long a write waits for a majority to confirm it.
    package var writeTimeout: Duration = .seconds(10)

    /// Called between the steps of a write, for tests that die there.
    package var step: @Sendable (WriteStep) -> Void = { _ in }

    package init(uri: Secret, database: String) {
        self.uri = uri
        self.database = database
    }
}

/// How far the transaction of new prompts and revisions is.
package enum WriteStep: String, Sendable, CaseIterable {
    case began, promptsChanged, revisionsAdded, editsAdded, entriesAdded, committed
}
