import CUV

/// One client: reads requests one after the other, and answers them in order.
///
/// A request is answered before the next one is looked at; what a pipelining client sends meanwhile waits.
final class Connection: TransportOwner, @unchecked Sendable {
    // @unchecked: touched on the loop's thread only; the tasks that hold it run there.
    enum Phase {
        case idle, head, body, handling, sending, streaming, lingering, closed

        var isReading: Bool { self == .idle || self == .head || self == .body }
    }

    /// The most that a client may send ahead, and after its last request, in bytes.
    private static let maximumPendingBytes = 64 << 10
    private static let maximumLingeringBytes = 4 << 20

    let listener: Listener
    let transport: Transport
    let parser: RequestParser
    var phase = Phase.idle
    var exchange = Exchange()
    /// Counts handlers, so that a late answer is known as such.
    var generation = 0
    /// The handler, or the sender of events.
    var task: Task<Void, Never>?
    var file: FileTransfer?
    /// The body of the present request, while a handler reads it as it comes.
    var upload: Upload?
    /// The body of the answer is made while it is sent.
    var isStreamingBody = false
    /// Resumed when the client has taken the events that were sent.
    var drainWaiter: CheckedContinuation<Void, Never>?
    /// The client sends no more.
    var isHalfClosed = false
    /// What the client had not taken when the write deadline was last looked at.
    var lastQueuedBytes = 0
    private var pending: [UInt8] = []
    private var isProcessing = false
    private var lingeringBytes = 0

    init(transport: Transport, listener: Listener) {
        self.transport = transport
        self.listener = listener
        parser = RequestParser(limits: listener.configuration)
    }

    func start() {
        exchange.startNanoseconds = uv_hrtime()
        transport.start(for: self)
        setDeadline(after: listener.times.idle)
    }

    func received(_ bytes: UnsafeRawBufferPointer) {
        if phase.isReading || upload != nil, !isProcessing {
            process(bytes)
        } else if phase == .lingering {
            lingeringBytes += bytes.count
            if lingeringBytes > Self.maximumLingeringBytes { close() }
        } else if phase != .closed {
            hold(bytes)
        }
    }

    func peerClosed(isBroken: Bool) {
        isHalfClosed = true
        if upload != nil { return abandon() }
        switch phase {
        case .idle, .head, .lingering: close()
        case .body, .streaming: abandon()
        case .handling, .sending:
            // Who only stopped sending still gets the answer of a handler that is done in spite of this.
            if isBroken { abandon() } else if phase == .handling { task?.cancel() }
        case .closed: break
        }
    }

    func closed() { listener.forget(self) }

    /// Ends the exchange; goes on to the next request, or ends the connection.
    func finishExchange(isComplete: Bool = true) {
        record(isComplete: isComplete)
        // Who answers before the body is whole leaves the rest of it unread.
        let isInStep = upload == nil
        breakUpload()
        (task, file, isStreamingBody) = (nil, nil, false)
        let keepsAlive =
            isComplete && isInStep && exchange.keepsAlive && !isHalfClosed && !listener.isStopping
        exchange = Exchange()
        guard keepsAlive else { return linger() }
        phase = .idle
        setDeadline(after: listener.times.idle)
        if !isProcessing { processPending() }
    }

    /// Gives the exchange up, since the client is gone or takes nothing.
    func abandon() {
        if exchange.status == 0 { exchange.status = 499 }
        record(isComplete: false)
        close()
    }

    func close() {
        guard phase != .closed else { return }
        phase = .closed
        task?.cancel()
        (task, file, pending) = (nil, nil, [])
        breakUpload()
        resumeDrainWaiter()
        transport.close()
    }

    func resumeDrainWaiter() {
        let waiter = drainWaiter
        drainWaiter = nil
        waiter?.resume()
    }

    func setDeadline(after milliseconds: UInt64) {
        let (deadline, overflow) = listener.loop.now.addingReportingOverflow(milliseconds)
        transport.setDeadline(overflow ? .max - 1 : deadline)
    }

    /// Reads whatever `bytes` hold, until an answer has to be waited for.
    private func process(_ bytes: UnsafeRawBufferPointer) {
        isProcessing = true
        defer { isProcessing = false }
        var position = 0
        do throws(HTTPFault) {
            while phase.isReading || upload != nil {
                if phase == .idle {
                    guard position < bytes.count else { return }
                    beginHead()
                }
                switch try parser.read(bytes, &position) {
                case .incomplete:
                    feedUpload()
                    if position == bytes.count { return }
                case .head(let head): try begin(head, hasMore: position < bytes.count)
                case .finished: if upload != nil { finishUpload() } else { dispatch() }
                }
            }
            if phase != .closed, phase != .lingering {
                hold(UnsafeRawBufferPointer(rebasing: bytes[position...]))
            }
        } catch {
            if phase == .sending { abandon() } else { refuse(error) }
        }
    }

    private func processPending() {
        transport.resumeReading()
        guard !pending.isEmpty else { return }
        let bytes = pending
        pending = []
        bytes.withUnsafeBytes { process($0) }
    }

    private func hold(_ bytes: UnsafeRawBufferPointer) {
        guard !bytes.isEmpty else { return }
        pending += bytes
        if pending.count > Self.maximumPendingBytes { transport.pauseReading() }
    }

    private func beginHead() {
        phase = .head
        exchange.startNanoseconds = uv_hrtime()
        setDeadline(after: listener.times.head)
    }

    /// Says good-bye and reads on for a moment: closing with unread bytes would reset the connection, and
    /// the client might lose the answer (RFC 9112, section 9.6).
    private func linger() {
        guard !isHalfClosed else { return close() }
        phase = .lingering
        pending = []
        transport.shutDown()
        transport.resumeReading()
        setDeadline(after: listener.times.linger)
    }

    private func record(isComplete: Bool) {
        guard let observer = listener.observer else { return }
        let elapsed = uv_hrtime() - exchange.startNanoseconds
        observer.finished(
            HTTPExchange(
                method: exchange.method, route: exchange.route, target: exchange.target,
                status: exchange.status, duration: .nanoseconds(elapsed), bytesIn: exchange.bytesIn,
                bytesOut: exchange.bytesOut, requestID: exchange.id, isComplete: isComplete))
    }
}
