package import Domain
import Synchronization

/// Token buckets in the memory of one instance.
package final class MemoryRateCounter<Time: Clock>: RateCounter where Time.Duration == Duration {
    private struct Bucket {
        var tokens: Double
        var at: Time.Instant
        let fullAfter: Duration
    }

    /// Beyond this many keys, buckets that are full again are swept away.
    private static var sweepCount: Int { 10_000 }

    private let buckets = Mutex<[String: Bucket]>([:])
    private let clock: Time

    package init(clock: Time = ContinuousClock()) { self.clock = clock }

    package func count(_ key: String, limit: Int, window: Duration) async -> RateDecision {
        let now = clock.now
        let perToken = window / limit
        return buckets.withLock { buckets in
            if buckets.count > Self.sweepCount {
                buckets = buckets.filter { $0.value.at.duration(to: now) < $0.value.fullAfter }
            }
            let found = buckets[key]
            let refill = found.map { $0.at.duration(to: now) / perToken } ?? 0
            let tokens = min(Double(limit), (found?.tokens ?? Double(limit)) + refill)
            guard tokens >= 1 else {
                return RateDecision(
                    isAllowed: false, remaining: 0, resetsAfter: perToken * (1 - tokens))
            }
            let left = tokens - 1
            let fullAfter = perToken * (Double(limit) - left)
            buckets[key] = Bucket(tokens: left, at: now, fullAfter: fullAfter)
            return RateDecision(isAllowed: true, remaining: Int(left), resetsAfter: fullAfter)
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
