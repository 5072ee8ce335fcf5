/// The way from one text to another, as data.
///
/// Operations are ordered and do not touch; what lies between them is the same on both sides. So a
/// diff can be applied, inverted, replayed and searched without the texts it came from.
package struct Diff: Sendable, Hashable, Codable {
    /// The format that this version of Reprise writes.
    package static let currentFormat = 2

    package let format: Int
    package let operations: [Operation]
    /// Length of the old text, so that a diff is refused on a text it was not made for.
    package let oldLength: Extent
    package let newLength: Extent
    /// Whether the texts were too far apart to look for the smallest change.
    ///
    /// The operations are right all the same, only larger than they need be.
    package let isCoarse: Bool
    /// Text that was taken out in one place and put in at another; since format 2.
    ///
    /// The operations say it all without them: moves are what a reader sees in the operations.
    package let moves: [Move]

    package init(
        format: Int = Self.currentFormat, operations: [Operation], oldLength: Extent, newLength: Extent,
        isCoarse: Bool = false, moves: [Move] = []
    ) {
        self.format = format
        self.operations = operations
        self.oldLength = oldLength
        self.newLength = newLength
        self.isCoarse = isCoarse
        self.moves = moves
    }

    /// One change: `oldText` at `old` becomes `newText` at `new`.
    package struct Operation: Sendable, Hashable, Codable {
        package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
            case insert, delete, replace
        }

        package let kind: Kind
        package let old: Span
        package let new: Span
        package let oldText: String
        package let newText: String

        package init(kind: Kind, old: Span, new: Span, oldText: String, newText: String) {
            self.kind = kind
            self.old = old
            self.new = new
            self.oldText = oldText
            self.newText = newText
        }
    }

    /// A text that stands within what one operation takes out, and within what one puts in.
    package struct Move: Sendable, Hashable, Codable {
        package let old: Span
        package let new: Span
        package let text: String

        package init(old: Span, new: Span, text: String) {
            self.old = old
            self.new = new
            self.text = text
        }
    }

    /// A place in a text: where it starts and how long it is.
    package struct Span: Sendable, Hashable, Codable {
        package let start: Extent
        package let length: Extent

        package init(start: Extent, length: Extent) {
            self.start = start
            self.length = length
        }
    }

    /// A length, or a distance from the start, in the three units that readers of a diff count in.
    package struct Extent: Sendable, Hashable, Codable {
        package var utf8: Int
        package var utf16: Int
        package var graphemes: Int

        package init(utf8: Int, utf16: Int, graphemes: Int) {
            self.utf8 = utf8
            self.utf16 = utf16
            self.graphemes = graphemes
        }
    }
}

extension Diff {
    private enum CodingKeys: String, CodingKey {
        case format, operations, oldLength, newLength, isCoarse, moves
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            format: try container.decode(Int.self, forKey: .format),
            operations: try container.decode([Operation].self, forKey: .operations),
            oldLength: try container.decode(Extent.self, forKey: .oldLength),
            newLength: try container.decode(Extent.self, forKey: .newLength),
            isCoarse: try container.decode(Bool.self, forKey: .isCoarse),
            moves: try container.decodeIfPresent([Move].self, forKey: .moves) ?? [])
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(format, forKey: .format)
        try container.encode(operations, forKey: .operations)
        try container.encode(oldLength, forKey: .oldLength)
        try container.encode(newLength, forKey: .newLength)
        try container.encode(isCoarse, forKey: .isCoarse)
        if format > 1 { try container.encode(moves, forKey: .moves) }
    }
}
