import Domain
import Synchronization

/// The warm worker processes that wait for an order.
final class WorkerCrew: Sendable {
    private struct State {
        var idle: [WorkerProcess] = []
        var started = 0
    }

    private let program: String
    private let logs: String
    private let state = Mutex(State())

    /// Starts nobody yet.
    ///
    /// - Parameters:
    ///   - program: Path of the worker's program.
    ///   - logs: Where logs go: the start of their paths.
    init(program: String, logs: String) {
        self.program = program
        self.logs = logs
    }

    /// Takes a living worker, or starts one.
    func take() throws(ProviderError) -> WorkerProcess {
        while let worker = state.withLock({ $0.idle.popLast() }) {
            if worker.isAlive { return worker }
        }
        return try start()
    }

    /// Starts a new worker.
    func start() throws(ProviderError) -> WorkerProcess {
        let number = state.withLock { state in
            state.started += 1
            return state.started
        }
        return try WorkerProcess(program: program, log: "\(logs)-\(number).log")
    }

    func giveBack(_ worker: WorkerProcess) { state.withLock { $0.idle.append(worker) } }
}
