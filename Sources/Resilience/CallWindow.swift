/// The last few calls and how they ended.
struct CallWindow<Instant: InstantProtocol>: Sendable where Instant.Duration == Duration {
    private struct Call {
        let end: Instant
        let isFailure: Bool
    }

    private var calls: [Call] = []

    /// Adds a call, and forgets those that are too many or too old.
    mutating func add(isFailure: Bool, at now: Instant, keeping count: Int, for age: Duration) {
        calls.append(Call(end: now, isFailure: isFailure))
        let recent = calls.suffix(count).drop { $0.end.duration(to: now) > age }
        calls.removeFirst(calls.count - recent.count)
    }

    var count: Int { calls.count }

    /// The share of calls that failed, 0...1.
    var failureRate: Double {
        calls.isEmpty ? 0 : Double(calls.count { $0.isFailure }) / Double(calls.count)
    }
}
