/// Reads JSON (RFC 8259) strictly: UTF-8, no name twice, no lone surrogate, nothing behind the value.
struct JSONReader {
    private let bytes: [UInt8]
    private var position = 0
    private var depth = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func document() throws(JSONError) -> JSONValue {
        skipSpace()
        let value = try value()
        skipSpace()
        guard position == bytes.count else { throw error(.somethingBehind) }
        return value
    }

    mutating func numberAlone() throws(JSONError) -> JSONNumber {
        let number = try number()
        guard position == bytes.count else { throw error(.somethingBehind) }
        return number
    }

    private func error(_ reason: JSONError.Reason) -> JSONError {
        JSONError(reason: reason, offset: position)
    }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipSpace() {
        while let next, next == 0x20 || next == 0x0A || next == 0x0D || next == 0x09 { position += 1 }
    }

    /// Why the next byte cannot be taken.
    private var unexpected: JSONError { error(next.map { .unexpected($0) } ?? .unexpectedEnd) }

    private mutating func take(_ byte: Character) throws(JSONError) {
        guard next == byte.asciiValue else { throw unexpected }
        position += 1
    }

    private mutating func value() throws(JSONError) -> JSONValue {
        switch next {
        case UInt8(ascii: "{"):
            return .object(try nested { (reader) throws(JSONError) in try reader.object() })
        case UInt8(ascii: "["): return .array(try nested { (reader) throws(JSONError) in try reader.array() })
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .boolean(true))
        case UInt8(ascii: "f"): return try word("false", .boolean(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return .number(try number())
        }
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
        for character in word.description { try take(character) }
        return value
    }

    private mutating func nested<Value>(
        _ read: (inout Self) throws(JSONError) -> Value
    ) throws(JSONError) -> Value {
        guard depth < JSONValue.mostDepth else { throw error(.tooDeep(most: JSONValue.mostDepth)) }
        depth += 1
        position += 1
        skipSpace()
        let value = try read(&self)
        depth -= 1
        return value
    }

    private mutating func array() throws(JSONError) -> [JSONValue] {
        var values: [JSONValue] = []
        guard next != UInt8(ascii: "]") else {
            position += 1
            return values
        }
        while true {
            values.append(try value())
            skipSpace()
            guard next == UInt8(ascii: ",") else { break }
            position += 1
            skipSpace()
        }
        try take("]")
        return values
    }

    private mutating func object() throws(JSONError) -> JSONObject {
        var members = JSONObject()
        guard next != UInt8(ascii: "}") else {
            position += 1
            return members
        }
        while true {
            let start = position
            let name = try string()
            guard members[name] == nil else {
                throw JSONError(reason: .duplicateName(name), offset: start)
            }
            skipSpace()
            try take(":")
            skipSpace()
            members[name] = try value()
            skipSpace()
            guard next == UInt8(ascii: ",") else { break }
            position += 1
            skipSpace()
        }
        try take("}")
        return members
    }
}

extension JSONReader {
    private mutating func number() throws(JSONError) -> JSONNumber {
        let start = position
        if next == UInt8(ascii: "-") { position += 1 }
        if next == UInt8(ascii: "0") { position += 1 } else { try digits() }
        if next == UInt8(ascii: ".") {
            position += 1
            try digits()
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            position += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { position += 1 }
            let exponent = position
            try digits()
            guard position - exponent <= JSONNumber.mostExponentDigits else { throw error(.numberTooLarge) }
        }
        return JSONNumber(checked: String(decoding: bytes[start..<position], as: UTF8.self))
    }

    private mutating func digits() throws(JSONError) {
        guard let next, (0x30...0x39).contains(next) else { throw unexpected }
        while let next = self.next, (0x30...0x39).contains(next) { position += 1 }
    }

    private mutating func string() throws(JSONError) -> String {
        try take("\"")
        var text: [UInt8] = []
        var start = position
        while let byte = next, byte != UInt8(ascii: "\"") {
            guard byte >= 0x20 else { throw error(.controlCharacter) }
            position += 1
            guard byte == UInt8(ascii: "\\") else { continue }
            text += bytes[start..<position - 1]
            try escape(into: &text)
            start = position
        }
        text += bytes[start..<position]
        guard let string = String(validating: text, as: UTF8.self) else {
            throw JSONError(reason: .notUTF8, offset: start)
        }
        try take("\"")
        return string
    }

    private mutating func escape(into text: inout [UInt8]) throws(JSONError) {
        guard let byte = next else { throw error(.unexpectedEnd) }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"): text += Array(String(try escapedScalar()).utf8)
        default: throw JSONError(reason: .badEscape, offset: position - 2)
        }
    }

    private mutating func escapedScalar() throws(JSONError) -> Character {
        let start = position - 2
        let high = try codeUnit()
        if let scalar = Unicode.Scalar(high) { return Character(scalar) }
        guard high < 0xDC00, next == UInt8(ascii: "\\") else {
            throw JSONError(reason: .loneSurrogate, offset: start)
        }
        position += 1
        guard next == UInt8(ascii: "u") else { throw JSONError(reason: .loneSurrogate, offset: start) }
        position += 1
        let low = try codeUnit()
        guard (0xDC00...0xDFFF).contains(low),
            let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
        else { throw JSONError(reason: .loneSurrogate, offset: start) }
        return Character(scalar)
    }

    private mutating func codeUnit() throws(JSONError) -> UInt32 {
        var unit: UInt32 = 0
        for _ in 0..<4 {
            guard let next, let digit = Character(Unicode.Scalar(next)).hexDigitValue else {
                throw unexpected
            }
            unit = unit << 4 | UInt32(digit)
            position += 1
        }
        return unit
    }
}
