/// Which requests are logged at the level `info`; the others are at `debug`.
package enum AccessLog: String, Sendable, Hashable, CaseIterable {
    /// None.
    case none
    /// Those that change something or are refused.
    case changes
    /// Every one.
    case all
}
