import Domain
import FaultyVideo
import TestSupport
import Testing

@Suite struct FaultPlanTests {
    @Test func `a plan is read from words`() throws {
        let plan = try FaultPlan(
            "seed=7,latency=5..50,transient=0.25,stall=1,retry-after=3,paid=yes,crash=0.1")
        #expect(plan.seed == 7 && plan.latency == 5...50 && plan.isPaid && plan.crash == 0.1)
        #expect(plan.errors == [.transient: 0.25] && plan.faults == [.stall: 1])
        #expect(plan.retryAfter == .seconds(3))
        #expect(try FaultPlan("") == FaultPlan(""))
    }

    @Test(arguments: [
        "seed", "seed=", "seed=x", "latency=5", "latency=9..1", "transient=2", "transient=-1", "nonsense=0.1",
        "paid=maybe", "retry-after=-1", "=", "latency=0..9999999999",
    ])
    func `what is no plan is refused by name`(text: String) {
        let error = #expect(throws: InputError.self) { try FaultPlan(text) }
        #expect(error?.field == "faults")
        #expect(error?.expected.contains("truncated") == true)
    }

    @Test func `the same seed rolls the same, and rolls are spread evenly`() throws {
        let (plan, other) = (try FaultPlan("seed=1"), try FaultPlan("seed=2"))
        let rolls = (0..<2000).map { plan.roll("job", "\($0)") }
        #expect(rolls == (0..<2000).map { plan.roll("job", "\($0)") })
        #expect(rolls != (0..<2000).map { other.roll("job", "\($0)") })
        for tenth in 0..<10 {
            let count = rolls.count { Int($0 * 10) == tenth }
            #expect((140...260).contains(count))
        }
    }
}
