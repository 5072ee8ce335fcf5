/// The name of a team's own part of the history; nothing crosses from one to another.
package struct Workspace: Sendable, Hashable, Codable, RawRepresentable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    /// Reads a name that somebody typed: 1 to 64 small letters, digits, `-`, `_` and `.`.
    ///
    /// - Throws: ``InputError`` naming `field`.
    package init(typed text: String, field: String) throws(InputError) {
        let isName = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                true
            default: false
            }
        }
        guard (1...64).contains(text.utf8.count), isName else {
            throw InputError(
                field: field, code: .malformed, expected: "1 to 64 small letters, digits, '-', '_' and '.'")
        }
        rawValue = text
    }

    /// Where everything goes that names no other workspace.
    package static let standard = Self(rawValue: "default")
}
