import BlockingExecutor
import CPOSIX
import Foundation
import Synchronization

/// A program that a test starts, reads and ends.
///
/// It is read on a thread of its own, never on the cooperative pool. `Process` of Foundation is not used:
/// it crashes now and then when several start at once.
package final class ChildProcess: Sendable {
    package struct Ending: Sendable {
        /// The exit code, or minus the number of the signal that ended it.
        package let code: Int32
        package let output: String
        package let errors: String
    }

    package struct DidNotStart: Error {
        let program: String
        let reason: String
    }

    private let id: pid_t
    /// Whether the identifier may be somebody else's by now.
    private let isReaped: Reaped
    private let lines: AsyncStream<String>
    private let endings: AsyncStream<Ending>

    private final class Reaped: Sendable {
        let value = Mutex(false)
    }

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - program: Its path.
    ///   - words: What stands behind its name.
    ///   - environment: Variables beside those of the tests; settings of Reprise are not inherited.
    ///   - input: What it reads on its standard input.
    package init(
        _ program: String, _ words: [String] = [], environment: [String: String] = [:], input: String = ""
    ) throws {
        let inherited = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("REPRISE_") }
        let variables = inherited.merging(environment) { $1 }.map { "\($0)=\($1)" }
        let folder = try TemporaryFolder()
        var pair: [Int32] = [-1, -1]
        let errors = open(folder.file("errors"), O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard errors >= 0, cposix_stream_pair(&pair) == 0 else {
            throw DidNotStart(program: program, reason: String(cString: strerror(errno)))
        }
        let (ours, theirs) = (pair[0], pair[1])
        var id: pid_t = 0
        let code = Self.withPointers(to: [program] + words) { words in
            Self.withPointers(to: variables) { cposix_start(program, words, $0, theirs, errors, &id) }
        }
        close(theirs)
        close(errors)
        guard code == 0 else {
            close(ours)
            throw DidNotStart(program: program, reason: String(cString: strerror(code)))
        }
        self.id = id
        let (lines, line) = AsyncStream<String>.makeStream()
        let (endings, ending) = AsyncStream<Ending>.makeStream()
        let reaped = Reaped()
        (self.lines, self.endings, isReaped) = (lines, endings, reaped)
        NamedThread.start("child") { [id] in
            Self.write(input, to: ours)
            let output = Self.read(ours) { line.yield($0) }
            line.finish()
            close(ours)
            let code = Self.wait(for: id, reaped)
            let errors = (try? String(contentsOfFile: folder.file("errors"), encoding: .utf8)) ?? ""
            ending.yield(Ending(code: code, output: String(decoding: output, as: UTF8.self), errors: errors))
            ending.finish()
        }
    }

    deinit { send(SIGKILL) }

    /// Returns the first line of standard output that `matches`; nil when the program ends before.
    package func line(where matches: (String) -> Bool) async -> String? {
        for await line in lines where matches(line) { return line }
        return nil
    }

    /// Its number, for `/proc`; somebody else's once it has ended.
    package var processID: Int32 { id }

    /// Sends a signal, unless the program has ended.
    package func send(_ signal: Int32) {
        isReaped.value.withLock { isReaped in
            if !isReaped { kill(id, signal) }
        }
    }

    /// Waits for the end; to be asked once.
    package func ending() async -> Ending {
        for await ending in endings { return ending }
        return Ending(code: -1, output: "", errors: "the end was asked for twice")
    }
}

extension ChildProcess {
    private static func withPointers<Result>(
        to texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let pointers = texts.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        return body(pointers)
    }

    /// Writes all of it and ends the program's standard input.
    private static func write(_ text: String, to socket: Int32) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 || errno == EINTR else { break }
            rest = rest.dropFirst(max(0, count))
        }
        shutdown(socket, Int32(SHUT_WR))
    }

    /// Reads until the program closes its standard output, and hands out whole lines.
    private static func read(_ socket: Int32, _ line: (String) -> Void) -> [UInt8] {
        var (all, pending): ([UInt8], [UInt8]) = ([], [])
        var piece = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(socket, &piece, piece.count, 0)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return all }
            all += piece[..<count]
            pending += piece[..<count]
            while let end = pending.firstIndex(of: 10) {
                line(String(decoding: pending[..<end], as: UTF8.self))
                pending.removeSubrange(...end)
            }
        }
    }

    private static func wait(for id: pid_t, _ reaped: Reaped) -> Int32 {
        var information = siginfo_t()
        // First without taking the identifier back, so that no signal goes to a stranger.
        while waitid(P_PID, id_t(id), &information, WEXITED | WNOWAIT) != 0, errno == EINTR {}
        return reaped.value.withLock { isReaped in
            var status: Int32 = 0
            waitpid(id, &status, 0)
            isReaped = true
            let signal = status & 0x7F
            return signal == 0 ? status >> 8 & 0xFF : -signal
        }
    }
}
