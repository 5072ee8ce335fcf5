/// The place of a value in a JSON document (RFC 6901).
///
/// `..` is a name like any other and leads nowhere else.
package struct JSONPointer: Sendable, Hashable, CustomStringConvertible {
    /// Member names and array indices from the root down, without escapes.
    package let tokens: [String]

    package init(_ tokens: [String]) { self.tokens = tokens }

    /// Reads a pointer such as `/camera~1lens/0`; the empty one is the whole document.
    ///
    /// - Throws: ``JSONPointerError`` when it does not start with `/` or has a `~` that is neither `~0`
    ///   nor `~1`.
    package init(reading text: String) throws(JSONPointerError) {
        guard !text.isEmpty else {
            tokens = []
            return
        }
        guard text.utf8.first == UInt8(ascii: "/") else { throw .noSlash(text) }
        var tokens: [String] = []
        for part in text.utf8.dropFirst().split(
            separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        {
            guard let token = Self.unescaped(part) else { throw .badEscape(text) }
            tokens.append(token)
        }
        self.tokens = tokens
    }

    /// The pointer as text, such as `/camera~1lens/0`.
    package var description: String { tokens.map { "/" + Self.escaped($0) }.joined() }

    package static func + (pointer: Self, token: String) -> Self { Self(pointer.tokens + [token]) }

    /// Whether another pointer leads to this value or into it.
    func leads(to other: Self) -> Bool {
        tokens.count <= other.tokens.count
            && zip(tokens, other.tokens).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
    }

    /// `~` becomes `~0` first, so that the `~1` for `/` is not escaped again.
    private static func escaped(_ token: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in token.unicodeScalars {
            switch scalar {
            case "~": escaped.append(contentsOf: "~0".unicodeScalars)
            case "/": escaped.append(contentsOf: "~1".unicodeScalars)
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }

    private static func unescaped(_ part: Substring.UTF8View) -> String? {
        var bytes: [UInt8] = []
        var isEscaped = false
        for byte in part {
            switch (isEscaped, byte) {
            case (false, UInt8(ascii: "~")): isEscaped = true
            case (false, _): bytes.append(byte)
            case (true, UInt8(ascii: "0")), (true, UInt8(ascii: "1")):
                bytes.append(byte == UInt8(ascii: "0") ? UInt8(ascii: "~") : UInt8(ascii: "/"))
                isEscaped = false
            case (true, _): return nil
            }
        }
        return isEscaped ? nil : String(decoding: bytes, as: UTF8.self)
    }
}

/// Why some text is no pointer.
package enum JSONPointerError: Error, Sendable, Hashable, CustomStringConvertible {
    case noSlash(String)
    case badEscape(String)

    package var description: String {
        switch self {
        case .noSlash(let text): "the pointer “\(text)” does not start with “/”"
        case .badEscape(let text): "the pointer “\(text)” has a “~” that is neither “~0” nor “~1”"
        }
    }
}

extension JSONPointer: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
