import Resilience
import TestSupport
import Testing

@Suite struct CircuitStateTests {
    typealias State = CircuitState<ManualClock.Instant>

    private let clock = ManualClock()
    private let configuration: CircuitConfiguration = {
        var configuration = CircuitConfiguration()
        configuration.windowCalls = 10
        configuration.windowAge = .seconds(60)
        configuration.minimumCalls = 4
        configuration.failureRate = 0.5
        configuration.openFor = .seconds(10)
        configuration.probes = 2
        return configuration
    }()

    @Test(arguments: [
        (calls: "fff", condition: "closed"),  // Too few to judge.
        (calls: "ffff", condition: "open"),
        (calls: "ssff", condition: "open"),
        (calls: "sssff", condition: "closed"),
        (calls: "sssfff", condition: "open"),
        (calls: "ssssssssssffff", condition: "closed"),  // Four of the last ten.
        (calls: "ssssssssssfffff", condition: "open"),
        (calls: "uuuuuuuuuufff", condition: "closed"),  // Undecided calls are none.
    ])
    func `opens when too many of the last calls failed`(calls: String, condition: String) throws {
        var state = State(configuration: configuration)
        for call in calls { try end(call, in: &state) }
        #expect(state.condition.rawValue == condition)
    }

    @Test func `forgets what lies too far back`() throws {
        var state = State(configuration: configuration)
        for _ in 0..<3 { try end("f", in: &state) }
        clock.advance(by: .seconds(61))
        try end("f", in: &state)
        #expect(state.condition == .closed)
    }

    @Test func `rejects while it is open and says for how long`() throws {
        var state = try opened()
        #expect(state.permit(at: clock.now) == .rejected(retryAfter: .seconds(10)))
        clock.advance(by: .seconds(9))
        #expect(state.permit(at: clock.now) == .rejected(retryAfter: .seconds(1)))
    }

    @Test func `lets as many probes through as configured when the wait is over`() throws {
        var state = try opened()
        clock.advance(by: .seconds(10))
        let first = try ticket(from: &state)
        _ = try ticket(from: &state)
        #expect(state.permit(at: clock.now) == .rejected(retryAfter: .zero))
        state.ended(.undecided, first, at: clock.now)
        _ = try ticket(from: &state)
        #expect(state.permit(at: clock.now) == .rejected(retryAfter: .zero))
        #expect(state.condition == .halfOpen)
    }

    @Test func `closes when every probe succeeded`() throws {
        var state = try opened()
        clock.advance(by: .seconds(10))
        try end("s", in: &state)
        #expect(state.condition == .halfOpen)
        try end("s", in: &state)
        #expect(state.condition == .closed)
        // The old failures are forgotten.
        for _ in 0..<3 { try end("f", in: &state) }
        #expect(state.condition == .closed)
    }

    @Test func `opens again when a probe failed`() throws {
        var state = try opened()
        clock.advance(by: .seconds(10))
        try end("s", in: &state)
        try end("f", in: &state)
        #expect(state.permit(at: clock.now) == .rejected(retryAfter: .seconds(10)))
    }

    @Test(arguments: State.Outcome.allCases)
    func `a late answer from before the last change says nothing`(outcome: State.Outcome) throws {
        var state = State(configuration: configuration)
        let late = (0..<6).compactMap { _ in try? ticket(from: &state) }
        #expect(late.count == 6)
        for _ in 0..<4 { try end("f", in: &state) }
        clock.advance(by: .seconds(10))
        let probe = try ticket(from: &state)
        for ticket in late { state.ended(outcome, ticket, at: clock.now) }
        #expect(state.condition == .halfOpen)
        state.ended(.succeeded, probe, at: clock.now)
        #expect(state.condition == .halfOpen)
    }

    @Test(arguments: UInt64(0)..<40)
    func `an open circuit never lets anything through before its time`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var state = State(configuration: configuration)
        var tickets: [State.Ticket] = []
        for _ in 0..<400 {
            let wasOpen = state.condition == .open
            switch state.permit(at: clock.now) {
            case .granted(let ticket):
                #expect(!wasOpen || state.condition == .halfOpen)
                tickets.append(ticket)
            case .rejected(let wait):
                #expect(wait <= .seconds(10) && state.condition != .closed)
            }
            if let index = tickets.indices.randomElement(using: &random), Bool.random(using: &random) {
                let outcome = State.Outcome.allCases.randomElement(using: &random) ?? .failed
                state.ended(outcome, tickets.remove(at: index), at: clock.now)
            }
            clock.advance(by: .milliseconds(Int.random(in: 0...2000, using: &random)))
        }
    }

    private func opened() throws -> State {
        var state = State(configuration: configuration)
        for _ in 0..<4 { try end("f", in: &state) }
        #expect(state.condition == .open)
        return state
    }

    private func end(_ call: Character, in state: inout State) throws {
        let ticket = try ticket(from: &state)
        let outcomes: [Character: State.Outcome] = ["s": .succeeded, "f": .failed, "u": .undecided]
        state.ended(try #require(outcomes[call]), ticket, at: clock.now)
    }

    private func ticket(from state: inout State) throws -> State.Ticket {
        let permit = state.permit(at: clock.now)
        guard case .granted(let ticket) = permit else { throw Rejected() }
        return ticket
    }

    private struct Rejected: Error {}
}
