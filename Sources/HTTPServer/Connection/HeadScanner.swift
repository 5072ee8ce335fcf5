/// Finds the end of a request head and refuses what llhttp is lax about.
///
/// Bare CR or LF, control characters, obsolete line folding, white space before a colon, a request line
/// that is not three words (RFC 9112, sections 2.2, 3, 5.1 and 5.2), and heads over the limits.
struct HeadScanner {
    private let limits: HTTPConfiguration
    private var total = 0
    private var line = 0
    private var lineLength = 0
    private var spaces = 0
    private var hasColon = false
    private var previous: UInt8 = 0

    init(limits: HTTPConfiguration) { self.limits = limits }

    /// Whether a byte of a head has come.
    var hasBegun: Bool { total > 0 }

    /// Reads on; returns the position after the head, or nil while it goes on.
    mutating func scan(_ bytes: UnsafeRawBufferPointer, from start: Int) throws(HTTPFault) -> Int? {
        for position in start..<bytes.count {
            let byte = bytes[position]
            total += 1
            if byte == 0x0A {
                if try endLine() { return position + 1 }
            } else {
                guard previous != 0x0D else { throw Self.malformed("a bare CR") }
                if byte != 0x0D { try take(byte) }
            }
            previous = byte
            guard total <= limits.maximumHeadBytes else { throw tooLarge() }
        }
        return nil
    }

    /// Judges the line that ends here; returns whether the head does.
    private mutating func endLine() throws(HTTPFault) -> Bool {
        guard previous == 0x0D else { throw Self.malformed("a bare LF") }
        if lineLength == 0 {
            // RFC 9112, 2.2: an empty line before the request line is ignored.
            return line > 0
        }
        guard line > 0 || spaces == 2 else { throw Self.malformed("a request line that is not three words") }
        guard line == 0 || hasColon else { throw Self.malformed("a header line without a colon") }
        guard line <= limits.maximumHeaderCount else {
            throw HTTPFault(
                .headersTooLarge, "The request has more than \(limits.maximumHeaderCount) headers.")
        }
        line += 1
        (lineLength, spaces, hasColon) = (0, 0, false)
        return false
    }

    private mutating func take(_ byte: UInt8) throws(HTTPFault) {
        guard byte >= 0x20 || (byte == 0x09 && line > 0), byte != 0x7F else {
            throw Self.malformed("a control character")
        }
        let isBlank = byte == 0x20 || byte == 0x09
        if line == 0 {
            if isBlank { spaces += 1 }
            guard lineLength < limits.maximumRequestLineBytes else { throw tooLarge() }
        } else if !hasColon {
            guard !isBlank else {
                throw Self.malformed(
                    lineLength == 0 ? "a folded header line" : "white space in a header name")
            }
            hasColon = byte == UInt8(ascii: ":")
            guard !hasColon || lineLength > 0 else { throw Self.malformed("a header without a name") }
        }
        lineLength += 1
    }

    private func tooLarge() -> HTTPFault {
        line == 0
            ? HTTPFault(
                .targetTooLong, "The request line is longer than \(limits.maximumRequestLineBytes) bytes.")
            : HTTPFault(.headersTooLarge, "The head is longer than \(limits.maximumHeadBytes) bytes.")
    }

    private static func malformed(_ what: String) -> HTTPFault {
        HTTPFault(.malformedRequest, "The head of the request holds \(what).")
    }
}
