import Domain
import Foundation
import HTTPServer
import Studio

/// Where the next page of a list begins, as clients carry it: a text that means nothing to them.
///
/// It names the last item of the page before, so a page stays in place while others write.
enum Cursor {
    static let field = Field<String>(
        "cursor", in: .query, "Where the page begins: what `next` of the page before says.",
        schema: ["type": "string"]
    ) { text throws(Field<String>.Fault) in
        guard let position = position(of: text) else {
            throw .init(code: .malformed, expected: Self.expected)
        }
        return position
    }

    static let expected = "what `next` of the page before says"

    /// The text of a position, of letters that need no encoding in an address.
    static func text(of position: String) -> String {
        Data(position.utf8).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
            .replacing("=", with: "")
    }

    private static func position(of text: String) -> String? {
        let plain = text.replacing("-", with: "+").replacing("_", with: "/")
        let padded = plain + String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4)
        return Data(base64Encoded: padded).flatMap { String(validating: $0, as: UTF8.self) }
    }
}

extension Input {
    /// The identifier that a page begins behind; nil for the first page.
    ///
    /// - Throws: ``InputError`` naming `cursor`.
    func position<Kind>(_ type: Identifier<Kind>.Type) throws -> Identifier<Kind>? {
        guard let text = try value(Cursor.field) else { return nil }
        guard let identifier = Identifier<Kind>(text) else {
            throw InputError(field: "cursor", code: .malformed, expected: Cursor.expected)
        }
        return identifier
    }

    /// The mark that a page of a search begins behind; nil for the first page.
    ///
    /// - Throws: ``InputError`` naming `cursor`.
    var findPosition: FindMark? {
        get throws {
            guard let text = try value(Cursor.field) else { return nil }
            guard let mark = FindMark(cursor: text) else {
                throw InputError(field: "cursor", code: .malformed, expected: Cursor.expected)
            }
            return mark
        }
    }

    /// This list from another position on, with the same search and the same fields.
    func path(from position: String, limit: Int) -> String {
        let query = request.queryText(without: ["cursor", "limit"])
        let mark = query.isEmpty ? "?" : query + "&"
        return "\(request.path)\(mark)cursor=\(Cursor.text(of: position))&limit=\(limit)"
    }
}
