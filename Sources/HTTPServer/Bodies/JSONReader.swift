/// Reads JSON from left to right and knows where it stands.
struct JSONReader {
    private let body: [UInt8]
    private var position = 0

    init(_ body: [UInt8]) { self.body = body }

    /// Takes a character after white space, if it is there.
    mutating func takes(_ character: Unicode.Scalar) -> Bool {
        skipBlanks()
        guard position < body.count, body[position] == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    mutating func expect(_ character: Unicode.Scalar, _ expected: String) throws(BodyError) {
        guard takes(character) else { throw .malformed(offset: position, expected: expected) }
    }

    mutating func expectEnd() throws(BodyError) {
        skipBlanks()
        guard position == body.count else {
            throw .malformed(offset: position, expected: "the end of the body")
        }
    }

    /// Reads a text with its quotes.
    mutating func string() throws(BodyError) -> String {
        try expect("\"", "a text in double quotes")
        let start = position
        var bytes: [UInt8] = []
        while let byte = peek, byte != UInt8(ascii: "\"") {
            guard byte >= 0x20 else { throw .malformed(offset: position, expected: "no control character") }
            position += 1
            if byte == UInt8(ascii: "\\") { try readEscape(into: &bytes) } else { bytes.append(byte) }
        }
        guard peek != nil else { throw .malformed(offset: position, expected: "'\"' at the end of a text") }
        position += 1
        guard let text = String(strictUTF8: bytes) else { throw .malformed(offset: start, expected: "UTF-8") }
        return text
    }

    private var peek: UInt8? { position < body.count ? body[position] : nil }

    private mutating func skipBlanks() {
        while let byte = peek, byte == 0x20 || (0x09...0x0A).contains(byte) || byte == 0x0D { position += 1 }
    }

    /// Reads a plain value.
    mutating func value(of field: String) throws(BodyError) -> FormFields.Value {
        skipBlanks()
        switch peek {
        case UInt8(ascii: "\""):
            do throws(BodyError) {
                return .text(try string())
            } catch .malformed(_, "UTF-8") {
                throw .notUTF8(field: field)
            }
        case UInt8(ascii: "{"), UInt8(ascii: "["): throw .unsupportedValue(field: field)
        case UInt8(ascii: "t"): return try literal("true", .boolean(true))
        case UInt8(ascii: "f"): return try literal("false", .boolean(false))
        case UInt8(ascii: "n"): return try literal("null", .null)
        default: return .number(try number())
        }
    }

    private mutating func literal(_ word: String, _ value: FormFields.Value) throws(BodyError)
        -> FormFields.Value
    {
        guard body[position...].starts(with: word.utf8) else {
            throw .malformed(offset: position, expected: "a value")
        }
        position += word.utf8.count
        return value
    }

    private mutating func number() throws(BodyError) -> String {
        let start = position
        let isNegative = skip("-")
        if !skip("0") { try digits(expected: isNegative ? "a digit" : "a value") }
        if skip(".") { try digits(expected: "a digit") }
        if skip("e") || skip("E") {
            if !skip("+") { skip("-") }
            try digits(expected: "a digit")
        }
        return String(decoding: body[start..<position], as: UTF8.self)
    }

    private mutating func digits(expected: String) throws(BodyError) {
        let start = position
        while let byte = peek, (0x30...0x39).contains(byte) { position += 1 }
        guard position > start else { throw .malformed(offset: position, expected: expected) }
    }

    @discardableResult
    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard peek == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private mutating func readEscape(into bytes: inout [UInt8]) throws(BodyError) {
        guard let byte = peek else { throw .malformed(offset: position, expected: "an escape") }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): bytes.append(byte)
        case UInt8(ascii: "b"): bytes.append(0x08)
        case UInt8(ascii: "f"): bytes.append(0x0C)
        case UInt8(ascii: "n"): bytes.append(0x0A)
        case UInt8(ascii: "r"): bytes.append(0x0D)
        case UInt8(ascii: "t"): bytes.append(0x09)
        case UInt8(ascii: "u"): bytes += String(try unicodeScalar()).utf8
        default: throw .malformed(offset: position - 1, expected: "a known escape after '\\'")
        }
    }

    /// Reads what follows `\u`: one scalar, or two halves of a surrogate pair.
    private mutating func unicodeScalar() throws(BodyError) -> Unicode.Scalar {
        let start = position
        let first = try fourDigits()
        if let scalar = Unicode.Scalar(first) { return scalar }
        if first < 0xDC00, skip("\\"), skip("u") {
            let second = try fourDigits()
            if (0xDC00...0xDFFF).contains(second),
                let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
            {
                return scalar
            }
        }
        throw .malformed(offset: start, expected: "a pair of surrogates")
    }

    private mutating func fourDigits() throws(BodyError) -> UInt32 {
        var number: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = peek?.hexDigitValue else {
                throw .malformed(offset: position, expected: "four hexadecimal digits")
            }
            number = number << 4 | UInt32(digit)
            position += 1
        }
        return number
    }
}
