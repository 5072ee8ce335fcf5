import Domain
import Glibc

/// Lines over a stream socket, for a thread that may wait.
struct LineStream: ~Copyable {
    // A report is a few hundred bytes; more is a broken worker.
    private static let longestLine = 65_536

    private let socket: CInt
    private let deadline: ContinuousClock.Instant
    private var buffer: [UInt8] = []

    /// Reads and writes a socket that someone else owns.
    init(socket: CInt, until deadline: ContinuousClock.Instant) {
        self.socket = socket
        self.deadline = deadline
    }

    /// Sends bytes and a line break; false when the other side is gone.
    func send(_ line: [UInt8]) throws(ProviderError) -> Bool {
        var rest = (line + [UInt8(ascii: "\n")])[...]
        while !rest.isEmpty {
            // A worker that does not read must not hold us, so each piece waits for room.
            try wait(for: POLLOUT)
            let sent = rest.withUnsafeBytes {
                Glibc.send(socket, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL | MSG_DONTWAIT))
            }
            if sent > 0 {
                rest = rest.dropFirst(sent)
            } else if errno != EINTR && errno != EAGAIN {
                return false
            }
        }
        return true
    }

    /// Waits for the next line; nil when the other side is gone or sends no lines.
    mutating func receive() throws(ProviderError) -> [UInt8]? {
        while true {
            if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
                let line = Array(buffer[..<end])
                buffer.removeSubrange(...end)
                return line
            }
            guard buffer.count < Self.longestLine else { return nil }
            try wait(for: POLLIN)
            guard read() else { return nil }
        }
    }

    private mutating func read() -> Bool {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4096) { piece in
            let count = recv(socket, piece.baseAddress, piece.count, CInt(MSG_DONTWAIT))
            if count > 0 { buffer += piece[..<count] }
            return count > 0 || (count < 0 && (errno == EINTR || errno == EAGAIN))
        }
    }

    private func wait(for events: CInt) throws(ProviderError) {
        while true {
            let left = ContinuousClock.now.duration(to: deadline)
            guard left > .zero else { throw .deadline }
            let milliseconds = left.components.seconds * 1000 + 1
            var entry = pollfd(fd: socket, events: Int16(events), revents: 0)
            if poll(&entry, 1, CInt(clamping: min(milliseconds, 60_000))) > 0 { return }
        }
    }
}
