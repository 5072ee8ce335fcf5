import Resilience
import Testing

@Suite struct RetryBudgetTests {
    @Test func `a new budget holds its reserve and no more`() {
        let budget = RetryBudget(RetryBudgetState(ratio: 0.1, reserve: 3))
        #expect((0..<5).map { _ in budget.withdraw() } == [true, true, true, false, false])
    }

    @Test(arguments: [(ratio: 0.1, calls: 1000, retries: 100), (0.5, 10, 5), (0, 1000, 0), (1, 7, 7)])
    func `earns its share of the calls`(ratio: Double, calls: Int, retries: Int) {
        var state = RetryBudgetState(ratio: ratio, reserve: 1)
        while state.withdraw() {}
        var taken = 0
        for _ in 0..<calls {
            state.deposit()
            if state.withdraw() { taken += 1 }
        }
        #expect(taken == retries)
    }

    @Test func `saves up no more than its reserve`() {
        var state = RetryBudgetState(ratio: 1, reserve: 2)
        for _ in 0..<100 { state.deposit() }
        #expect((0..<3).map { _ in state.withdraw() } == [true, true, false])
    }
}
