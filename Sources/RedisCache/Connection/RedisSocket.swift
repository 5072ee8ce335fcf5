import Glibc

/// Owns one TCP connection, and the TLS on it when there is one; no call outlasts its deadline.
///
/// Not `Sendable`: a link keeps it on one thread.
struct RedisSocket: ~Copyable {
    typealias Deadline = ContinuousClock.Instant

    private let descriptor: Int32
    private var session: TLSSession?

    /// Connects.
    ///
    /// Looking the host's name up is the one step without a deadline of its own; the resolver has one.
    init(to address: RedisAddress, by deadline: Deadline) throws(RedisError) {
        descriptor = try Self.connect(host: address.host, port: address.port, by: deadline)
        session = nil
        var one: Int32 = 1
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
    }

    /// Has everything from now on go through TLS.
    mutating func secure(for address: RedisAddress, by deadline: Deadline) throws(RedisError) {
        let session = try TLSSession(descriptor, host: address.host, certificates: address.certificates)
        try repeated(by: deadline) { session.handshake() }
        self.session = session
    }

    deinit { close(descriptor) }

    /// Sends all of it.
    func send(_ bytes: [UInt8], by deadline: Deadline) throws(RedisError) {
        var sent = 0
        while sent < bytes.count {
            sent += try repeated(by: deadline) {
                bytes.withUnsafeBytes { all in
                    let rest = UnsafeRawBufferPointer(rebasing: all[sent...])
                    return session?.write(rest) ?? Self.write(descriptor, rest)
                }
            }
        }
    }

    /// Reads what is there, at least one byte.
    func receive(into buffer: UnsafeMutableRawBufferPointer, by deadline: Deadline) throws(RedisError) -> Int
    {
        try repeated(by: deadline) { session?.read(buffer) ?? Self.read(descriptor, buffer) }
    }

    @discardableResult
    private func repeated(by deadline: Deadline, _ step: () -> SocketStep) throws(RedisError) -> Int {
        try Self.repeated(descriptor, by: deadline, step)
    }

    @discardableResult
    private static func repeated(
        _ descriptor: Int32, by deadline: Deadline, _ step: () -> SocketStep
    ) throws(RedisError) -> Int {
        while true {
            switch step() {
            case .done(let count): return count
            case .wants(let events): try wait(for: events, on: descriptor, by: deadline)
            case .ended: throw .broken("Redis closed the connection")
            case .failed(let reason): throw .broken(reason)
            }
        }
    }

    private static func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> SocketStep {
        let count = Glibc.send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
        return step(count, wants: Int16(POLLOUT))
    }

    private static func read(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> SocketStep {
        let count = recv(descriptor, buffer.baseAddress, buffer.count, 0)
        return count == 0 ? .ended : step(count, wants: Int16(POLLIN))
    }

    private static func step(_ count: Int, wants events: Int16) -> SocketStep {
        if count > 0 { return .done(count) }
        if errno == EINTR { return .done(0) }
        return errno == EAGAIN || errno == EWOULDBLOCK
            ? .wants(events) : .failed(String(cString: strerror(errno)))
    }

    private static func wait(for events: Int16, on descriptor: Int32, by deadline: Deadline)
        throws(RedisError)
    {
        while true {
            let left = ContinuousClock.now.duration(to: deadline)
            guard left > .zero else { throw .timedOut }
            var entry = pollfd(fd: descriptor, events: events, revents: 0)
            // Rounded up, so that the last millisecond is waited for and not spun through.
            let count = poll(&entry, 1, Int32(clamping: left.milliseconds + 1))
            if count > 0 { return }
            if count < 0, errno != EINTR { throw .broken(String(cString: strerror(errno))) }
        }
    }
}

/// What came of one attempt to move bytes.
enum SocketStep {
    case done(Int)
    /// To be tried again when the socket is ready for these events of `poll`.
    case wants(Int16)
    case ended
    case failed(String)
}

extension RedisSocket {
    private static func connect(host: String, port: Int, by deadline: Deadline) throws(RedisError) -> Int32 {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(host, String(port), &hints, &list)
        guard code == 0, let first = list else {
            throw .broken("\(host) has no address: \(String(cString: gai_strerror(code)))")
        }
        defer { freeaddrinfo(first) }
        var failure = RedisError.broken("\(host) has no address")
        var entry: UnsafeMutablePointer<addrinfo>? = first
        while let candidate = entry {
            do throws(RedisError) {
                return try connect(to: candidate.pointee, by: deadline)
            } catch {
                failure = error
            }
            entry = candidate.pointee.ai_next
        }
        throw failure
    }

    private static func connect(to address: addrinfo, by deadline: Deadline) throws(RedisError) -> Int32 {
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
        let descriptor = socket(address.ai_family, kind, 0)
        guard descriptor >= 0 else { throw .broken(String(cString: strerror(errno))) }
        do throws(RedisError) {
            if Glibc.connect(descriptor, address.ai_addr, address.ai_addrlen) != 0 {
                guard errno == EINPROGRESS else { throw .broken(String(cString: strerror(errno))) }
                try wait(for: Int16(POLLOUT), on: descriptor, by: deadline)
                var failure: Int32 = 0
                var length = socklen_t(MemoryLayout<Int32>.size)
                getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &failure, &length)
                guard failure == 0 else { throw .broken(String(cString: strerror(failure))) }
            }
            return descriptor
        } catch {
            close(descriptor)
            throw error
        }
    }
}
