import CPOSIX
import Foundation

/// A program that runs for a measurement and ends with its owner.
///
/// Its calls block, so it is for a thread that may wait, one thread at a time.
final class Child {
    let id: pid_t
    let program: String

    private let socket: CInt
    private let log: String
    private let children: Children
    private var unread: [UInt8] = []
    private var ending: ChildEnding?

    /// Starts the program.
    ///
    /// - Parameters:
    ///   - program: Its path.
    ///   - words: What stands behind its name.
    ///   - folder: A folder for what it says on its standard error.
    ///   - children: Those whom a wish to stop ends.
    init(_ program: String, _ words: [String], folder: String, among children: Children) throws(BenchError) {
        var pair: [CInt] = [-1, -1]
        guard cposix_stream_pair(&pair) == 0 else { throw BenchError("\(program) cannot be reached") }
        let log = "\(folder)/\(UUID().uuidString).log"
        let errors = open(log, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        defer {
            close(pair[1])
            close(errors)
        }
        do throws(BenchError) {
            id = try children.start(program, words, socket: pair[1], errors: errors)
        } catch {
            close(pair[0])
            throw error
        }
        (self.program, self.log, self.children, socket) = (program, log, children, pair[0])
    }

    deinit {
        if ending == nil {
            kill(id, SIGKILL)
            _ = children.wait(for: id)
        }
        close(socket)
        unlink(log)
    }

    /// Sends a line to its standard input.
    func send(_ line: some Sequence<UInt8>) throws(BenchError) {
        var rest = (Array(line) + [UInt8(ascii: "\n")])[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes {
                Glibc.send(socket, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
            }
            guard sent > 0 || errno == EINTR else { throw failure("does not read its orders") }
            rest = rest.dropFirst(max(0, sent))
        }
    }

    /// Waits for the next line of its standard output; nil when it has closed it.
    func line(within limit: Duration) throws(BenchError) -> String? {
        let deadline = ContinuousClock.now + limit
        while true {
            if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
                defer { unread.removeSubrange(...end) }
                return String(decoding: unread[..<end], as: UTF8.self)
            }
            guard try read(until: deadline) else { return nil }
        }
    }

    /// Waits until it ends by itself; fails when that takes longer or it does not end well.
    func finish(within limit: Duration) throws(BenchError) -> ChildEnding {
        let ending = try end(within: limit)
        guard ending.code == 0 else { throw failure("ended with \(ending.code)") }
        return ending
    }

    /// Asks it to end, and waits.
    func stop() throws(BenchError) {
        kill(id, SIGTERM)
        let ending = try end(within: .seconds(30))
        // A program that has just started may not listen yet, and the signal itself ends it.
        guard [0, 128 + Int(SIGTERM)].contains(ending.code) else {
            throw failure("ended with \(ending.code)")
        }
    }

    private func end(within limit: Duration) throws(BenchError) -> ChildEnding {
        let deadline = ContinuousClock.now + limit
        while try read(until: deadline) {}
        let ending = children.wait(for: id)
        self.ending = ending
        return ending
    }

    /// An error that says what the program does wrong, with the last of what it said itself.
    ///
    /// When somebody wished to stop, that is why it does.
    func failure(_ sentence: String) -> BenchError {
        guard !children.areEnded else { return .stopped }
        let words = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
        let last = words.suffix(500).trimmingCharacters(in: .whitespacesAndNewlines)
        return BenchError("\(program) \(sentence)\(last.isEmpty ? "" : ": \(last)")")
    }

    /// Reads what is there; false at the end.
    private func read(until deadline: ContinuousClock.Instant) throws(BenchError) -> Bool {
        while true {
            let left = ContinuousClock.now.duration(to: deadline)
            guard left > .zero else { throw failure("takes too long") }
            var entry = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
            guard poll(&entry, 1, CInt(clamping: left.components.seconds * 1000 + 1)) > 0 else { continue }
            var piece = [UInt8](repeating: 0, count: 4096)
            let count = recv(socket, &piece, piece.count, 0)
            if count < 0 && errno == EINTR { continue }
            unread += piece.prefix(max(0, count))
            return count > 0
        }
    }
}
