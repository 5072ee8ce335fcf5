/// The last few calls and how they ended.
struct CallWindow<Instant: InstantProtocol>: Sendable where Instant.Duration == Duration {
    enum Ending: Sendable {
        case good, slow, failed
    }

    private struct Call {
        let end: Instant
        let ending: Ending
    }

    private var calls: [Call] = []

    /// Adds a call, and forgets those that are too many or too old.
    mutating func add(_ ending: Ending, at now: Instant, keeping count: Int, for age: Duration) {
        calls.append(Call(end: now, ending: ending))
        let recent = calls.suffix(count).drop { $0.end.duration(to: now) > age }
        calls.removeFirst(calls.count - recent.count)
    }

    var count: Int { calls.count }

    /// The share of calls that ended so, 0...1.
    func share(of ending: Ending) -> Double {
        calls.isEmpty ? 0 : Double(calls.count { $0.ending == ending }) / Double(calls.count)
    }
}
