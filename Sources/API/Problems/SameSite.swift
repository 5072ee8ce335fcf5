import HTTPServer

/// Keeps pages of other sites from writing here through a visitor's browser.
///
/// A form needs no permission to be sent to another site, and a service on a loopback address is
/// reachable from every page its user opens. Browsers say where a request comes from; other clients,
/// such as curl, say nothing.
enum SameSite {
    /// - Throws: ``Problem`` when a request that changes something comes from a page of another origin.
    static func check(_ request: HTTPRequest) throws(Problem) {
        guard ![.get, .head, .options].contains(request.method) else { return }
        // The browser's own word about the site decides; `Origin` is `null` for forms of a page without
        // referrer, and is looked at only when there is nothing better.
        if let site = request.headers["Sec-Fetch-Site"] {
            guard site == "same-origin" || site == "none" else { throw refusal }
            return
        }
        guard let origin = request.headers["Origin"] else { return }
        let host = request.headers["Host"] ?? ""
        guard origin == "http://\(host)" || origin == "https://\(host)" else { throw refusal }
    }

    private static var refusal: Problem {
        Problem(.crossSite, "Send this request from a page of this service, or without a browser")
    }
}
