/// How a store that is away is bridged.
package struct BridgeSettings: Sendable {
    /// The journal's file; its folder must exist and be this machine's.
    package var path: String
    /// When the journal has this many bytes, writes are refused; 64 MiB by default.
    package var largestBytes = 64 << 20
    /// How many prompts, and how many jobs, are kept at hand.
    package var recordsAtHand = 1000
    /// Time between two looks whether the store is back.
    package var pause: Duration = .seconds(1)
    /// Called between the steps of a write, for tests that die there.
    package var step: @Sendable (JournalStep) -> Void = { _ in }

    package init(path: String) { self.path = path }
}
