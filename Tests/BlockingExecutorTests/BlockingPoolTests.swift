import BlockingExecutor
import Testing

@Suite(.timeLimit(.minutes(5)))
struct BlockingPoolTests {
    private struct Refused: Error, Equatable {
        let number: Int
    }

    @Test(arguments: [1, 3])
    func `every call gets its own answer`(threads: Int) async {
        let pool = BlockingPool(name: "test", threads: threads)
        await withTaskGroup(of: (Int, Int).self) { group in
            for number in 0..<200 {
                group.addTask { (number, await pool.run { () throws(Never) in number * 2 }) }
            }
            for await (number, answer) in group { #expect(answer == number * 2) }
        }
    }

    @Test func `an error keeps its type and its values`() async {
        let pool = BlockingPool(name: "test", threads: 1)
        await #expect(throws: Refused(number: 7)) {
            try await pool.run { () throws(Refused) in throw Refused(number: 7) }
        }
    }

    @Test func `as many calls block at the same time as there are threads`() async {
        let pool = BlockingPool(name: "test", threads: 2)
        let there = BlockingQueue<Void>()
        let back = BlockingQueue<Void>()
        // Each waits for the other: one thread alone would never finish.
        async let first: Void? = pool.run { () throws(Never) in
            there.append(())
            return back.takeFirst()
        }
        async let second: Void? = pool.run { () throws(Never) in
            back.append(())
            return there.takeFirst()
        }
        let answers = await [first, second]
        #expect(answers.allSatisfy { $0 != nil })
    }

    @Test func `the work runs on a thread with the pool's name`() async {
        let pool = BlockingPool(name: "codec", threads: 1)
        let name = await pool.run { () throws(Never) in currentThreadName() }
        #expect(name == "codec-0")
    }

    @Test func `the threads end with the pool`() async throws {
        for _ in 0..<20 {
            let pool = BlockingPool(name: "passing", threads: 2)
            #expect(await pool.run { () throws(Never) in 42 } == 42)
        }
        for index in 0..<2 { try await waitUntilNoThread(isNamed: "passing-\(index)") }
    }
}
