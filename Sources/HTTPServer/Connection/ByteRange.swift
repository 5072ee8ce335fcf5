/// What a `Range` header asks of a body (RFC 9110, section 14).
enum ByteRange: Equatable {
    /// No range, or one that is ignored: of another unit, malformed, or more than one.
    case whole
    case part(Range<Int>)
    /// A well-formed range that lies behind the end: 416.
    case unsatisfiable

    /// Reads the header against a body of `size` bytes.
    init(_ header: String?, size: Int) {
        self = .whole
        guard let header, let equals = header.firstIndex(of: "="), header[..<equals].lowercased() == "bytes"
        else {
            return
        }
        let bounds = header[header.index(after: equals)...].split(
            separator: "-", omittingEmptySubsequences: false
        )
        .map { String($0).trimmingBlanks }
        guard bounds.count == 2, let first = Self.number(bounds[0]), let last = Self.number(bounds[1]) else {
            return
        }
        switch (first, last) {
        case (let first?, let last?):
            guard first <= last else { return }
            self = first < size ? .part(first..<min(last, size - 1) + 1) : .unsatisfiable
        case (let first?, nil):
            self = first < size ? .part(first..<size) : .unsatisfiable
        case (nil, let count?):
            self = count > 0 && size > 0 ? .part(max(0, size - count)..<size) : .unsatisfiable
        case (nil, nil): return
        }
    }

    /// A number, an empty text as none, or nil for what is neither; what is too large is as large as can be.
    private static func number(_ text: String) -> Int?? {
        if text.isEmpty { return .some(nil) }
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return .some(Int(text) ?? Int.max)
    }

    /// Whether `If-Range` lets the range count: strong tags and dates, compared as they are written.
    static func isCurrent(_ ifRange: String?, for headers: HTTPHeaders) -> Bool {
        guard let ifRange else { return true }
        if ifRange.hasPrefix("W/") { return false }
        return ifRange.hasPrefix("\"") ? ifRange == headers["ETag"] : ifRange == headers["Last-Modified"]
    }
}
