/// The rules of a circuit breaker, without clock, lock or call.
///
/// Closed, it lets every call through and looks at the last ones. When too many of them failed it opens
/// and rejects all. After a while it is half open: a few probes go through, and they decide.
package struct CircuitState<Instant: InstantProtocol>: Sendable where Instant.Duration == Duration {
    /// Where the circuit stands, as metrics show it.
    package enum Condition: String, Sendable, Hashable, CaseIterable {
        case closed
        case halfOpen = "half_open"
        case open
    }

    /// The right to make one call, to be given back with how it ended.
    ///
    /// It remembers since when the circuit has stood as it does: an answer from before the last change
    /// says nothing about now and is ignored.
    package struct Ticket: Sendable, Hashable {
        fileprivate let generation: Int
    }

    package enum Permit: Sendable, Hashable {
        case granted(Ticket)
        case rejected(retryAfter: Duration)
    }

    package enum Outcome: Sendable, Hashable, CaseIterable {
        case succeeded, failed
        /// It succeeded, but took longer than ``CircuitConfiguration/slowAfter``.
        case slow
        /// The caller gave up, or the call failed through the caller's own fault: it says nothing about
        /// the other side.
        case undecided
    }

    private enum Phase {
        case closed(CallWindow<Instant>)
        case open(until: Instant)
        case halfOpen(running: Int, succeeded: Int)
    }

    private let configuration: CircuitConfiguration
    private var phase = Phase.closed(CallWindow())
    private var generation = 0

    package init(configuration: CircuitConfiguration = CircuitConfiguration()) {
        self.configuration = configuration
    }

    package var condition: Condition {
        switch phase {
        case .closed: .closed
        case .open: .open
        case .halfOpen: .halfOpen
        }
    }

    /// How a call that returned ended, by the time it took.
    package func outcome(of call: Duration) -> Outcome {
        configuration.slowAfter.map { call > $0 } ?? false ? .slow : .succeeded
    }

    /// Asks for a call.
    package mutating func permit(at now: Instant) -> Permit {
        switch phase {
        case .closed:
            return .granted(Ticket(generation: generation))
        case .open(let end) where now < end:
            return .rejected(retryAfter: now.duration(to: end))
        case .open:
            enter(.halfOpen(running: 1, succeeded: 0))
            return .granted(Ticket(generation: generation))
        case .halfOpen(let running, let succeeded) where running + succeeded < configuration.probes:
            phase = .halfOpen(running: running + 1, succeeded: succeeded)
            return .granted(Ticket(generation: generation))
        case .halfOpen:
            return .rejected(retryAfter: .zero)
        }
    }

    /// Takes a ticket back.
    package mutating func ended(_ outcome: Outcome, _ ticket: Ticket, at now: Instant) {
        guard ticket.generation == generation else { return }
        switch phase {
        case .closed(let window):
            ended(outcome, in: window, at: now)
        case .halfOpen(let running, let succeeded):
            probeEnded(outcome, running: running - 1, succeeded: succeeded, at: now)
        case .open:
            break  // Nobody holds a ticket of an open circuit.
        }
    }

    private mutating func ended(_ outcome: Outcome, in window: CallWindow<Instant>, at now: Instant) {
        let endings: [Outcome: CallWindow<Instant>.Ending] = [
            .succeeded: .good, .slow: .slow, .failed: .failed,
        ]
        guard let ending = endings[outcome] else { return }
        var window = window
        window.add(ending, at: now, keeping: configuration.windowCalls, for: configuration.windowAge)
        let isBad =
            window.share(of: .failed) >= configuration.failureRate
            || window.share(of: .slow) >= configuration.slowRate
        if window.count >= configuration.minimumCalls, isBad {
            enter(.open(until: now.advanced(by: configuration.openFor)))
        } else {
            phase = .closed(window)
        }
    }

    private mutating func probeEnded(_ outcome: Outcome, running: Int, succeeded: Int, at now: Instant) {
        switch outcome {
        case .failed, .slow:
            enter(.open(until: now.advanced(by: configuration.openFor)))
        case .succeeded where succeeded + 1 >= configuration.probes:
            enter(.closed(CallWindow()))
        case .succeeded:
            phase = .halfOpen(running: running, succeeded: succeeded + 1)
        case .undecided:
            phase = .halfOpen(running: running, succeeded: succeeded)
        }
    }

    private mutating func enter(_ next: Phase) {
        phase = next
        generation += 1
    }
}
