import CCurl

extension HTTPClientError {
    /// Makes the error for a transfer that curl gave up.
    ///
    /// - Parameters:
    ///   - code: What curl says.
    ///   - detail: curl's own sentence; it names hosts and files but no header.
    ///   - host: Where the request went.
    ///   - mayHaveArrived: Whether any byte of the request was sent.
    init(curl code: CURLcode, detail: String, host: String, mayHaveArrived: Bool) {
        let detail = detail.isEmpty ? String(cString: curl_easy_strerror(code)) : detail
        let (kind, sentence): (Code, String) =
            switch code {
            case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL:
                (.invalidRequest, "The URL of the request to \(host) cannot be used")
            case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY:
                (.couldNotResolve, "The host \(host) is not known; check its name and the network")
            case CURLE_COULDNT_CONNECT:
                (.couldNotConnect, "\(host) takes no connections; check that it runs and can be reached")
            case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM,
                CURLE_SSL_CIPHER, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR:
                (.tls, "No trusted TLS connection to \(host); check its certificate")
            case CURLE_OPERATION_TIMEDOUT:
                (.timedOut, "\(host) was not reached in time")
            case CURLE_FILESIZE_EXCEEDED:
                (.tooLarge, "The answer of \(host) is longer than allowed")
            case CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_PARTIAL_FILE:
                (.dropped, "\(host) ended the connection before its answer was whole")
            case CURLE_OUT_OF_MEMORY:
                (.invalidRequest, "The request to \(host) does not fit into memory")
            default:
                (.malformedAnswer, "\(host) does not answer as HTTP asks for")
            }
        self.init(kind, "\(sentence) (\(detail))", mayHaveArrived: mayHaveArrived)
    }

    /// A time-out of our own; `phase` says what the host did, such as "was silent".
    static func late(_ phase: String, host: String, mayHaveArrived: Bool) -> Self {
        Self(.timedOut, "\(host) \(phase)", mayHaveArrived: mayHaveArrived)
    }
}
