/// Keeps keys and sessions.
///
/// Same durability as ``HistoryStore``; every write keeps its entry of the audit trail with it, both or
/// neither. What a call acknowledged is seen by the next ``accessBook(after:)`` of every process.
package protocol AccessStore: Sendable {
    /// Everything that is kept, unless it is still what a reader knows.
    ///
    /// - Parameter version: Of the book that the reader has; nil for none.
    /// - Returns: nil when nothing was written since that version, which costs one look at a number.
    func accessBook(after version: Int?) async throws(StoreError) -> AccessBook?

    /// Adds a key, and ends the one whose place it takes at a moment, if it would not end before.
    ///
    /// - Throws: ``StoreError/Code/conflict`` when identifier or prefix are taken, or the other key was
    ///   revoked; ``StoreError/Code/notFound`` when there is no other key.
    func add(_ key: AccessKey, ending replaced: Timestamp?, recording entry: AuditEntry)
        async throws(StoreError)

    /// Ends a key of a workspace for good; one that is revoked stays as it is.
    ///
    /// - Returns: The key as it is then.
    /// - Throws: ``StoreError/Code/notFound``.
    func revoke(
        _ id: AccessKey.ID, in workspace: Workspace, at now: Timestamp, recording entry: AuditEntry
    ) async throws(StoreError) -> AccessKey

    /// Starts a session, and forgets those that are over.
    ///
    /// - Throws: ``StoreError/Code/conflict`` when the digest is taken.
    func start(_ session: AccessSession, recording entry: AuditEntry) async throws(StoreError)

    /// Ends a session; there need be none.
    func endSession(_ digest: String, recording entry: AuditEntry) async throws(StoreError)
}

/// All keys and the sessions that run, at one moment.
package struct AccessBook: Sendable, Hashable {
    /// Another number after every write.
    package let version: Int
    /// By identifier, those that are over too.
    package let keys: [AccessKey]
    package let sessions: [AccessSession]

    package init(version: Int, keys: [AccessKey], sessions: [AccessSession]) {
        self.version = version
        self.keys = keys
        self.sessions = sessions
    }
}

extension StoreError {
    package static func noKey(_ id: AccessKey.ID) -> Self { Self(.notFound, "There is no key \(id)") }

    package static let revokedKey = Self(.conflict, "The key was revoked; make a new one")
}
