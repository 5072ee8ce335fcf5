import HTTPServer

extension HTTPResponse {
    /// Answers 304 when the client says that it has what it asks for (RFC 9110, section 13.1.2).
    ///
    /// What it has may be the same in a content coding; its tag says which.
    func unlessKnown(to request: HTTPRequest) -> HTTPResponse {
        guard let tag = headers["ETag"] else { return self }
        let known = request.headers.values("If-None-Match").flatMap { $0.split(separator: ",") }.map(
            \.trimmed)
        guard let found = known.first(where: { $0 == "*" || Self.plain($0) == tag }) else { return self }
        var unchanged = HTTPResponse(status: 304, headers: headers)
        unchanged.headers["Content-Type"] = nil
        if found.hasPrefix("\"") { unchanged.headers.set("ETag", found) }
        return unchanged
    }

    /// A tag without its weakness and without the name of a coding.
    private static func plain(_ tag: String) -> String {
        let strong = tag.hasPrefix("W/") ? String(tag.dropFirst(2)) : tag
        for coding in ContentCoding.allCases where strong.hasSuffix("-\(coding.rawValue)\"") {
            return strong.dropLast(coding.rawValue.utf8.count + 2) + "\""
        }
        return strong
    }
}
