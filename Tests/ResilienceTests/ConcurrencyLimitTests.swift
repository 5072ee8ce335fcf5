import Resilience
import TestSupport
import Testing

@Suite struct ConcurrencyLimitTests {
    @Test func `an overload halves the limit down to the least, and successes bring it back`() throws {
        var limit = ConcurrencyLimit()
        #expect(limit.limit == 20)
        for expected in [10, 5, 5] {
            try end(.overloaded, in: &limit)
            #expect(limit.limit == expected)
        }
        for expected in 6...20 {
            for _ in 1..<expected { try end(.succeeded, in: &limit) }
            #expect(limit.limit == expected)
        }
        for _ in 0..<100 { try end(.succeeded, in: &limit) }
        #expect(limit.limit == 20)
    }

    @Test func `calls that met the same overload cut the limit once`() throws {
        var limit = ConcurrencyLimit()
        let tickets = try (0..<20).map { _ in try take(from: &limit) }
        #expect(limit.take() == nil)
        for ticket in tickets { limit.ended(.overloaded, ticket) }
        #expect(limit.limit == 10)
        #expect(limit.running == 0)
    }

    private func end(_ outcome: ConcurrencyLimit.Outcome, in limit: inout ConcurrencyLimit) throws {
        let ticket = try take(from: &limit)
        limit.ended(outcome, ticket)
    }

    private func take(from limit: inout ConcurrencyLimit) throws -> ConcurrencyLimit.Ticket {
        let ticket = limit.take()
        return try #require(ticket)
    }

    @Test(arguments: UInt64(0)..<50)
    func `in every history the limit keeps its bounds and is never exceeded by a new call`(seed: UInt64)
        throws
    {
        var random = SplitMix64(seed: seed)
        let least = Int.random(in: 1...6, using: &random)
        let range = least...Int.random(in: least...30, using: &random)
        var limit = ConcurrencyLimit(range)
        var tickets: [ConcurrencyLimit.Ticket] = []
        for _ in 0..<2000 {
            let before = limit.limit
            if Bool.random(using: &random), let ticket = limit.take() {
                tickets.append(ticket)
                #expect(limit.running <= limit.limit)
            } else if let index = tickets.indices.randomElement(using: &random) {
                let outcome = ConcurrencyLimit.Outcome.allCases.randomElement(using: &random) ?? .succeeded
                limit.ended(outcome, tickets.remove(at: index))
                #expect(outcome == .overloaded || limit.limit >= before)
                #expect(outcome == .succeeded || limit.limit <= before)
            }
            #expect(limit.running == tickets.count)
            #expect(range.contains(limit.limit) && limit.limit <= before + 1)
        }
    }
}
