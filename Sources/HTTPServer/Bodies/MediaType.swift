/// A media type or another header value with parameters (RFC 9110, section 5.6.6).
struct MediaType {
    /// The part before the first `;`, in small letters.
    let essence: String
    /// Names in small letters, and values without their quotes.
    let parameters: [(name: String, value: String)]

    /// Reads what it can; a parameter without `=` is left out.
    init(_ text: String) {
        var rest = text.utf8[...]
        essence = String(Substring(rest.prefix { $0 != UInt8(ascii: ";") })).trimmingBlanks.lowercasedASCII
        rest = rest.drop { $0 != UInt8(ascii: ";") }
        var parameters: [(name: String, value: String)] = []
        while rest.popFirst() != nil {
            let name = String(Substring(rest.prefix { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ";") }))
            rest = rest.dropFirst(name.utf8.count)
            guard rest.first == UInt8(ascii: "=") else { continue }
            rest = rest.dropFirst().drop { $0 == 0x20 }
            let value = rest.first == UInt8(ascii: "\"") ? Self.quoted(&rest) : Self.token(&rest)
            parameters.append((name.trimmingBlanks.lowercasedASCII, value))
        }
        self.parameters = parameters
    }

    /// The first value of a parameter, given in small letters.
    func parameter(_ name: String) -> String? { parameters.first { $0.name == name }?.value }

    private static func token(_ rest: inout Substring.UTF8View) -> String {
        let value = rest.prefix { $0 != UInt8(ascii: ";") }
        rest = rest[value.endIndex...]
        return String(Substring(value)).trimmingBlanks
    }

    /// Takes a quoted text; a backslash escapes a quote or a backslash only, since browsers send paths bare.
    private static func quoted(_ rest: inout Substring.UTF8View) -> String {
        var bytes: [UInt8] = []
        rest = rest.dropFirst()
        while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
            if byte == UInt8(ascii: "\\"), let next = rest.first,
                next == UInt8(ascii: "\"") || next == UInt8(ascii: "\\")
            {
                bytes.append(next)
                rest = rest.dropFirst()
            } else {
                bytes.append(byte)
            }
        }
        rest = rest.drop { $0 != UInt8(ascii: ";") }
        return String(decoding: bytes, as: UTF8.self)
    }
}
