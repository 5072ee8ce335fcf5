package import Domain
import Synchronization

/// Counts in the memory of one instance.
package final class MemoryRateCounter<Time: Clock>: RateCounter where Time.Duration == Duration {
    private struct Window {
        var count = 0
        let end: Time.Instant
    }

    /// Beyond this many keys, windows that are over are swept away.
    private static var sweepCount: Int { 10_000 }

    private let windows = Mutex<[String: Window]>([:])
    private let clock: Time

    package init(clock: Time = ContinuousClock()) { self.clock = clock }

    package func count(_ key: String, limit: Int, window: Duration) async -> RateDecision {
        let now = clock.now
        return windows.withLock { windows in
            if windows.count > Self.sweepCount { windows = windows.filter { $0.value.end > now } }
            var current =
                windows[key].flatMap { $0.end > now ? $0 : nil }
                ?? Window(end: now.advanced(by: window))
            let isAllowed = current.count < limit
            if isAllowed { current.count += 1 }
            windows[key] = current
            return RateDecision(
                isAllowed: isAllowed, remaining: limit - current.count,
                resetsAfter: now.duration(to: current.end))
        }
    }
}

/// Requests in the memory of one instance.
package final class MemoryIdempotencyRecords<Time: Clock>: IdempotencyRecords
where Time.Duration == Duration {
    private struct Record {
        let fingerprint: String
        var answer: [UInt8]?
        var end: Time.Instant
    }

    private static var sweepCount: Int { 10_000 }

    private let records = Mutex<[String: Record]>([:])
    private let clock: Time

    package init(clock: Time = ContinuousClock()) { self.clock = clock }

    package func begin(_ key: String, fingerprint: String, lifetime: Duration) async -> IdempotencyAnswer {
        let now = clock.now
        return records.withLock { records in
            if records.count > Self.sweepCount { records = records.filter { $0.value.end > now } }
            guard let found = records[key], found.end > now else {
                records[key] = Record(fingerprint: fingerprint, end: now.advanced(by: lifetime))
                return .new
            }
            guard found.fingerprint == fingerprint else { return .mismatch }
            return found.answer.map { .finished($0) } ?? .running
        }
    }

    package func finish(_ key: String, fingerprint: String, answer: [UInt8], lifetime: Duration) async {
        let end = clock.now.advanced(by: lifetime)
        records.withLock { records in
            guard records[key].map({ $0.fingerprint == fingerprint }) ?? true else { return }
            records[key] = Record(fingerprint: fingerprint, answer: answer, end: end)
        }
    }

    package func abandon(_ key: String, fingerprint: String) async {
        records.withLock { records in
            guard let found = records[key], found.fingerprint == fingerprint, found.answer == nil else {
                return
            }
            records[key] = nil
        }
    }
}

/// No other instance is there to be woken.
package struct LonelyJobWakeUps: JobWakeUps {
    package init() {}

    package func announce() async {}

    package func wakeUps() -> AsyncStream<Void> { AsyncStream { $0.finish() } }
}
