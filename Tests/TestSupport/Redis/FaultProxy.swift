import BlockingExecutor
import Foundation
import Synchronization

/// Stands between a client and a Redis, and does to their talk what a test says.
///
/// Threads of its own move the bytes; nothing blocks the cooperative pool.
package final class FaultProxy: Sendable {
    private struct State {
        var fault: RedisFault?
        var sockets: Set<Int32> = []
        var isClosed = false
    }

    private let listener: Listener
    private let target: Int
    private let state = Mutex(State())

    package var port: Int { listener.port }

    /// - Parameter target: The port of the Redis.
    package init(before target: Int) throws {
        listener = try Listener()
        self.target = target
    }

    /// Begins to take connections.
    package func start() {
        let descriptor = listener.descriptor
        NamedThread.start("fault-accept") { [self] in
            while true {
                let client = accept(descriptor, nil, nil)
                guard client >= 0 else { return }
                serve(client)
            }
        }
    }

    /// Sets what goes wrong from now on; nil for nothing.
    package func set(_ fault: RedisFault?) { state.withLock { $0.fault = fault } }

    /// Breaks every connection that stands.
    package func breakConnections() {
        for socket in state.withLock({ $0.sockets }) { shutdown(socket, Int32(SHUT_RDWR)) }
    }

    package func close() {
        state.withLock { $0.isClosed = true }
        listener.close()
        breakConnections()
    }

    private var fault: RedisFault? { state.withLock { $0.fault } }

    private func serve(_ client: Int32) {
        guard fault != .refusesConnections, let server = try? Self.connect(to: target) else {
            Glibc.close(client)
            return
        }
        state.withLock { $0.sockets.formUnion([client, server]) }
        NamedThread.start("fault-up") { [self] in
            pump(from: client, to: server, back: client) { RedisTalk.request($0, fault: self.fault) }
            end(client, server)
        }
        NamedThread.start("fault-down") { [self] in
            pump(from: server, to: client, back: client) { RedisTalk.reply($0, fault: self.fault) }
            shutdown(client, Int32(SHUT_RDWR))
        }
    }

    private func end(_ client: Int32, _ server: Int32) {
        shutdown(client, Int32(SHUT_RDWR))
        shutdown(server, Int32(SHUT_RDWR))
        state.withLock { $0.sockets.subtract([client, server]) }
        // The other thread sees the end and reads no more; its descriptor must not become another's.
        usleep(50_000)
        Glibc.close(client)
        Glibc.close(server)
    }

    private func pump(
        from source: Int32, to target: Int32, back: Int32, _ change: ([UInt8]) -> [RedisTalk.Step]
    ) {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(source, &buffer, buffer.count, 0)
            guard count > 0 else { return }
            for step in change(Array(buffer[..<count])) {
                switch step {
                case .pass(let bytes): guard Self.write(bytes, to: target) else { return }
                case .answer(let bytes): guard Self.write(bytes, to: back) else { return }
                case .wait(let milliseconds): usleep(UInt32(milliseconds) * 1000)
                case .end: return
                }
            }
        }
    }

    private static func write(_ bytes: [UInt8], to socket: Int32) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    private static func connect(to port: Int) throws -> Int32 {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let code = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard code == 0 else {
            Glibc.close(socket)
            throw Listener.NoPort()
        }
        return socket
    }
}

/// What becomes of a piece of a talk when something is wrong.
enum RedisTalk {
    enum Step {
        case pass([UInt8])
        /// To the client, whichever way the piece was going.
        case answer([UInt8])
        case wait(Int)
        case end
    }

    static func request(_ bytes: [UInt8], fault: RedisFault?) -> [Step] {
        if let refusal = fault?.refusal { return [.answer(answers(to: bytes, refusal: refusal))] }
        switch fault {
        case .acceptsAndIsSilent, .swallowsRequests: return []
        case .closesOnRequest: return [.end]
        case .delaysRequestTooLong: return [.wait(1500), .pass(bytes)]
        default: return [.pass(bytes)]
        }
    }

    static func reply(_ bytes: [UInt8], fault: RedisFault?) -> [Step] {
        let half = bytes.count / 2
        switch fault {
        case .cutsReplyAtStart: return [.pass(Array(bytes.prefix(1))), .end]
        case .cutsReplyHalfway: return [.pass(Array(bytes[..<half])), .end]
        case .cutsReplyBeforeEnd: return [.pass(Array(bytes.dropLast())), .end]
        case .stallsHalfway: return [.pass(Array(bytes[..<half])), .wait(1500), .end]
        case .delaysReplyABit: return [.wait(3), .pass(bytes)]
        case .delaysReplyTooLong: return [.wait(1500), .pass(bytes)]
        case .tricklesReply: return bytes.prefix(200).flatMap { [.pass([$0]), .wait(5)] } + [.end]
        case .garblesFirstByte: return [.pass(garbled(bytes, at: [0]))]
        case .garblesMiddleByte: return [.pass(garbled(bytes, at: [half]))]
        case .garblesLastByte: return [.pass(garbled(bytes, at: [bytes.count - 1]))]
        case .garblesManyBytes:
            return [.pass(garbled(bytes, at: Array(stride(from: 7, to: bytes.count, by: 13))))]
        case .zeroesReply: return [.pass([UInt8](repeating: 0, count: bytes.count))]
        case .claimsHugeReply: return [.pass(Array("$536870911\r\n".utf8) + bytes)]
        case .putsReplyBefore: return [.pass(Array("$5\r\nwrong\r\n".utf8) + bytes)]
        case .putsReplyBehind: return [.pass(bytes + Array("$5\r\nwrong\r\n".utf8))]
        default: return [.pass(bytes)]
        }
    }

    private static func garbled(_ bytes: [UInt8], at places: [Int]) -> [UInt8] {
        var bytes = bytes
        for place in places where bytes.indices.contains(place) { bytes[place] ^= 0x15 }
        return bytes
    }

    /// Answers each command of a request: an echo and a ping as they want it, others with the refusal.
    private static func answers(to bytes: [UInt8], refusal: String) -> [UInt8] {
        commands(in: bytes).flatMap { words -> [UInt8] in
            switch words.first.map({ String(decoding: $0, as: UTF8.self) }) {
            case "ECHO": Array("$\(words[1].count)\r\n".utf8) + words[1] + Array("\r\n".utf8)
            case "PING": Array("+PONG\r\n".utf8)
            default: Array(refusal.utf8)
            }
        }
    }

    /// Takes RESP arrays of bulk strings apart.
    private static func commands(in bytes: [UInt8]) -> [[[UInt8]]] {
        var rest = bytes[...]
        func number() -> Int? {
            guard let end = rest.firstIndex(of: 13) else { return nil }
            let number = Int(String(decoding: rest[rest.startIndex + 1..<end], as: UTF8.self))
            rest = rest[(end + 2)...]
            return number
        }
        var commands: [[[UInt8]]] = []
        while rest.first == UInt8(ascii: "*"), let count = number() {
            var words: [[UInt8]] = []
            for _ in 0..<count {
                guard let length = number(), rest.count >= length + 2 else { return commands }
                words.append(Array(rest.prefix(length)))
                rest = rest.dropFirst(length + 2)
            }
            commands.append(words)
        }
        return commands
    }
}
