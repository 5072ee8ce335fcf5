import Glibc
import Synchronization

/// A serial executor that owns one operating-system thread.
///
/// Give one to an actor whose body calls a blocking C library. The actor keeps its isolation, and a
/// blocking call never occupies a thread of the cooperative pool.
///
/// ```swift
/// actor Connection {
///     private let executor = DedicatedThreadExecutor(name: "sqlite")
///
///     nonisolated var unownedExecutor: UnownedSerialExecutor {
///         executor.asUnownedSerialExecutor()
///     }
///
///     // Frees the handle on the thread that used it.
///     isolated deinit {}
/// }
/// ```
///
/// The thread ends after the last reference to the executor goes away.
package final class DedicatedThreadExecutor: SerialExecutor {
    private struct Work: Sendable {
        let job: UnownedJob
        let executor: UnownedSerialExecutor
    }

    private let queue: BlockingQueue<Work>
    private let owner: ThreadIdentity

    /// Creates the executor and starts its thread.
    ///
    /// - Parameter name: The thread's name. Linux keeps the first 15 bytes.
    package init(name: String) {
        let queue = BlockingQueue<Work>()
        let owner = ThreadIdentity()
        self.queue = queue
        self.owner = owner
        NamedThread.start(name) {
            owner.adoptCurrentThread()
            while let batch = queue.takeAll() {
                for work in batch { work.job.runSynchronously(on: work.executor) }
            }
        }
    }

    deinit { queue.close() }

    package func enqueue(_ job: consuming ExecutorJob) {
        queue.append(Work(job: UnownedJob(job), executor: asUnownedSerialExecutor()))
    }

    package func checkIsolated() {
        precondition(owner.isCurrentThread, "Called off the executor's own thread")
    }

    package func isIsolatingCurrentContext() -> Bool? { owner.isCurrentThread }
}

/// Remembers which thread it was given to.
private final class ThreadIdentity: Sendable {
    private let thread = Atomic<UInt>(0)

    func adoptCurrentThread() { thread.store(UInt(pthread_self()), ordering: .relaxed) }

    var isCurrentThread: Bool { thread.load(ordering: .relaxed) == UInt(pthread_self()) }
}
