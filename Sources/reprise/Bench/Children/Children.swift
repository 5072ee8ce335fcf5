import CPOSIX
import Foundation
import Synchronization

/// The programs that a benchmark has started, so that a wish to stop reaches them all.
final class Children: Sendable {
    private struct State {
        var running: Set<pid_t> = []
        var isStopped = false
    }

    private let state = Mutex(State())

    /// Starts a program with a socket as its standard input and output.
    ///
    /// - Parameters:
    ///   - program: Its path.
    ///   - words: What stands behind its name.
    ///   - socket: Its end of the socket.
    ///   - errors: A file for its standard error.
    func start(_ program: String, _ words: [String], socket: CInt, errors: CInt) throws(BenchError) -> pid_t {
        let environment = ProcessInfo.processInfo.environment.map { "\($0.key)=\($0.value)" }
        return try state.withLock { state throws(BenchError) in
            guard !state.isStopped else { throw .stopped }
            var id: pid_t = 0
            let code = Self.withCStrings([program] + words) { words in
                Self.withCStrings(environment) { cposix_start(program, words, $0, socket, errors, &id) }
            }
            guard code == 0 else {
                throw BenchError("\(program) cannot be started: \(String(cString: strerror(code)))")
            }
            state.running.insert(id)
            return id
        }
    }

    /// Waits until a child has ended, and says how.
    func wait(for id: pid_t) -> ChildEnding {
        // The id stays the child's until it is collected below, so nobody else's process gets a signal.
        var information = siginfo_t()
        while waitid(P_PID, id_t(id), &information, WEXITED | WNOWAIT) < 0 && errno == EINTR {}
        return state.withLock { state in
            state.running.remove(id)
            var (status, usage) = (CInt(0), rusage())
            wait4(id, &status, 0, &usage)
            return ChildEnding(status: status, usage: usage)
        }
    }

    /// Whether somebody wished to stop.
    var areEnded: Bool { state.withLock { $0.isStopped } }

    /// Kills whoever runs and lets nobody else start.
    func endAll() {
        state.withLock { state in
            state.isStopped = true
            for id in state.running { kill(id, SIGKILL) }
        }
    }

    private static func withCStrings<Value>(
        _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Value
    ) -> Value {
        let copies = texts.map { strdup($0) } + [nil]
        defer { for copy in copies { free(copy) } }
        return body(copies)
    }
}
