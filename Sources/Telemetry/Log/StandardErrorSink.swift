import Glibc
import Synchronization

/// Writes lines to a file descriptor, one `write` each, and never waits for a slow reader.
///
/// When nobody empties the pipe, lines are dropped and counted; the first line that fits again is
/// preceded by one that says how many are missing.
package final class StandardErrorSink: LogSink {
    /// The sink of this process.
    package static let shared = StandardErrorSink(descriptor: STDERR_FILENO)

    private let descriptor: Int32
    private let dropped = Mutex(0)

    init(descriptor: Int32) { self.descriptor = descriptor }

    package func write(_ line: [UInt8]) {
        // The lock makes "there is room" and "write" one step.
        dropped.withLock { dropped in
            guard isWritable else {
                dropped += 1
                return
            }
            if dropped > 0 {
                send(
                    Array(
                        "{\"level\":\"warning\",\"message\":\"log lines dropped\",\"count\":\(dropped)}\n"
                            .utf8))
                dropped = 0
                guard isWritable else {
                    dropped += 1
                    return
                }
            }
            send(line)
        }
    }

    /// A pipe is writable when `PIPE_BUF` bytes fit, which no line exceeds.
    private var isWritable: Bool {
        var query = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        return poll(&query, 1, 0) == 1 && query.revents & Int16(POLLOUT) != 0
    }

    private func send(_ line: [UInt8]) {
        // What cannot be logged cannot be reported either: a closed standard error is the operator's wish.
        _ = line.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    }
}
