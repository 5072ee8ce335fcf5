import Resilience
import TestSupport
import Testing

/// The circuit's rules against the plainest form of them, on random histories.
@Suite struct CircuitModelTests {
    typealias State = CircuitState<ManualClock.Instant>

    /// Everything that was ever told, and judged anew at each question.
    private struct Model {
        let configuration: CircuitConfiguration
        var condition = State.Condition.closed
        var calls: [(end: Duration, outcome: State.Outcome)] = []
        var openedAt = Duration.zero
        var probes: [Int] = []
        var passed = 0
        /// Which turn of the circuit a call belongs to.
        var turn = 0

        mutating func permits(_ call: Int, at now: Duration) -> Bool {
            if condition == .open, now - openedAt >= configuration.openFor { change(to: .halfOpen) }
            switch condition {
            case .closed: return true
            case .open: return false
            case .halfOpen:
                guard probes.count + passed < configuration.probes else { return false }
                probes.append(call)
                return true
            }
        }

        mutating func ended(_ call: Int, of turn: Int, _ outcome: State.Outcome, at now: Duration) {
            guard turn == self.turn else { return }
            if condition == .halfOpen {
                probes.removeAll { $0 == call }
                if outcome == .succeeded { passed += 1 }
                if outcome == .failed || outcome == .slow { open(at: now) }
                if passed >= configuration.probes { change(to: .closed) }
            } else if outcome != .undecided {
                calls.append((now, outcome))
                let window = calls.suffix(configuration.windowCalls).drop {
                    now - $0.end > configuration.windowAge
                }
                let failed = Double(window.count { $0.outcome == .failed }) / Double(window.count)
                let slow = Double(window.count { $0.outcome == .slow }) / Double(window.count)
                guard window.count >= configuration.minimumCalls else { return }
                if failed >= configuration.failureRate || slow >= configuration.slowRate { open(at: now) }
            }
        }

        private mutating func open(at now: Duration) {
            openedAt = now
            change(to: .open)
        }

        private mutating func change(to next: State.Condition) {
            (condition, calls, probes, passed) = (next, [], [], 0)
            turn += 1
        }
    }

    @Test(arguments: UInt64(0)..<60)
    func `every history ends as the plain rules say`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var configuration = CircuitConfiguration()
        configuration.windowCalls = Int.random(in: 4...12, using: &random)
        configuration.minimumCalls = Int.random(in: 1...4, using: &random)
        configuration.probes = Int.random(in: 1...3, using: &random)
        configuration.slowAfter = .seconds(1)
        var state = State(configuration: configuration)
        var model = Model(configuration: configuration)
        let clock = ManualClock()
        var running: [(ticket: State.Ticket, call: Int, turn: Int)] = []
        for call in 0..<600 {
            let now = clock.now
            if Bool.random(using: &random) {
                let isPermitted = model.permits(call, at: now.offset)
                if case .granted(let ticket) = state.permit(at: now) {
                    #expect(isPermitted)
                    running.append((ticket, call, model.turn))
                } else {
                    #expect(!isPermitted)
                }
            } else if let index = running.indices.randomElement(using: &random) {
                let ended = running.remove(at: index)
                let outcome = State.Outcome.allCases.randomElement(using: &random) ?? .failed
                state.ended(outcome, ended.ticket, at: now)
                model.ended(ended.call, of: ended.turn, outcome, at: now.offset)
            }
            #expect(state.condition == model.condition)
            clock.advance(by: .milliseconds(Int.random(in: 0...4000, using: &random)))
        }
    }

    @Test(arguments: UInt64(0)..<20)
    func `retries never add more than a tenth to the load, and what was saved up`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let reserve = Int.random(in: 0...20, using: &random)
        var budget = RetryBudgetState(ratio: 0.1, reserve: reserve)
        var (calls, retries) = (0, 0)
        for _ in 0..<5000 {
            if Int.random(in: 0..<3, using: &random) == 0 {
                budget.deposit()
                calls += 1
            } else if budget.withdraw() {
                retries += 1
            }
            #expect(retries <= reserve + calls / 10)
        }
    }

    @Test(arguments: [(0.5, "ggss", "open"), (0.8, "gggss", "closed"), (0.8, "gssss", "open")])
    func `slow calls open the circuit as failures do`(rate: Double, calls: String, condition: String) throws {
        var configuration = CircuitConfiguration()
        configuration.minimumCalls = 4
        configuration.slowAfter = .seconds(2)
        configuration.slowRate = rate
        var state = State(configuration: configuration)
        let clock = ManualClock()
        for call in calls {
            guard case .granted(let ticket) = state.permit(at: clock.now) else { break }
            let outcome = state.outcome(of: call == "s" ? .milliseconds(2001) : .seconds(2))
            state.ended(outcome, ticket, at: clock.now)
        }
        #expect(state.condition.rawValue == condition)
    }
}
