import CCurl

/// An absolute URL taken apart, as far as it matters who gets the request.
struct ServerAddress: Sendable, Hashable {
    let scheme: String
    let host: String
    let port: String

    /// Reads a URL as curl does, so that both mean the same server.
    ///
    /// - Throws: ``HTTPClientError/Code/invalidRequest`` for anything but `http` and `https`, and for a URL
    ///   that holds a user or a password.
    init(_ url: String) throws(HTTPClientError) {
        let parts = URLParts()
        guard parts.set(url), let scheme = parts.get(CURLUPART_SCHEME), let host = parts.get(CURLUPART_HOST),
            let port = parts.get(CURLUPART_PORT)
        else {
            throw Self.refused("is not one")
        }
        guard ["http", "https"].contains(scheme) else { throw Self.refused("is neither http nor https") }
        guard parts.get(CURLUPART_USER) == nil, parts.get(CURLUPART_PASSWORD) == nil else {
            throw Self.refused("holds a user or a password; send them as a header")
        }
        (self.scheme, self.host, self.port) = (scheme, host.lowercased(), port)
    }

    /// Resolves the target of a redirect (RFC 9110, section 10.2.2); nil when it is no URL.
    static func resolve(_ location: String, against url: String) -> String? {
        let parts = URLParts()
        guard parts.set(url), parts.set(location) else { return nil }
        return parts.get(CURLUPART_URL)
    }

    private static func refused(_ reason: String) -> HTTPClientError {
        HTTPClientError(.invalidRequest, "The URL of the request \(reason)", mayHaveArrived: false)
    }
}

/// Owns one `CURLU *`.
private struct URLParts: ~Copyable {
    private let handle = curl_url()

    deinit { curl_url_cleanup(handle) }

    /// Takes a URL over; a relative one is resolved against what was set before.
    borrowing func set(_ url: String) -> Bool {
        !url.utf8.contains(0) && curl_url_set(handle, CURLUPART_URL, url, 0) == CURLUE_OK
    }

    borrowing func get(_ part: CURLUPart) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        guard curl_url_get(handle, part, &text, UInt32(CURLU_DEFAULT_PORT)) == CURLUE_OK, let text else {
            return nil
        }
        defer { curl_free(text) }
        return String(cString: text)
    }
}
