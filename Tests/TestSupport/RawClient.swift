import Foundation
import Synchronization

/// An answer as it came over the wire.
package struct RawResponse: Sendable {
    package var status = 0
    package var headers: [(name: String, value: String)] = []
    package var body: [UInt8] = []

    package func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    package var text: String { String(decoding: body, as: UTF8.self) }
}

/// A client on a plain socket that sends just what it is told.
///
/// Every call blocks a thread of its own and none of the cooperative pool.
package final class RawClient: Sendable {
    package struct Failure: Error { package let message: String }

    private let socket: Int32
    private let unread = Mutex<[UInt8]>([])

    /// Connects to a port of this machine; reading gives up after 20 seconds of silence.
    package init(port: Int) throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var limit = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        let code = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard code == 0 else { throw Failure(message: "cannot connect to \(port)") }
    }

    deinit { Glibc.close(socket) }

    package func send(_ text: String) async { await send(Array(text.utf8)) }

    package func send(_ bytes: [UInt8]) async {
        await onThread { [self] in
            var sent = 0
            while sent < bytes.count {
                let count = bytes[sent...].withUnsafeBytes {
                    Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                if count <= 0 { return }
                sent += count
            }
        }
    }

    /// Sends no more, but still reads.
    package func finishSending() { _ = shutdown(socket, Int32(SHUT_WR)) }

    /// Drops the connection both ways at once.
    package func disconnect() { _ = shutdown(socket, Int32(SHUT_RDWR)) }

    /// Reads one answer; without a length its body goes on to the end of the connection.
    package func response(bodyless: Bool = false) async throws -> RawResponse {
        let head = try await read(through: "\r\n\r\n")
        var response = RawResponse()
        let lines = head.components(separatedBy: "\r\n")
        response.status = Int(lines[0].split(separator: " ").dropFirst().first ?? "") ?? 0
        for line in lines.dropFirst() where !line.isEmpty {
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            response.headers.append((String(parts[0]), parts[1].trimmingCharacters(in: .whitespaces)))
        }
        if bodyless || response.status < 200 || [204, 304].contains(response.status) { return response }
        if let length = response.header("Content-Length").flatMap(Int.init) {
            response.body = try await read(count: length)
        } else {
            response.body = await readToEnd()
        }
        return response
    }

    /// Reads up to and with `mark`.
    package func read(through mark: String) async throws -> String {
        let pattern = Array(mark.utf8)
        while true {
            if let text = unread.withLock({ Self.take(through: pattern, from: &$0) }) { return text }
            guard await receive() else { throw Failure(message: "the connection ended") }
        }
    }

    /// Reads until the server ends the connection.
    package func readToEnd() async -> [UInt8] {
        while await receive() {}
        return unread.withLock { bytes in
            defer { bytes = [] }
            return bytes
        }
    }

    /// Reads so many bytes.
    package func read(count: Int) async throws -> [UInt8] {
        while unread.withLock({ $0.count < count }) {
            guard await receive() else { throw Failure(message: "the body ended early") }
        }
        return unread.withLock { bytes in
            defer { bytes.removeFirst(count) }
            return Array(bytes.prefix(count))
        }
    }

    private static func take(through mark: [UInt8], from bytes: inout [UInt8]) -> String? {
        guard let end = Data(bytes).range(of: Data(mark))?.upperBound else { return nil }
        let taken = bytes.prefix(end)
        bytes.removeFirst(end)
        return String(decoding: taken, as: UTF8.self)
    }

    /// Waits for more bytes; false at the end of the connection.
    private func receive() async -> Bool {
        let bytes = await onThread { [socket] in
            var buffer = [UInt8](repeating: 0, count: 64 << 10)
            let count = recv(socket, &buffer, buffer.count, 0)
            return Array(buffer.prefix(max(0, count)))
        }
        unread.withLock { $0 += bytes }
        return !bytes.isEmpty
    }

    private func onThread<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: body()) }
        }
    }
}
