import CCurl

/// One request on its way.
///
/// Owns a `CURL *`; the only place that frees it.
final class Transfer: @unchecked Sendable {
    // @unchecked: made by the caller, then handed to the thread of a `TransferLoop` under its lock, and from
    // then on touched by that thread alone.
    typealias Outcome = Result<HTTPClient.Response, HTTPClientError>

    let easy: UnsafeMutableRawPointer
    let limits: HTTPClient.Limits
    let host: String
    private let reach: HTTPClient.Request.Reach
    private(set) var head = ResponseHead()
    private var body: ResponseBody
    /// What a callback of ours refused.
    private var refusal: HTTPClientError?
    private let detail = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
    private var headerList: UnsafeMutablePointer<curl_slist>?
    private var continuation: CheckedContinuation<Outcome, Never>?
    private var started = ContinuousClock.now
    private var lastProgress = ContinuousClock.now
    private var moved: Int = 0

    /// - Throws: ``HTTPClientError/Code/invalidRequest`` for what cannot be sent.
    init(_ request: HTTPClient.Request, _ configuration: HTTPClient.Configuration, body: ResponseBody)
        throws(HTTPClientError)
    {
        try request.checkAddress()
        host = try ServerAddress(request.url).host
        reach = request.reach
        let fields = try request.checkedFields(host: host)
        guard let easy = curl_easy_init() else {
            throw HTTPClientError(
                .invalidRequest, "curl cannot start a request to \(host)", mayHaveArrived: false)
        }
        self.easy = easy
        self.body = body
        limits = request.limits
        detail.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        for field in fields { headerList = curl_slist_append(headerList, field) }
        set(request, configuration)
        setCallbacks()
    }

    deinit {
        curl_easy_cleanup(easy)
        curl_slist_free_all(headerList)
        detail.deallocate()
    }

    private func set(_ request: HTTPClient.Request, _ configuration: HTTPClient.Configuration) {
        easy.apply(request, userAgent: configuration.userAgent)
        ccurl_set_pointer(easy, CURLOPT_HTTPHEADER, headerList)
        if let authorities = configuration.authorities {
            ccurl_set_text(easy, CURLOPT_CAINFO, authorities)
        }
        ccurl_set_pointer(easy, CURLOPT_ERRORBUFFER, detail)
    }

    private func setCallbacks() {
        let this = Unmanaged.passUnretained(self).toOpaque()
        for option in [CURLOPT_PRIVATE, CURLOPT_HEADERDATA, CURLOPT_WRITEDATA, CURLOPT_XFERINFODATA] {
            ccurl_set_pointer(easy, option, this)
        }
        ccurl_set_receiver(easy, CURLOPT_HEADERFUNCTION) { bytes, size, count, this in
            Transfer.at(this).receiveHeader(UnsafeRawBufferPointer(start: bytes, count: size * count))
        }
        ccurl_set_receiver(easy, CURLOPT_WRITEFUNCTION) { bytes, size, count, this in
            Transfer.at(this).receiveBody(UnsafeRawBufferPointer(start: bytes, count: size * count))
        }
        ccurl_set_opener(
            easy,
            { this, _, address in
                guard let address, Transfer.at(this).mayReach(address) else { return CURL_SOCKET_BAD }
                return ccurl_open_socket(address)
            }, this)
        ccurl_set_meter(easy) { this, _, received, _, sent in
            Transfer.at(this).noteProgress(received + sent)
            return 0
        }
        ccurl_set_number(easy, CURLOPT_NOPROGRESS, 0)
    }

    /// The transfer behind what curl hands back.
    static func at(_ pointer: UnsafeMutableRawPointer?) -> Transfer {
        guard let pointer else { preconditionFailure("curl lost a transfer") }
        return Unmanaged<Transfer>.fromOpaque(pointer).takeUnretainedValue()
    }
}

