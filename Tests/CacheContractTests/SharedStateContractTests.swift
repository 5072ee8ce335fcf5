import Domain
import Foundation
import MemoryCache
import RedisCache
import TestSupport
import Testing

/// Counts and records, of one instance or of all.
enum StateBackend: String, CaseIterable, Sendable {
    case memory, redis
    /// Redis is configured and nobody answers there.
    case redisAway

    func makeLink() async throws -> RedisLink {
        let port = self == .redisAway ? try FreePort.find() : try await RedisServer.common.value.port
        var limits = RedisLink.Limits()
        limits.command = .seconds(5)
        let link = RedisLink(to: try RedisAddress("redis://127.0.0.1:\(port)"), limits: limits)
        await link.connect()
        return link
    }

    func makeCounter() async throws -> any RateCounter {
        guard self != .memory else { return MemoryRateCounter() }
        return RedisRateCounter(
            link: try await makeLink(), prefix: UUID().uuidString, fallback: MemoryRateCounter())
    }

    func makeRecords(prefix: String = UUID().uuidString) async throws -> any IdempotencyRecords {
        guard self != .memory else { return MemoryIdempotencyRecords() }
        return RedisIdempotencyRecords(
            link: try await makeLink(), prefix: prefix, fallback: MemoryIdempotencyRecords())
    }
}

@Suite(.timeLimit(.minutes(5)))
struct SharedStateContractTests {
    private let hour = Duration.seconds(3600)

    @Test(arguments: StateBackend.allCases)
    func `as many are allowed as the limit says, for each key`(backend: StateBackend) async throws {
        let counter = try await backend.makeCounter()
        for key in ["a", "b"] {
            for count in 1...5 {
                let decision = await counter.count(key, limit: 3, window: hour)
                #expect(decision.isAllowed == (count <= 3))
                #expect(decision.remaining == max(0, 3 - count))
                #expect(decision.resetsAfter > .zero && decision.resetsAfter <= hour)
            }
        }
    }

    @Test func `a bucket fills up evenly and never runs over`() async {
        let clock = ManualClock()
        let counter = MemoryRateCounter(clock: clock)
        func count() async -> RateDecision { await counter.count("a", limit: 4, window: .seconds(8)) }
        for _ in 0..<4 { #expect(await count().isAllowed) }
        #expect(await count() == RateDecision(isAllowed: false, remaining: 0, resetsAfter: .seconds(2)))
        clock.advance(by: .seconds(2))
        #expect(await count() == RateDecision(isAllowed: true, remaining: 0, resetsAfter: .seconds(8)))
        #expect(await !count().isAllowed)
        clock.advance(by: .seconds(800))
        for left in [3, 2, 1, 0] { #expect(await count().remaining == left) }
        #expect(await !count().isAllowed)
    }

    @Test func `a bucket of one is full again after the window`() async {
        let clock = ManualClock()
        let counter = MemoryRateCounter(clock: clock)
        #expect(await counter.count("a", limit: 1, window: .seconds(10)).isAllowed)
        clock.advance(by: .seconds(9))
        #expect(await !counter.count("a", limit: 1, window: .seconds(10)).isAllowed)
        clock.advance(by: .seconds(1))
        #expect(await counter.count("a", limit: 1, window: .seconds(10)).isAllowed)
    }

    @Test(arguments: StateBackend.allCases)
    func `many at the same time get no more than the limit`(backend: StateBackend) async throws {
        let counter = try await backend.makeCounter()
        let allowed = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<100 {
                group.addTask { [hour] in await counter.count("a", limit: 30, window: hour).isAllowed }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(allowed == 30)
    }

    @Test(arguments: StateBackend.allCases)
    func `a request is done once and answered again`(backend: StateBackend) async throws {
        let records = try await backend.makeRecords()
        func begin(_ fingerprint: String = "f") async -> IdempotencyAnswer {
            await records.begin("k", fingerprint: fingerprint, lifetime: hour)
        }
        #expect(await begin() == .new)
        #expect(await begin() == .running)
        #expect(await begin("g") == .mismatch)
        await records.abandon("k", fingerprint: "g")
        #expect(await begin() == .running)
        await records.abandon("k", fingerprint: "f")
        #expect(await begin() == .new)
        await records.finish("k", fingerprint: "f", answer: [0, 255, 10], lifetime: hour)
        #expect(await begin() == .finished([0, 255, 10]))
        #expect(await begin("g") == .mismatch)
        await records.abandon("k", fingerprint: "f")
        #expect(await begin() == .finished([0, 255, 10]))
    }

    @Test func `two instances know each other's requests`() async throws {
        let prefix = UUID().uuidString
        let one = try await StateBackend.redis.makeRecords(prefix: prefix)
        let other = try await StateBackend.redis.makeRecords(prefix: prefix)
        #expect(await one.begin("k", fingerprint: "f", lifetime: hour) == .new)
        #expect(await other.begin("k", fingerprint: "f", lifetime: hour) == .running)
        #expect(await other.begin("k", fingerprint: "g", lifetime: hour) == .mismatch)
        await one.finish("k", fingerprint: "f", answer: [1], lifetime: hour)
        #expect(await other.begin("k", fingerprint: "f", lifetime: hour) == .finished([1]))
    }
}
