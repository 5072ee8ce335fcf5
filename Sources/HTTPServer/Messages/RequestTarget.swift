/// A request target taken apart and decoded (RFC 9112, section 3.2).
struct RequestTarget {
    let path: String
    let segments: [String]
    let query: [(name: String, value: String)]

    /// Reads the origin form, the absolute form, or `*`.
    init(_ target: String) throws(HTTPFault) {
        guard target != "*" else {
            (path, segments, query) = ("*", ["*"], [])
            return
        }
        let raw = try Self.withoutAuthority(target.utf8[...])
        let pathEnd = raw.firstIndex { $0 == UInt8(ascii: "?") } ?? raw.endIndex
        let queryBytes = pathEnd == raw.endIndex ? raw[pathEnd...] : raw[raw.index(after: pathEnd)...]
        guard raw.first == UInt8(ascii: "/"), !raw.contains(UInt8(ascii: "#")) else {
            throw HTTPFault(.invalidPath, "The request target must be a path that begins with '/'.")
        }
        segments = try Self.segments(of: raw[..<pathEnd].dropFirst())
        path = "/" + segments.joined(separator: "/")
        query = queryBytes.isEmpty ? [] : try Self.query(queryBytes)
    }

    /// The path and query of the absolute form, as of any other target.
    private static func withoutAuthority(_ target: Substring.UTF8View) throws(HTTPFault) -> Substring.UTF8View
    {
        guard target.first != UInt8(ascii: "/"),
            let scheme = ["http://", "https://"].first(where: { scheme in
                target.prefix(scheme.utf8.count).map(\.lowercasedASCII).elementsEqual(scheme.utf8)
            })
        else { return target }
        let rest = target.dropFirst(scheme.utf8.count)
        let end = rest.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") } ?? rest.endIndex
        guard let host = RequestHost(String(Substring(rest[..<end]))), !host.name.isEmpty else {
            throw HTTPFault(.invalidPath, "The request target names no host.")
        }
        let path = rest[end...]
        return path.first == UInt8(ascii: "/") ? path : ("/" + String(Substring(path))).utf8[...]
    }

    private static func segments(of raw: Substring.UTF8View) throws(HTTPFault) -> [String] {
        guard !raw.isEmpty else { return [] }
        var segments: [String] = []
        for piece in raw.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            segments.append(try segment(piece))
        }
        return segments
    }

    private static func segment(_ raw: Substring.UTF8View) throws(HTTPFault) -> String {
        guard let bytes = PercentCoding.decodeStrictly(raw) else {
            throw HTTPFault(.invalidPath, "The path holds a '%' without two hexadecimal digits.")
        }
        guard let text = String(strictUTF8: bytes) else {
            throw HTTPFault(.invalidPath, "The path is not UTF-8.")
        }
        guard text != "..", text != "." else {
            throw HTTPFault(.invalidPath, "The path must not hold '.' or '..' segments.")
        }
        guard !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "/") }) else {
            throw HTTPFault(.invalidPath, "The path must not hold encoded slashes or control characters.")
        }
        return text
    }

    private static func query(_ raw: Substring.UTF8View) throws(HTTPFault) -> [(name: String, value: String)]
    {
        do throws(BodyError) {
            return try URLEncodedForm.pairs(in: Array(raw))
        } catch {
            throw HTTPFault(.invalidQuery, "The query cannot be read: \(error.description)")
        }
    }
}
