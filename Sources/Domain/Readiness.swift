/// How one part of the service is doing.
package struct PartStatus: Sendable, Hashable, Codable {
    package enum State: String, Sendable, Hashable, Codable, CaseIterable {
        case ready
        /// The service answers, with less than it could.
        case degraded
        /// What the part is for cannot be done.
        case down
    }

    /// A stable name, such as `history` or `dictionary`.
    package let name: String
    package let state: State
    /// What it is and, when not ready, what to do about it.
    package let detail: String

    package init(name: String, state: State, detail: String) {
        self.name = name
        self.state = state
        self.detail = detail
    }
}
