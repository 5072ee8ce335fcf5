import CLLHTTP

/// Reads one request after the other from a byte stream: our strict scan first, llhttp behind it.
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
    /// Whether the client wants the connection kept; known when the request is whole.
    private(set) var keepsAlive = true

    private let limits: HTTPConfiguration
    private let parser = UnsafeMutablePointer<llhttp_t>.allocate(capacity: 1)
    private var scanner: HeadScanner
    private var stage = Stage.head
    private var headBytes: [UInt8] = []
    private var head = RequestHead()
    private var fieldName = ""
    private var fieldValue = ""
    private var body: [UInt8] = []
    private var framedBytes = 0
    private var lastFramedByte: UInt8 = 0
    private var isComplete = false
    private var isTooLarge = false

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

    /// Hands over the body of the request that is whole.
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
        (bytesRead, framedBytes, maximumBodyBytes) = (0, 0, 0)
        (isComplete, isTooLarge, keepsAlive) = (false, false, true)
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
        let rest = UnsafeRawBufferPointer(rebasing: bytes[position...])
        let start = rest.baseAddress?.assumingMemoryBound(to: CChar.self)
        try execute(rest)
        let taken: Int
        if isComplete, let start, let end = llhttp_get_error_pos(parser) {
            taken = end - start
        } else {
            taken = rest.count
        }
        try checkEnd(rest[..<taken])
        position += taken
        framedBytes += taken
        // Tiny chunks and endless chunk extensions or trailers cost without adding to the body.
        guard framedBytes <= 8 * body.count + (16 << 10) else {
            throw HTTPFault(.malformedRequest, "The chunks of the body are mostly framing.")
        }
    }

    /// Refuses chunks that end in a bare LF, which llhttp takes.
    private func checkEnd(_ bytes: Slice<UnsafeRawBufferPointer>) throws(HTTPFault) {
        let beforeLast = bytes.dropLast().last ?? lastFramedByte
        guard !isComplete || !head.isChunked || beforeLast == 0x0D else {
            throw HTTPFault(.malformedRequest, "The chunks of the body end in a bare LF.")
        }
        lastFramedByte = bytes.last ?? lastFramedByte
    }

    private func fault(_ code: llhttp_errno_t) -> HTTPFault {
        if isTooLarge {
            return HTTPFault(.bodyTooLarge, "The body is longer than \(maximumBodyBytes) bytes.")
        }
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

    /// Takes body bytes; false stops the parser.
    func tookBody(_ bytes: UnsafeRawBufferPointer) -> Bool {
        isTooLarge = body.count + bytes.count > maximumBodyBytes
        if !isTooLarge { body += bytes }
        return !isTooLarge
    }

    func finishedRequest() {
        isComplete = true
        keepsAlive = llhttp_should_keep_alive(parser) != 0
    }
}
