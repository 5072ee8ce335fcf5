/// The rules by which the number of calls at the same time follows what the other side bears.
///
/// Additive increase, multiplicative decrease (Chiu and Jain, 1989): a call that met an overload halves the
/// limit, and as many successes in a row as the limit allows calls raise it by one.
package struct ConcurrencyLimit: Sendable, Hashable {
    /// The right to one call, to be given back with how it ended.
    ///
    /// It remembers since when the limit has not been cut: calls that were under way at a cut met the same
    /// overload and do not cut again.
    package struct Ticket: Sendable, Hashable {
        fileprivate let generation: Int
    }

    package enum Outcome: Sendable, Hashable, CaseIterable {
        case succeeded
        /// Throttled, or failed through the other side's fault.
        case overloaded
        /// Says nothing about the other side's load.
        case undecided
    }

    private let range: ClosedRange<Int>
    /// How many calls may run now.
    package private(set) var limit: Int
    /// How many do.
    package private(set) var running = 0
    private var generation = 0
    private var successes = 0

    /// Starts at the most.
    ///
    /// - Parameter range: The least and the most calls at a time, at least 1; 5...20 by default.
    package init(_ range: ClosedRange<Int> = 5...20) {
        precondition(range.lowerBound > 0, "Without a call nothing is learnt")
        self.range = range
        limit = range.upperBound
    }

    /// Asks for a call; nil when as many run as may.
    package mutating func take() -> Ticket? {
        guard running < limit else { return nil }
        running += 1
        return Ticket(generation: generation)
    }

    /// Takes a ticket back.
    package mutating func ended(_ outcome: Outcome, _ ticket: Ticket) {
        running -= 1
        guard ticket.generation == generation else { return }
        switch outcome {
        case .succeeded:
            successes += 1
            guard successes >= limit, limit < range.upperBound else { return }
            limit += 1
            successes = 0
        case .overloaded:
            limit = max(range.lowerBound, limit / 2)
            generation += 1
            successes = 0
        case .undecided: break
        }
    }
}
