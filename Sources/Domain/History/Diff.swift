/// The way from one text to another, as data.
///
/// Operations are ordered and do not touch; what lies between them is the same on both sides. So a
/// diff can be applied, inverted, replayed and searched without the texts it came from.
package struct Diff: Sendable, Hashable, Codable {
    /// The format that this version of Reprise writes.
    package static let currentFormat = 1

    package let format: Int
    package let operations: [Operation]
    /// Length of the old text, so that a diff is refused on a text it was not made for.
    package let oldLength: Extent
    package let newLength: Extent
    /// Whether the texts were too far apart to look for the smallest change.
    ///
    /// The operations are right all the same, only larger than they need be.
    package let isCoarse: Bool

    package init(
        format: Int = Self.currentFormat, operations: [Operation], oldLength: Extent, newLength: Extent,
        isCoarse: Bool = false
    ) {
        self.format = format
        self.operations = operations
        self.oldLength = oldLength
        self.newLength = newLength
        self.isCoarse = isCoarse
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
