import CPOSIX
import Domain
import FoundationEssentials
import Glibc
import Synchronization

/// Owns one running `reprise-render`.
///
/// The kernel kills it when the thread that started it ends, so start it on a thread that stays.
final class WorkerProcess: Sendable {
    private let process: Mutex<pid_t?>
    /// One socket to write orders to and read reports from.
    let stream: CInt
    private let log: String

    /// Starts the program.
    ///
    /// - Parameters:
    ///   - program: Its path.
    ///   - log: A file for what it says on its standard error; it goes away with the worker.
    init(program: String, log: String) throws(ProviderError) {
        var pair: [CInt] = [-1, -1]
        let paired = cposix_stream_pair(&pair)
        guard paired == 0 else { throw ProviderError(errno: paired, "The media worker cannot be reached") }
        let errors = open(log, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        defer {
            close(pair[1])
            if errors >= 0 { close(errors) }
        }
        stream = pair[0]
        self.log = log
        var started: pid_t = 0
        let result = Self.withCStrings([program]) { arguments in
            Self.withCStrings(Self.environment()) { environment in
                cposix_start(program, arguments, environment, pair[1], errors >= 0 ? errors : 2, &started)
            }
        }
        process = Mutex(result == 0 ? started : nil)
        guard result == 0 else { throw ProviderError(errno: result, "The media worker cannot be started") }
    }

    deinit {
        end()
        close(stream)
        unlink(log)
    }

    /// Whether it still runs.
    var isAlive: Bool {
        process.withLock { process in
            guard let running = process, waitpid(running, nil, WNOHANG) == 0 else {
                process = nil
                return false
            }
            return true
        }
    }

    /// The last of what it said on its standard error.
    var lastWords: String {
        guard let words = try? String(contentsOfFile: log, encoding: .utf8) else { return "" }
        return String(words.suffix(500))
    }

    /// Kills it without waiting; whoever reads from it sees the end.
    func kill() { process.withLock { if let running = $0 { _ = Glibc.kill(running, SIGKILL) } } }

    /// Kills it and returns when it is gone.
    func end() {
        process.withLock { process in
            guard let running = process.take() else { return }
            _ = Glibc.kill(running, SIGKILL)
            while waitpid(running, nil, 0) < 0 && errno == EINTR {}
        }
    }

    // Keys of services are in our environment, and no business of a worker's.
    private static func environment() -> [String] {
        let kept = [
            "PATH", "HOME", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "XDG_CACHE_HOME", "FONTCONFIG_FILE",
            "FONTCONFIG_PATH",
        ]
        let passed = kept.compactMap { name in getenv(name).map { "\(name)=\(String(cString: $0))" } }
        // Swift's own crash report can hang and keep the socket open.
        return passed + ["SWIFT_BACKTRACE=enable=no"]
    }

    private static func withCStrings<Value>(
        _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Value
    ) -> Value {
        let copies = texts.map { strdup($0) } + [nil]
        defer { for copy in copies { free(copy) } }
        return body(copies)
    }
}
