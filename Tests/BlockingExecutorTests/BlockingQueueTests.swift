import BlockingExecutor
import Testing

@Suite(.timeLimit(.minutes(5)))
struct BlockingQueueTests {
    @Test func `elements come back in order`() {
        let queue = BlockingQueue<Int>()
        for number in 1...5 { queue.append(number) }
        #expect(queue.takeFirst() == 1)
        #expect(queue.takeFirst() == 2)
        #expect(queue.takeAll() == [3, 4, 5])
    }

    @Test func `a closed queue gives what is left and then nil`() {
        let queue = BlockingQueue<Int>()
        queue.append(1)
        queue.append(2)
        queue.close()
        #expect(queue.takeFirst() == 1)
        #expect(queue.takeAll() == [2])
        #expect(queue.takeAll() == nil)
        #expect(queue.takeFirst() == nil)
    }

    @Test func `closing wakes every reader that sleeps`() async {
        let queue = BlockingQueue<Int>()
        let pool = BlockingPool(name: "test", threads: 3)
        await withTaskGroup(of: Int?.self) { group in
            for _ in 0..<3 {
                group.addTask { await pool.run { () throws(Never) in queue.takeFirst() } }
            }
            queue.close()
            for await element in group { #expect(element == nil) }
        }
    }

    @Test func `nothing is lost or doubled between writers and readers`() async {
        let queue = BlockingQueue<Int>()
        let pool = BlockingPool(name: "test", threads: 2)
        let sum = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<2 {
                group.addTask {
                    await pool.run { () throws(Never) in
                        (0..<500).reduce(0) { sum, _ in sum + (queue.takeFirst() ?? 0) }
                    }
                }
            }
            for number in 1...1000 { queue.append(number) }
            return await group.reduce(0, +)
        }
        #expect(sum == 500_500)
    }
}
