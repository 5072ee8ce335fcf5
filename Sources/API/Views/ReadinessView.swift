import Domain

/// How the service and its parts are doing.
struct ReadinessView: Encodable {
    /// The parts without which nothing can be done at all; every other one only makes it do less.
    private static let essential: Set<String> = ["history"]

    let status: PartStatus.State
    let parts: [PartStatus]

    /// - Parameters:
    ///   - parts: How each is doing.
    ///   - isWhole: Whether the reader may know them; others only learn how it is on the whole.
    init(parts: [PartStatus], isWhole: Bool) {
        self.parts = isWhole ? parts : []
        status =
            if parts.contains(where: { $0.state == .down && Self.essential.contains($0.name) }) {
                .down
            } else {
                parts.allSatisfy { $0.state == .ready } ? .ready : .degraded
            }
    }
}
