import Domain
import Synchronization

/// Wakes those who wait for the next look at a job, when somebody said that something happened to it.
package final class LookHints: Sendable {
    private struct State {
        var waiting: [String: [Int: AsyncStream<Void>.Continuation]] = [:]
        var count = 0
    }

    private let state = Mutex(State())

    package init() {}

    /// Says that something happened.
    ///
    /// - Parameters:
    ///   - job: What the provider calls it.
    ///   - provider: Its name.
    package func hint(_ job: String, at provider: String) {
        let waiting = state.withLock { $0.waiting["\(provider)/\(job)"] ?? [:] }
        for continuation in waiting.values { continuation.yield() }
    }

    /// Waits for a time, or until there is a hint.
    func sleep(for pause: Duration, unless job: String, at provider: String, on clock: any Clock<Duration>)
        async throws
    {
        let key = "\(provider)/\(job)"
        let (stream, continuation) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        let number = state.withLock { state in
            state.count += 1
            state.waiting[key, default: [:]][state.count] = continuation
            return state.count
        }
        defer {
            state.withLock { state in
                state.waiting[key]?[number] = nil
                if state.waiting[key]?.isEmpty == true { state.waiting[key] = nil }
            }
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await clock.sleep(for: pause) }
            group.addTask { for await _ in stream { return } }
            try await group.next()
            group.cancelAll()
        }
        try Task.checkCancellation()
    }
}
