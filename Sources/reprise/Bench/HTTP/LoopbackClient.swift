import Glibc

/// Asks a service of this machine, one request a connection, on a thread that may wait.
struct LoopbackClient: Sendable {
    let port: UInt16

    /// Sends a request and returns the status of the answer.
    ///
    /// - Parameters:
    ///   - target: Path and query.
    ///   - form: The body of a `POST`; nil makes it a `GET`.
    func status(of target: String, form: String? = nil) throws(BenchError) -> Int {
        let socket = try connected()
        defer { close(socket) }
        try send(Self.request(target, form: form, port: port), to: socket)
        let answer = String(decoding: receive(from: socket), as: UTF8.self)
        let words = answer.prefix { $0 != "\r\n" }.split(separator: " ")
        guard words.count > 1, let status = Int(words[1]) else {
            throw BenchError("port \(port) gave no answer to \(target)")
        }
        return status
    }

    private static func request(_ target: String, form: String?, port: UInt16) -> String {
        let body = form ?? ""
        let type = form == nil ? "" : "Content-Type: application/x-www-form-urlencoded\r\n"
        return "\(form == nil ? "GET" : "POST") \(target) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\(type)"
            + "Content-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n\(body)"
    }

    private func connected() throws(BenchError) -> CInt {
        let socket = Glibc.socket(AF_INET, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var limit = timeval(tv_sec: 60, tv_usec: 0)
        let length = socklen_t(MemoryLayout<timeval>.size)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, length)
        setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &limit, length)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr = in_addr(s_addr: UInt32(0x7F00_0001).bigEndian)
        let code = withUnsafePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard code == 0 else {
            close(socket)
            throw BenchError("port \(port) takes no connection")
        }
        return socket
    }

    private func send(_ text: String, to socket: CInt) throws(BenchError) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes {
                Glibc.send(socket, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
            }
            guard sent > 0 else { throw BenchError("port \(port) takes no request") }
            rest = rest.dropFirst(sent)
        }
    }

    private func receive(from socket: CInt) -> [UInt8] {
        var (bytes, piece) = ([UInt8](), [UInt8](repeating: 0, count: 16_384))
        while true {
            let count = recv(socket, &piece, piece.count, 0)
            guard count > 0 else { return bytes }
            bytes += piece[..<count]
        }
    }
}
