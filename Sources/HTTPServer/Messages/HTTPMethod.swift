/// The request methods the server serves (RFC 9110, section 9).
///
/// Every other method, `CONNECT` and `TRACE` among them, is answered with 501.
package enum HTTPMethod: String, Sendable, Hashable, CaseIterable {
    case get = "GET"
    case head = "HEAD"
    case post = "POST"
    case put = "PUT"
    case patch = "PATCH"
    case delete = "DELETE"
    case options = "OPTIONS"
}
