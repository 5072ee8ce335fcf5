import Domain
import Glibc

/// One connection that is logged in and proven to answer.
///
/// Its calls block, never beyond their deadline. After an error it is of no use.
struct RedisConnection: ~Copyable {
    private var socket: RedisSocket
    private let reader: RedisReader
    private var nonce: UInt64 = 0

    /// Connects, logs in, chooses the database and has a `PING` answered.
    ///
    /// - Throws: ``RedisError`` when anything of it fails or takes too long.
    static func open(to address: RedisAddress, by deadline: RedisSocket.Deadline) throws(RedisError) -> Self {
        var connection = Self(socket: try RedisSocket(to: address, by: deadline), reader: try RedisReader())
        if address.usesTLS { try connection.socket.secure(for: address, by: deadline) }
        try connection.logIn(to: address, by: deadline)
        return connection
    }

    private init(socket: consuming RedisSocket, reader: consuming RedisReader) {
        self.socket = socket
        self.reader = reader
    }

    private mutating func logIn(to address: RedisAddress, by deadline: RedisSocket.Deadline)
        throws(RedisError)
    {
        var commands: [RedisCommand] = []
        let password = address.password.reveal()
        if !password.isEmpty {
            let user = address.user.isEmpty ? [] : [[UInt8](redis: address.user)]
            commands.append(RedisCommand([[UInt8](redis: "AUTH")] + user + [[UInt8](redis: password)]))
        }
        if address.database != 0 {
            commands.append(RedisCommand([UInt8](redis: "SELECT"), [UInt8](redis: String(address.database))))
        }
        commands.append(RedisCommand([UInt8](redis: "PING")))
        for reply in try run(commands, by: deadline) {
            if let error = reply.error { throw .broken(error) }
        }
    }

    /// Sends commands together and returns their replies, in order.
    ///
    /// A last command of our own echoes a number that only this call knows: replies that slipped by one,
    /// because of what somebody put in between, are noticed.
    mutating func run(_ commands: [RedisCommand], by deadline: RedisSocket.Deadline) throws(RedisError)
        -> [RedisReply]
    {
        nonce &+= 0x9E37_79B9_7F4A_7C15
        let echo = [UInt8](redis: "reprise-\(nonce)")
        var bytes: [UInt8] = []
        for command in commands { command.append(to: &bytes) }
        RedisCommand([UInt8](redis: "ECHO"), echo).append(to: &bytes)
        try socket.send(bytes, by: deadline)
        var replies = try receive(commands.count + 1, by: deadline)
        guard replies.removeLast() == .bytes(echo), !reader.hasMore else {
            throw .broken("the replies are not those of the commands")
        }
        return replies
    }

    /// Sends one command without waiting for its reply.
    func send(_ command: RedisCommand, by deadline: RedisSocket.Deadline) throws(RedisError) {
        var bytes: [UInt8] = []
        command.append(to: &bytes)
        try socket.send(bytes, by: deadline)
    }

    /// Reads replies as they come.
    func receive(_ count: Int, by deadline: RedisSocket.Deadline) throws(RedisError) -> [RedisReply] {
        var replies: [RedisReply] = []
        replies.reserveCapacity(count)
        try withUnsafeTemporaryBytes { (buffer) throws(RedisError) in
            while replies.count < count {
                if let reply = try reader.next() {
                    replies.append(reply)
                    continue
                }
                let length = try socket.receive(into: buffer, by: deadline)
                try reader.feed(UnsafeRawBufferPointer(rebasing: buffer[..<length]))
            }
        }
        return replies
    }

    private func withUnsafeTemporaryBytes(
        _ body: (UnsafeMutableRawBufferPointer) throws(RedisError) -> Void
    ) throws(RedisError) {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 16)
        defer { buffer.deallocate() }
        try body(buffer)
    }
}
