import CCurl

extension HTTPClient.Request {
    /// The header lines as curl takes them.
    ///
    /// - Throws: ``HTTPClientError/Code/invalidRequest`` for a field that would change the message around it.
    func checkedFields(host: String) throws(HTTPClientError) -> [String] {
        let named = headers.map { (name: $0.key, value: $0.value.wireText) }.sorted { $0.name < $1.name }
        guard named.allSatisfy({ Self.isToken($0.name) && Self.isFieldValue($0.value) }) else {
            throw HTTPClientError(
                .invalidRequest, "A header of the request to \(host) holds what no header can hold",
                mayHaveArrived: false)
        }
        // A name with a semicolon is how curl sends an empty value; "Expect:" keeps it from asking first.
        return named.map { $0.value.isEmpty ? "\($0.name);" : "\($0.name): \($0.value)" } + ["Expect:"]
    }

    /// RFC 9110, section 5.6.2.
    private static func isToken(_ name: String) -> Bool {
        let symbols = Set("!#$%&'*+-.^_`|~".utf8)
        return !name.isEmpty
            && name.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                    || symbols.contains(byte)
            }
    }

    /// No control characters but the tab (RFC 9110, section 5.5).
    private static func isFieldValue(_ value: String) -> Bool {
        value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }
    }
}

/// A `CURL *`.
extension UnsafeMutableRawPointer {
    /// Sets everything that is the same for every answer.
    func apply(_ request: HTTPClient.Request, userAgent: String) {
        ccurl_set_text(self, CURLOPT_URL, request.url)
        ccurl_set_text(self, CURLOPT_PROTOCOLS_STR, "http,https")
        ccurl_set_text(self, CURLOPT_PROXY, "")
        ccurl_set_text(self, CURLOPT_USERAGENT, userAgent)
        ccurl_set_number(self, CURLOPT_NOSIGNAL, 1)
        ccurl_set_number(self, CURLOPT_FOLLOWLOCATION, 0)
        ccurl_set_number(self, CURLOPT_SSL_VERIFYPEER, 1)
        ccurl_set_number(self, CURLOPT_SSL_VERIFYHOST, 2)
        let isGuarded = request.reach == .publicAddresses
        // A connection that another request left may lead anywhere.
        ccurl_set_number(self, CURLOPT_FRESH_CONNECT, request.isRepeatable && !isGuarded ? 0 : 1)
        ccurl_set_number(self, CURLOPT_FORBID_REUSE, isGuarded ? 1 : 0)
        ccurl_set_number(self, CURLOPT_CONNECTTIMEOUT_MS, request.limits.connecting.milliseconds)
        ccurl_set_size(self, CURLOPT_MAXFILESIZE_LARGE, request.limits.bodyBytes)
        applyMethod(request)
    }

    private func applyMethod(_ request: HTTPClient.Request) {
        switch (request.method, request.body) {
        case (.head, _):
            ccurl_set_number(self, CURLOPT_NOBODY, 1)
        case (.get, nil):
            ccurl_set_number(self, CURLOPT_HTTPGET, 1)
        case (let method, let body):
            if let body = body ?? ([.post, .put, .patch].contains(method) ? [] : nil) {
                ccurl_set_size(self, CURLOPT_POSTFIELDSIZE_LARGE, body.count)
                // An empty array may have no address, and without one curl would look for a body elsewhere.
                (body.isEmpty ? [0] : body).withUnsafeBytes { _ = ccurl_set_body(self, $0.baseAddress) }
            }
            ccurl_set_text(self, CURLOPT_CUSTOMREQUEST, method.rawValue)
        }
    }
}

extension Duration {
    /// Whole milliseconds, at least one.
    fileprivate var milliseconds: Int {
        let (seconds, attoseconds) = components
        return max(1, Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000))
    }
}