/// What the loop asks for.
extension Transfer {
    /// Notes who waits, before the transfer is handed over.
    func promise(_ continuation: CheckedContinuation<Outcome, Never>) { self.continuation = continuation }

    func start(at now: ContinuousClock.Instant) { (started, lastProgress) = (now, now) }

    /// When the transfer is late unless something moves.
    var deadline: ContinuousClock.Instant {
        let patience = head.isBegun ? limits.idle : limits.firstByte
        return min(started + limits.total, lastProgress + patience)
    }

    /// When to look again: its patience may become another one when the answer begins.
    func nextLook(after now: ContinuousClock.Instant) -> ContinuousClock.Instant {
        min(deadline, now + min(limits.idle, limits.firstByte))
    }

    /// What to say when it is late.
    func lateness(at now: ContinuousClock.Instant) -> HTTPClientError {
        let phase =
            now >= started + limits.total
            ? "has not answered in \(limits.total)"
            : head.isBegun ? "stopped in the middle of its answer" : "was silent for \(limits.firstByte)"
        return .late(phase, host: host, mayHaveArrived: mayHaveArrived)
    }

    /// Whether any byte of the request was sent.
    var mayHaveArrived: Bool { ccurl_number(easy, CURLINFO_REQUEST_SIZE) > 0 }

    /// Ends the transfer as curl says.
    func finish(_ code: CURLcode) {
        if code == CURLE_OK {
            succeed()
        } else {
            let error = HTTPClientError(
                curl: code, detail: String(cString: detail), host: host, mayHaveArrived: mayHaveArrived)
            fail(refusal ?? error)
        }
    }

    func fail(_ error: HTTPClientError) {
        body.fail(error)
        resume(.failure(error))
    }

    private func succeed() {
        do throws(ResponseBody.Refusal) {
            try body.finish(head)
        } catch {
            return fail(self.error(for: error))
        }
        resume(
            .success(
                HTTPClient.Response(
                    status: head.status, headers: head.fields, body: body.bytes, bodyBytes: body.count)))
    }

    private func resume(_ outcome: Outcome) {
        continuation?.resume(returning: outcome)
        continuation = nil
    }
}

/// What curl tells while the transfer runs.
extension Transfer {
    /// Judges the very address that is about to be connected to.
    private func mayReach(_ address: UnsafePointer<curl_sockaddr>) -> Bool {
        guard reach == .publicAddresses else { return true }
        if let peer = ccurl_address(address), NetworkAddress(peer)?.isPublic == true { return true }
        refusal = .forbidden(host)
        return false
    }

    private func receiveHeader(_ line: UnsafeRawBufferPointer) -> Int {
        lastProgress = .now
        guard head.add(line) else {
            refusal = HTTPClientError(
                .tooLarge, "The head of the answer of \(host) is too long", mayHaveArrived: true)
            return 0
        }
        return line.count
    }

    private func receiveBody(_ chunk: UnsafeRawBufferPointer) -> Int {
        do throws(ResponseBody.Refusal) {
            try body.receive(chunk, head)
            return chunk.count
        } catch {
            refusal = self.error(for: error)
            return 0
        }
    }

    private func noteProgress(_ bytes: Int) {
        guard bytes != moved else { return }
        (moved, lastProgress) = (bytes, .now)
    }

    private func error(for refusal: ResponseBody.Refusal) -> HTTPClientError {
        switch refusal {
        case .tooLarge:
            HTTPClientError(
                .tooLarge, "The answer of \(host) is longer than \(limits.bodyBytes) bytes",
                mayHaveArrived: true)
        case .malformed:
            HTTPClientError(
                .malformedAnswer, "\(host) goes on with another part than it was asked for",
                mayHaveArrived: true)
        case .short:
            HTTPClientError(
                .dropped, "\(host) ended its answer before the file was whole", mayHaveArrived: true)
        case .file(let reason):
            HTTPClientError(
                .file, "The file for the answer of \(host) cannot be written: \(reason)",
                mayHaveArrived: true)
        }
    }
}
