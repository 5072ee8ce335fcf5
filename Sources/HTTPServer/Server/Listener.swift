import CUV
import Glibc

/// The listening socket and its connections; belongs to the loop's thread.
final class Listener: @unchecked Sendable {
    // @unchecked: touched on the loop's thread only.
    let loop: EventLoop
    let configuration: HTTPConfiguration
    let router: Router
    let observer: (any HTTPObserver)?
    let problem: @Sendable (HTTPFault) -> HTTPResponse
    let times: Times
    var date = DateCache()
    private(set) var isStopping = false

    private static let scratchBytes = 64 << 10
    private static let backlog: Int32 = 511

    private let tcp = UnsafeMutablePointer<uv_tcp_t>.allocate(capacity: 1)
    private let timer = UnsafeMutablePointer<uv_timer_t>.allocate(capacity: 1)
    private let scratch = UnsafeMutableRawBufferPointer.allocate(byteCount: scratchBytes, alignment: 16)
    private var connections: [ObjectIdentifier: Connection] = [:]
    private var buffer: [UInt8] = []
    private var requestIDs = RequestIDs()
    private var tls: TLSContext?
    private var isOpen = false
    private var hasFinished = false

    init(
        loop: EventLoop, configuration: HTTPConfiguration, router: Router, observer: (any HTTPObserver)?,
        problem: @escaping @Sendable (HTTPFault) -> HTTPResponse
    ) {
        self.loop = loop
        self.configuration = configuration
        self.router = router
        self.observer = observer
        self.problem = problem
        times = Times(configuration)
    }

    deinit {
        tcp.deallocate()
        timer.deallocate()
        scratch.deallocate()
    }

    /// Binds and listens; returns the address with the port that was taken.
    func open() -> Result<HTTPAddress, HTTPServerError> {
        guard !isStopping else {
            loop.finish()
            return .failure(HTTPServerError(.systemFailure, "The server was stopped before it listened."))
        }
        isOpen = true
        uv_tcp_init(loop.raw, tcp)
        uv_timer_init(loop.raw, timer)
        loop.keep(self)
        tcp.pointee.data = Unmanaged.passUnretained(self).toOpaque()
        timer.pointee.data = tcp.pointee.data
        return Result { () throws(HTTPServerError) in
            do throws(HTTPServerError) {
                if let files = configuration.tls { tls = try TLSContext(files) }
                return try listen()
            } catch {
                stop(within: 0)
                throw error
            }
        }
    }

    /// Takes no more connections, lets the open ones finish, and ends the loop.
    func stop(within milliseconds: UInt64) {
        isStopping = true
        guard isOpen else { return }
        closeHandle(tcp)
        uv_timer_start(timer, { Listener.of($0?.pointee.data)?.abort() }, milliseconds, 0)
        for connection in connections.values { connection.serverStops() }
        finishIfEmpty()
    }

    func forget(_ connection: Connection) {
        connections[ObjectIdentifier(connection)] = nil
        observer?.connectionsChanged(open: connections.count)
        finishIfEmpty()
    }

    func makeID() -> String { requestIDs.next() }

    /// Hands out the one buffer for heads, so that most answers allocate none.
    func takeBuffer() -> [UInt8] {
        defer { buffer = [] }
        return buffer
    }

    func giveBack(_ used: [UInt8]) { buffer = used }

    private func listen() throws(HTTPServerError) -> HTTPAddress {
        var address = try SocketAddress(host: configuration.host, port: configuration.port)
        var code = address.withPointer { uv_tcp_bind(tcp, $0, 0) }
        if code == 0 {
            code = uv_listen(stream, Self.backlog) { handle, status in
                if status == 0 { Listener.of(handle?.pointee.data)?.accept() }
            }
        }
        guard code == 0 else { throw HTTPServerError(uv: code, configuration) }
        guard let bound = SocketAddress(of: tcp)?.address else {
            throw HTTPServerError(.systemFailure, "The system does not tell the address it listens on.")
        }
        return bound
    }

    private func accept() {
        guard let transport = Transport(accepting: stream, loop: loop, scratch: scratch, tls: tls) else {
            return
        }
        let connection = Connection(transport: transport, listener: self)
        connections[ObjectIdentifier(connection)] = connection
        observer?.connectionsChanged(open: connections.count)
        connection.start()
        guard connections.count > configuration.maximumConnections else { return }
        connection.refuse(
            HTTPFault(
                .overloaded, "The server has no free connection; try again later.",
                headers: ["Retry-After": "1"]))
    }

    private func abort() {
        for connection in connections.values { connection.abandonOrClose() }
    }

    private func finishIfEmpty() {
        guard isStopping, connections.isEmpty, !hasFinished else { return }
        hasFinished = true
        closeHandle(timer)
        loop.finish()
    }

    private var stream: UnsafeMutablePointer<uv_stream_t> {
        UnsafeMutableRawPointer(tcp).assumingMemoryBound(to: uv_stream_t.self)
    }

    private func closeHandle(_ handle: UnsafeMutableRawPointer) {
        uv_close(handle.assumingMemoryBound(to: uv_handle_t.self), nil)
    }

    private static func of(_ data: UnsafeMutableRawPointer?) -> Listener? {
        data.map { Unmanaged<Listener>.fromOpaque($0).takeUnretainedValue() }
    }
}
