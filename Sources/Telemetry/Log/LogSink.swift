import Synchronization

/// Where log lines go.
package protocol LogSink: Sendable {
    /// Takes one whole line with its line feed; it must not block for long and never fails.
    func write(_ line: [UInt8])
}

/// Keeps lines in memory, for tests.
package final class MemoryLogSink: LogSink {
    private let kept = Mutex<[String]>([])

    package init() {}

    package func write(_ line: [UInt8]) {
        kept.withLock { $0.append(String(decoding: line.dropLast(), as: UTF8.self)) }
    }

    /// The lines so far, without their line feeds.
    package var lines: [String] { kept.withLock { $0 } }
}

/// Forgets every line.
struct SilentSink: LogSink {
    func write(_ line: [UInt8]) {}
}
