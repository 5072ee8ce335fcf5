/// A request that the server itself refuses or cannot answer.
///
/// The `problem` closure of ``HTTPServer`` turns it into an answer.
package struct HTTPFault: Error, Sendable, Hashable {
    /// What is wrong, from a closed set; the raw value is a stable code for clients.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case malformedRequest = "malformed_request"
        case invalidPath = "invalid_path"
        case invalidQuery = "invalid_query"
        case invalidBody = "invalid_body"
        case notFound = "not_found"
        case methodNotAllowed = "method_not_allowed"
        case requestTimedOut = "request_timed_out"
        case bodyTooLarge = "body_too_large"
        case targetTooLong = "target_too_long"
        case unsupportedMediaType = "unsupported_media_type"
        case rangeNotSatisfiable = "range_not_satisfiable"
        case expectationFailed = "expectation_failed"
        case headersTooLarge = "headers_too_large"
        case fileUnavailable = "file_unavailable"
        case notImplemented = "not_implemented"
        case handlerTimedOut = "handler_timed_out"
        case overloaded = "overloaded"
        case misdirected = "misdirected"
        case versionNotSupported = "version_not_supported"
    }

    package let kind: Kind
    /// One sentence for the client: what is wrong and what would be right.
    package let detail: String
    /// What the answer must carry, such as `Allow`; the server adds them if the closure does not.
    package var headers: HTTPHeaders
    /// The request's id, also when no request could be read.
    package var requestID: String = ""
    /// The path of the request, if it could be read.
    package var path: String?
    /// The headers of the request, as far as they could be read.
    package var requestHeaders = HTTPHeaders()

    package init(_ kind: Kind, _ detail: String, headers: HTTPHeaders = [:]) {
        self.kind = kind
        self.detail = detail
        self.headers = headers
    }

    /// The fault of a body that ``FormFields`` could not read.
    package init(_ error: BodyError) {
        self.init(error.status == 415 ? .unsupportedMediaType : .invalidBody, error.description)
    }

    static let versionNotSupported = Self(
        .versionNotSupported, "Only HTTP/1.0 and HTTP/1.1 are spoken here.")

    /// The status code of the answer.
    package var status: Int {
        switch kind {
        case .malformedRequest, .invalidPath, .invalidQuery, .invalidBody: 400
        case .notFound: 404
        case .methodNotAllowed: 405
        case .requestTimedOut: 408
        case .bodyTooLarge: 413
        case .targetTooLong: 414
        case .unsupportedMediaType: 415
        case .rangeNotSatisfiable: 416
        case .expectationFailed: 417
        case .misdirected: 421
        case .headersTooLarge: 431
        case .fileUnavailable: 500
        case .notImplemented: 501
        case .handlerTimedOut, .overloaded: 503
        case .versionNotSupported: 505
        }
    }

    /// The fault as plain text: the answer when the server was given no `problem` closure.
    package var plainResponse: HTTPResponse { .text(detail + "\n", status: status, headers: headers) }
}
