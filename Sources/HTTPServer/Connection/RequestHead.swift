/// What a request says before its body.
struct RequestHead {
    var method: HTTPMethod?
    /// `TRACE` is known and nowhere allowed: it would give back what only its sender should see.
    var isTrace = false
    var target = ""
    var isTargetUTF8 = true
    var headers = HTTPHeaders()
    var majorVersion = 1
    var minorVersion = 1
    /// What `Content-Length` announces.
    var contentLength: Int?
    var isChunked = false
    /// Whom the request is for; nil only in HTTP/1.0.
    private(set) var host: RequestHost?

    /// Whether body bytes will follow.
    var announcesBody: Bool { isChunked || (contentLength ?? 0) > 0 }

    /// Whether the client waits for `100 Continue` (RFC 9110, section 10.1.1).
    func expectsContinue() throws(HTTPFault) -> Bool {
        guard minorVersion > 0, let expectation = headers["Expect"] else { return false }
        guard expectation.equalsIgnoringCase("100-continue") else {
            throw HTTPFault(.expectationFailed, "The only expectation that is met here is 100-continue.")
        }
        return announcesBody
    }

    /// Refuses what llhttp lets pass: versions, hosts, and codings other than `chunked`.
    mutating func check() throws(HTTPFault) {
        guard majorVersion == 1 else { throw .versionNotSupported }
        guard isTargetUTF8 else { throw HTTPFault(.invalidPath, "The request target is not UTF-8.") }
        let hosts = headers.values("Host").count
        guard hosts == 1 || (hosts == 0 && minorVersion == 0) else {
            throw HTTPFault(
                .malformedRequest, "The request must have exactly one Host header; it has \(hosts).")
        }
        guard let text = headers["Host"] else { return try checkCodings() }
        guard let host = RequestHost(text) else {
            throw HTTPFault(.malformedRequest, "The Host header is no host with an optional port.")
        }
        self.host = host
        try checkCodings()
    }

    private func checkCodings() throws(HTTPFault) {
        let codings = headers.values("Transfer-Encoding")
        guard !codings.isEmpty else { return }
        guard minorVersion > 0, contentLength == nil, codings.count == 1 else {
            throw HTTPFault(.malformedRequest, "The request has conflicting body lengths.")
        }
        guard codings[0].equalsIgnoringCase("chunked") else {
            throw HTTPFault(.notImplemented, "The only transfer coding that is read here is chunked.")
        }
    }

    /// The id that the client gave the request, if it is 1 to 128 letters, digits, `-`, `_`, `.` or `:`.
    var clientID: String? {
        guard let id = headers["X-Request-Id"], (1...128).contains(id.utf8.count) else { return nil }
        let isPlain = id.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x3A, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
            default: false
            }
        }
        return isPlain ? id : nil
    }
}
