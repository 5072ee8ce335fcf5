import CLLHTTP

/// Reads one request after the other from a byte stream: our strict scan first, llhttp behind it for heads,
/// bodies by ourselves.
final class RequestParser {
    enum Progress {
        /// All bytes are taken, and more are needed.
        case incomplete
        /// The head is there; set ``maximumBodyBytes`` and read on.
        case head(RequestHead)
        /// The request is whole; ``takeBody()`` and ``next()`` go on.
        case finished
    }

    private enum Stage { case head, headDone, body, finished }

    /// The most body bytes to take of the current request.
    var maximumBodyBytes = 0
    /// How many bytes of the current request were read, head included.
    private(set) var bytesRead = 0

    private let limits: HTTPConfiguration
    private let parser = UnsafeMutablePointer<llhttp_t>.allocate(capacity: 1)
    private var scanner: HeadScanner
    private var stage = Stage.head
    private var headBytes: [UInt8] = []
    private var head = RequestHead()
    private var fieldName = ""
    private var fieldValue = ""
    private var body: [UInt8] = []
    /// Of the body, also what was taken away already.
    private var bodyBytes = 0
    private var chunks = ChunkDecoder()
    private var isComplete = false

    init(limits: HTTPConfiguration) {
        self.limits = limits
        scanner = HeadScanner(limits: limits)
        llhttp_init(parser, HTTP_REQUEST, ParserCallbacks.settings)
        parser.pointee.data = Unmanaged.passUnretained(self).toOpaque()
    }

    deinit { parser.deallocate() }

    /// Whether a byte of the current request has come.
    var hasBegun: Bool { scanner.hasBegun }

    /// Reads from `position` on and moves it past what was taken.
    func read(_ bytes: UnsafeRawBufferPointer, _ position: inout Int) throws(HTTPFault) -> Progress {
        let start = position
        defer { bytesRead += position - start }
        switch stage {
        case .head:
            guard let end = try scanner.scan(bytes, from: position) else {
                headBytes += bytes[position...]
                position = bytes.count
                return .incomplete
            }
            try parseHead(UnsafeRawBufferPointer(rebasing: bytes[position..<end]))
            position = end
            stage = .headDone
            return .head(head)
        case .headDone:
            stage = isComplete ? .finished : .body
            return isComplete ? .finished : .incomplete
        case .body:
            try parseBody(bytes, &position)
            if isComplete { stage = .finished }
            return isComplete ? .finished : .incomplete
        case .finished:
            return .finished
        }
    }

    /// Whether the client wants the connection kept, as its head says.
    var keepsAlive: Bool { llhttp_should_keep_alive(parser) != 0 }

    /// Hands over the body of the request that is whole, or as much of it as has come.
    func takeBody() -> [UInt8] {
        defer { body = [] }
        return body
    }

    /// Makes ready for the next request.
    func next() {
        llhttp_reset(parser)
        scanner = HeadScanner(limits: limits)
        stage = .head
        headBytes.removeAll(keepingCapacity: true)
        head = RequestHead()
        chunks = ChunkDecoder()
        (bytesRead, bodyBytes, maximumBodyBytes) = (0, 0, 0)
        isComplete = false
    }

    private func parseHead(_ bytes: UnsafeRawBufferPointer) throws(HTTPFault) {
        if headBytes.isEmpty {
            try execute(bytes)
        } else {
            headBytes += bytes
            let whole = headBytes
            // Typed throws do not pass through `withUnsafeBytes` closures of the standard library.
            try whole.withUnsafeBytes { bytes in Result { () throws(HTTPFault) in try execute(bytes) } }.get()
        }
        try head.check()
    }

    private func execute(_ bytes: UnsafeRawBufferPointer) throws(HTTPFault) {
        let code = llhttp_execute(parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
        guard code == HPE_OK || (code == HPE_PAUSED && isComplete) else { throw fault(code) }
    }

    private func parseBody(_ bytes: UnsafeRawBufferPointer, _ position: inout Int) throws(HTTPFault) {
        if head.isChunked {
            try chunks.read(bytes, &position) { piece throws(HTTPFault) in try take(piece) }
            isComplete = chunks.isDone
        } else {
            let count = min(bytes.count - position, (head.contentLength ?? 0) - bodyBytes)
            try take(UnsafeRawBufferPointer(rebasing: bytes[position..<position + count]))
            position += count
            isComplete = bodyBytes == head.contentLength ?? 0
        }
    }

    private func take(_ piece: UnsafeRawBufferPointer) throws(HTTPFault) {
        guard bodyBytes + piece.count <= maximumBodyBytes else {
            throw HTTPFault(.bodyTooLarge, "The body is longer than \(maximumBodyBytes) bytes.")
        }
        body += piece
        bodyBytes += piece.count
    }

    private func fault(_ code: llhttp_errno_t) -> HTTPFault {
        switch code {
        case HPE_INVALID_METHOD:
            return HTTPFault(.notImplemented, "The request method is not known.")
        case HPE_INVALID_VERSION:
            return .versionNotSupported
        default:
            let reason = llhttp_get_error_reason(parser).map { String(cString: $0) } ?? ""
            return HTTPFault(.malformedRequest, "The request is malformed. \(reason)".trimmingBlanks)
        }
    }
}

extension RequestParser {
    func tookTarget(_ bytes: UnsafeRawBufferPointer) {
        head.target = String(decoding: bytes, as: UTF8.self)
        head.isTargetUTF8 = String(strictUTF8: bytes) != nil
    }

    func tookFieldName(_ name: String) { (fieldName, fieldValue) = (name, "") }

    func tookFieldValue(_ value: String) { fieldValue = value }

    func finishedField() {
        // After the head these are trailers, and nothing here uses them.
        if stage == .head { head.headers.add(fieldName, fieldValue) }
    }

    func finishedHead() {
        head.method = HTTPMethod(llhttp: parser.pointee.method)
        head.isTrace = UInt32(parser.pointee.method) == HTTP_TRACE.rawValue
        head.majorVersion = Int(parser.pointee.http_major)
        head.minorVersion = Int(parser.pointee.http_minor)
        let flags = UInt32(parser.pointee.flags)
        head.isChunked = flags & F_CHUNKED.rawValue != 0
        if flags & F_CONTENT_LENGTH.rawValue != 0 {
            head.contentLength = Int(clamping: parser.pointee.content_length)
        }
        // Upgrades are not offered here, so the client goes on with HTTP/1.1.
        parser.pointee.upgrade = 0
    }

    func finishedRequest() { isComplete = true }
}
