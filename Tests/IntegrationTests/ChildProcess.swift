import Foundation
import Synchronization

/// A program that a test starts, reads and ends.
///
/// Reading and waiting happen on threads of Foundation, never on the cooperative pool.
final class ChildProcess: Sendable {
    struct Ending: Sendable {
        let code: Int32
        let output: String
        let errors: String
    }

    /// What the program has written so far.
    private final class Collected: Sendable {
        let output = Mutex(Data())
        let errors = Mutex(Data())
        /// The beginning of a line whose end has not come.
        let pending = Mutex(Data())
    }

    private let process = Process()
    private let collected = Collected()
    private let lines: AsyncStream<String>
    private let ended: AsyncStream<Int32>

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - program: Its path.
    ///   - words: What stands behind its name.
    ///   - environment: Variables beside those that every test child gets.
    ///   - folder: Its working folder.
    init(
        _ program: String, _ words: [String], environment: [String: String] = [:], folder: String? = nil
    ) throws {
        let (lines, lineSink) = AsyncStream<String>.makeStream()
        let (ended, endSink) = AsyncStream<Int32>.makeStream()
        (self.lines, self.ended) = (lines, ended)
        process.executableURL = URL(filePath: program)
        process.arguments = words
        let inherited = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("REPRISE_") }
        process.environment = inherited.merging(environment) { $1 }
        if let folder { process.currentDirectoryURL = URL(filePath: folder) }
        process.standardInput = FileHandle.nullDevice
        let (output, errors) = (Pipe(), Pipe())
        (process.standardOutput, process.standardError) = (output, errors)
        output.fileHandleForReading.readabilityHandler = { [collected] handle in
            let data = handle.availableData
            guard !data.isEmpty else { return handle.readabilityHandler = nil }
            collected.output.withLock { $0 += data }
            collected.pending.withLock { pending in
                pending += data
                while let end = pending.firstIndex(of: 10) {
                    lineSink.yield(String(decoding: pending[pending.startIndex..<end], as: UTF8.self))
                    pending.removeSubrange(pending.startIndex...end)
                }
            }
        }
        errors.fileHandleForReading.readabilityHandler = { [collected] handle in
            let data = handle.availableData
            guard !data.isEmpty else { return handle.readabilityHandler = nil }
            collected.errors.withLock { $0 += data }
        }
        process.terminationHandler = { process in
            endSink.yield(process.terminationStatus)
            endSink.finish()
            lineSink.finish()
        }
        try process.run()
    }

    deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

    /// Returns the first line of standard output that `matches`; nil when the program ends before.
    func line(where matches: (String) -> Bool) async -> String? {
        for await line in lines where matches(line) { return line }
        return nil
    }

    func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

    /// Waits for the end.
    func ending() async -> Ending {
        var code: Int32 = -1
        for await status in ended { code = status }
        return Ending(
            code: code, output: collected.output.withLock { String(decoding: $0, as: UTF8.self) },
            errors: collected.errors.withLock { String(decoding: $0, as: UTF8.self) })
    }
}
