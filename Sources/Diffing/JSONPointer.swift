/// The place of a value in a JSON document (RFC 6901).
package struct JSONPointer: Sendable, Hashable, CustomStringConvertible {
    /// Member names and array indices from the root down, without escapes.
    package let tokens: [String]

    package init(_ tokens: [String]) { self.tokens = tokens }

    /// The pointer as text, such as `/camera~1lens/0`.
    package var description: String { tokens.map { "/" + Self.escaped($0) }.joined() }

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
}

extension JSONPointer: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
