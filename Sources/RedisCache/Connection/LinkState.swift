/// Whether Redis is there, and when to look again: the rules, without clock or socket.
///
/// One failure takes the link down at once, since every later request would wait for nothing. It is looked
/// for again after a wait that doubles up to a maximum; a proof of life is a connection that is logged in
/// and answered, and only real work that succeeds makes the wait short again.
struct LinkState<Instant: InstantProtocol>: Sendable where Instant.Duration == Duration {
    private enum Phase { case up, down(until: Instant), connecting }

    private var phase: Phase
    private var failures = 0
    private let shortest: Duration
    private let longest: Duration
    /// What went wrong last.
    private(set) var reason = "it was not looked for yet"

    init(at now: Instant, shortest: Duration = .milliseconds(50), longest: Duration = .seconds(2)) {
        phase = .down(until: now)
        (self.shortest, self.longest) = (shortest, longest)
    }

    var isUp: Bool { if case .up = phase { true } else { false } }

    /// Whether somebody should connect now; then nobody else is asked to until that has ended.
    mutating func startsConnecting(at now: Instant) -> Bool {
        guard case .down(let end) = phase, end <= now else { return false }
        phase = .connecting
        return true
    }

    mutating func connected() { phase = .up }

    mutating func worked() { failures = 0 }

    /// - Parameter jitter: 0...1, so that instances that lost Redis together do not come back together.
    mutating func failed(at now: Instant, because reason: String, jitter: Double) {
        self.reason = reason
        let wait = min(longest, shortest * (1 << min(failures, 20)))
        failures += 1
        phase = .down(until: now.advanced(by: wait * (0.5 + jitter / 2)))
    }
}
