import HTTPServer

/// A cookie of ours: no script reads it, and no other site sends it along with a form.
///
/// Over TLS it has the prefix `__Host-` and goes over TLS only, so that no neighbour on the same domain can set
/// it (RFC 6265bis, section 4.1.3).
struct SessionCookie: Sendable {
    /// Of somebody who signed in.
    static let session = Self(name: "reprise-session")
    /// Of a form that is sent before anybody signed in.
    static let form = Self(name: "reprise-form")

    private let name: String

    /// The value that came with a request; nil for none, and for several, since only one of them is ours.
    func value(in request: HTTPRequest) -> String? {
        let values = request.cookies(name(isSecure: request.cameOverTLS))
        guard values.count == 1, let value = values.first, !value.isEmpty else { return nil }
        return value
    }

    /// The value of `Set-Cookie` that has a browser keep it.
    func set(_ value: String, seconds: Int64, for request: HTTPRequest) -> String {
        let isSecure = request.cameOverTLS
        return
            "\(name(isSecure: isSecure))=\(value); Path=/; Max-Age=\(max(0, seconds)); HttpOnly; SameSite=Lax"
            + (isSecure ? "; Secure" : "")
    }

    /// The value of `Set-Cookie` that has a browser forget it.
    func removal(for request: HTTPRequest) -> String { set("", seconds: 0, for: request) }

    private func name(isSecure: Bool) -> String { isSecure ? "__Host-\(name)" : name }
}

extension HTTPRequest {
    /// Whether the client spoke TLS with the proxy in front.
    ///
    /// Anybody can say so; all that comes of it is that their own cookie goes over TLS only.
    var cameOverTLS: Bool { headers["X-Forwarded-Proto"]?.lowercased() == "https" }
}
