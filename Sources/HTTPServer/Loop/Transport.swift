import CUV

/// Hears what happens on a ``Transport``; called on the loop.
protocol TransportOwner: AnyObject {
    func received(_ bytes: UnsafeRawBufferPointer)
    /// The client sends no more; with `isBroken` it also takes no more.
    func peerClosed(isBroken: Bool)
    /// Everything that was sent has been handed to the system.
    func drained()
    func deadlinePassed()
    /// Both handles are closed; nothing more will be heard.
    func closed()
}

/// One accepted socket with one deadline; every call belongs to the loop's thread.
final class Transport {
    private let loop: EventLoop
    private let tcp = UnsafeMutablePointer<uv_tcp_t>.allocate(capacity: 1)
    private let timer = UnsafeMutablePointer<uv_timer_t>.allocate(capacity: 1)
    private let scratch: UnsafeMutableRawBufferPointer
    private var openHandles = 0
    private var deadline = UInt64.max
    private var timerFiresAt = UInt64.max
    /// What secures the connection; nil for plain HTTP.
    private let session: TLSSession?
    private weak var owner: (any TransportOwner)?
    private(set) var isClosing = false
    /// Who is at the other end; asked once.
    private(set) lazy var peer = SocketAddress(peerOf: tcp)?.address

    /// Takes the next connection of a listening socket, or returns nil if it is gone already.
    ///
    /// - Parameters:
    ///   - scratch: Where all transports of a loop read to; its content lives for one callback.
    ///   - tls: Secures the connection.
    init?(
        accepting listener: UnsafeMutablePointer<uv_stream_t>, loop: EventLoop,
        scratch: UnsafeMutableRawBufferPointer, tls: TLSContext? = nil
    ) {
        self.loop = loop
        self.scratch = scratch
        session = tls.flatMap { TLSSession($0) }
        uv_tcp_init(loop.raw, tcp)
        uv_timer_init(loop.raw, timer)
        openHandles = 2
        // Kept by the handles until both are closed.
        tcp.pointee.data = Unmanaged.passRetained(self).toOpaque()
        timer.pointee.data = tcp.pointee.data
        guard uv_accept(listener, stream) == 0 else {
            close()
            return nil
        }
        uv_tcp_nodelay(tcp, 1)
    }

    deinit {
        tcp.deallocate()
        timer.deallocate()
    }

    /// Begins to read, on behalf of `owner`.
    func start(for owner: any TransportOwner) {
        self.owner = owner
        resumeReading()
    }

    func resumeReading() {
        guard !isClosing else { return }
        uv_read_start(
            stream,
            { handle, _, buffer in
                guard let scratch = Transport.of(handle?.pointee.data)?.scratch else { return }
                buffer?.pointee = uv_buf_init(
                    scratch.baseAddress?.assumingMemoryBound(to: CChar.self), UInt32(scratch.count))
            },
            { handle, count, _ in Transport.of(handle?.pointee.data)?.didRead(count) })
    }

    func pauseReading() {
        guard !isClosing else { return }
        uv_read_stop(stream)
    }

    /// How many bytes wait for the client to take them.
    var queuedBytes: Int { uv_stream_get_write_queue_size(stream) }

    /// Sends what the socket takes now, and queues a copy of the rest.
    ///
    /// - Returns: Whether the connection still stands.
    @discardableResult
    func send(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard let session else { return sendPlainly(bytes) }
        guard !isClosing, (try? session.write(bytes)) != nil else { return false }
        return session.takeOutgoing(sendPlainly)
    }

    private func sendPlainly(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard !isClosing else { return false }
        guard let start = bytes.baseAddress, !bytes.isEmpty else { return true }
        var sent = 0
        if queuedBytes == 0 {
            let pointer = UnsafeMutableRawPointer(mutating: start).assumingMemoryBound(to: CChar.self)
            var buffer = uv_buf_init(pointer, UInt32(bytes.count))
            let code = uv_try_write(stream, &buffer, 1)
            guard code >= 0 || code == UV_EAGAIN.rawValue else { return false }
            sent = max(0, Int(code))
        }
        if sent == bytes.count { return true }
        return PendingWrite(copying: UnsafeRawBufferPointer(rebasing: bytes[sent...])).start(on: stream) {
            [self] in
            if queuedBytes == 0 { owner?.drained() }
        }
    }

    /// Tells the client that no more will come.
    func shutDown() {
        guard !isClosing else { return }
        session?.close()
        _ = session?.takeOutgoing(sendPlainly)
        let request = UnsafeMutablePointer<uv_shutdown_t>.allocate(capacity: 1)
        let code = uv_shutdown(request, stream) { request, _ in request?.deallocate() }
        if code != 0 { request.deallocate() }
    }

    /// Sets the one deadline, in milliseconds on the loop's clock.
    ///
    /// Moving it later costs nothing: the timer finds out when it fires.
    func setDeadline(_ time: UInt64) {
        deadline = time
        if time < timerFiresAt { startTimer() }
    }

    func clearDeadline() { deadline = .max }

    func close() {
        guard !isClosing else { return }
        isClosing = true
        for handle in [UnsafeMutableRawPointer(tcp), UnsafeMutableRawPointer(timer)] {
            uv_close(handle.assumingMemoryBound(to: uv_handle_t.self)) { handle in
                Transport.of(handle?.pointee.data)?.didCloseHandle()
            }
        }
    }

    private var stream: UnsafeMutablePointer<uv_stream_t> {
        UnsafeMutableRawPointer(tcp).assumingMemoryBound(to: uv_stream_t.self)
    }

    private static func of(_ data: UnsafeMutableRawPointer?) -> Transport? {
        data.map { Unmanaged<Transport>.fromOpaque($0).takeUnretainedValue() }
    }

    private func didRead(_ count: Int) {
        if count > 0 {
            let bytes = UnsafeRawBufferPointer(rebasing: scratch[..<count])
            if let session { didReceive(bytes, in: session) } else { owner?.received(bytes) }
        } else if count < 0 {
            owner?.peerClosed(isBroken: count != Int(UV_EOF.rawValue))
        }
    }

    /// Unlocks what came, and answers what only the lock has to answer.
    private func didReceive(_ bytes: UnsafeRawBufferPointer, in session: TLSSession) {
        session.receive(bytes)
        while !isClosing {
            // What came is in the session's own buffer by now, so its place is free.
            guard let count = try? session.read(into: scratch) else {
                _ = session.takeOutgoing(sendPlainly)
                owner?.peerClosed(isBroken: true)
                return
            }
            guard session.takeOutgoing(sendPlainly) else { owner?.peerClosed(isBroken: true); return }
            if count == 0 { return }
            owner?.received(UnsafeRawBufferPointer(rebasing: scratch[..<count]))
        }
    }

    private func startTimer() {
        guard !isClosing else { return }
        timerFiresAt = deadline
        let wait = deadline > loop.now ? deadline - loop.now : 0
        uv_timer_start(timer, { Transport.of($0?.pointee.data)?.timerFired() }, wait, 0)
    }

    private func timerFired() {
        timerFiresAt = .max
        guard deadline != .max else { return }
        guard deadline <= loop.now else { return startTimer() }
        deadline = .max
        owner?.deadlinePassed()
    }

    private func didCloseHandle() {
        openHandles -= 1
        guard openHandles == 0 else { return }
        owner?.closed()
        Unmanaged.passUnretained(self).release()
    }
}
