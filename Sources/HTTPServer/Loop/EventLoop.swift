import CPOSIX
import CUV
import Glibc
import Synchronization

/// A libuv loop on a thread of its own.
///
/// A task that prefers this executor starts and resumes on that thread, so it may touch what belongs to
/// the loop without a lock. After the loop has ended, its tasks go on in the cooperative pool.
final class EventLoop: TaskExecutor, @unchecked Sendable {
    // @unchecked: `local` and the handles belong to the loop's thread. `uv_async_send` is safe from any
    // thread (libuv manual), and is only called under `inbox` while the handle is open.
    private struct Inbox {
        var jobs: [UnownedJob] = []
        var hasEnded = false
        var waiters: [CheckedContinuation<Void, Never>] = []
        /// Nothing may be sent to `wake` any more.
        var isClosed = false
    }

    let raw = UnsafeMutablePointer<uv_loop_t>.allocate(capacity: 1)
    private let wake = UnsafeMutablePointer<uv_async_t>.allocate(capacity: 1)
    private let prepare = UnsafeMutablePointer<uv_prepare_t>.allocate(capacity: 1)
    private let inbox = Mutex(Inbox())
    private let thread = Atomic<UInt>(0)
    private var local: [UnownedJob] = []
    private var kept: AnyObject?

    /// Creates the loop and starts its thread.
    init(name: String) throws(HTTPServerError) {
        guard uv_loop_init(raw) == 0, uv_async_init(raw, wake, { _ in }) == 0,
            uv_prepare_init(raw, prepare) == 0
        else {
            throw HTTPServerError(.systemFailure, "No event loop could be made; are there free descriptors?")
        }
        prepare.pointee.data = Unmanaged.passUnretained(self).toOpaque()
        // Jobs run right before the loop would sleep: those that a callback enqueued, and those from outside.
        uv_prepare_start(prepare) { handle in
            guard let data = handle?.pointee.data else { return }
            Unmanaged<EventLoop>.fromOpaque(data).takeUnretainedValue().runJobs()
        }
        uv_unref(UnsafeMutableRawPointer(prepare).assumingMemoryBound(to: uv_handle_t.self))
        try startThread(name)
    }

    deinit {
        prepare.deallocate()
        wake.deallocate()
        raw.deallocate()
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        if isCurrentThread {
            local.append(job)
            return
        }
        let isRefused = inbox.withLock { inbox in
            if inbox.isClosed { return true }
            inbox.jobs.append(job)
            if inbox.jobs.count == 1 { uv_async_send(wake) }
            return false
        }
        if isRefused { globalConcurrentExecutor.enqueue(ExecutorJob(job)) }
    }

    /// Keeps an object, which the handles point to, until the loop has ended; call it on the loop.
    func keep(_ object: AnyObject) { kept = object }

    /// Milliseconds on the loop's clock, as of the current turn.
    var now: UInt64 { uv_now(raw) }

    /// Lets the loop end once all other handles are closed; call it on the loop.
    func finish() {
        inbox.withLock { $0.isClosed = true }
        uv_close(UnsafeMutableRawPointer(wake).assumingMemoryBound(to: uv_handle_t.self), nil)
        uv_close(UnsafeMutableRawPointer(prepare).assumingMemoryBound(to: uv_handle_t.self), nil)
    }

    /// Returns once the thread is done with the loop.
    func ended() async {
        await withCheckedContinuation { continuation in
            let hasEnded = inbox.withLock { inbox in
                if !inbox.hasEnded { inbox.waiters.append(continuation) }
                return inbox.hasEnded
            }
            if hasEnded { continuation.resume() }
        }
    }

    private var isCurrentThread: Bool { thread.load(ordering: .relaxed) == UInt(pthread_self()) }

    private func runJobs() {
        // A few rounds, since jobs make jobs; then sockets have their turn.
        for _ in 0..<8 {
            let outside = inbox.withLock { inbox in
                defer { inbox.jobs.removeAll() }
                return inbox.jobs
            }
            let jobs = local + outside
            if jobs.isEmpty { return }
            local.removeAll(keepingCapacity: true)
            for job in jobs { job.runSynchronously(on: asUnownedTaskExecutor()) }
        }
        inbox.withLock { if !$0.isClosed { uv_async_send(wake) } }
    }

    private func run() {
        thread.store(UInt(pthread_self()), ordering: .relaxed)
        // libuv 1.44 writes without MSG_NOSIGNAL; blocked here, a gone client is EPIPE and no more.
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        uv_run(raw, UV_RUN_DEFAULT)
        uv_loop_close(raw)
        thread.store(0, ordering: .relaxed)
        kept = nil
        let (jobs, waiters) = inbox.withLock { inbox in
            inbox.hasEnded = true
            return (inbox.jobs, inbox.waiters)
        }
        for job in local + jobs { globalConcurrentExecutor.enqueue(ExecutorJob(job)) }
        local.removeAll()
        for waiter in waiters { waiter.resume() }
    }

    private func startThread(_ name: String) throws(HTTPServerError) {
        let start = ThreadStart(loop: self, name: name)
        var thread = pthread_t()
        let code = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                let start = Unmanaged<ThreadStart>.fromOpaque(argument).takeRetainedValue()
                cposix_name_current_thread(start.name)
                start.loop.run()
                return nil
            }, Unmanaged.passRetained(start).toOpaque())
        guard code == 0 else { throw HTTPServerError(.systemFailure, "No thread could be started.") }
        pthread_detach(thread)
    }
}

/// What the new thread is handed.
private final class ThreadStart {
    let loop: EventLoop
    let name: String

    init(loop: EventLoop, name: String) { (self.loop, self.name) = (loop, name) }
}
