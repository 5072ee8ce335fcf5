import HTTPServer

/// Headers that keep a browser from doing more with an answer than it was made for.
enum SecurityHeaders {
    /// What a page may load: its own files, nothing inline, nothing from elsewhere.
    static let pagePolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        + "media-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'; "
        + "require-trusted-types-for 'script'; trusted-types 'none'"

    /// What no page of ours asks a browser for.
    private static let deniedFeatures =
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), "
        + "display-capture=(), browsing-topics=()"

    private static let dataPolicy = "default-src 'none'; frame-ancestors 'none'"

    /// Adds them; a policy that the answer has already stays.
    static func add(to response: inout HTTPResponse) {
        if !response.headers.has("Content-Security-Policy") {
            response.headers.add("Content-Security-Policy", dataPolicy)
        }
        response.headers.set("X-Content-Type-Options", "nosniff")
        response.headers.set("Referrer-Policy", "no-referrer")
        response.headers.set("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.set("Cross-Origin-Opener-Policy", "same-origin")
        response.headers.set("Permissions-Policy", deniedFeatures)
        response.headers.set("X-Frame-Options", "DENY")
    }
}
