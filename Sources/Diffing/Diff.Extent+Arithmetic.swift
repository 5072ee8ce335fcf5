package import Domain

extension Diff.Extent {
    package static let zero = Self(utf8: 0, utf16: 0, graphemes: 0)

    /// Measures a text.
    package init(of text: String) {
        self.init(utf8: text.utf8.count, utf16: text.utf16.count, graphemes: text.count)
    }

    package static func + (start: Self, length: Self) -> Self {
        Self(
            utf8: start.utf8 + length.utf8, utf16: start.utf16 + length.utf16,
            graphemes: start.graphemes + length.graphemes)
    }

    package static func - (end: Self, start: Self) -> Self {
        Self(
            utf8: end.utf8 - start.utf8, utf16: end.utf16 - start.utf16,
            graphemes: end.graphemes - start.graphemes)
    }
}

extension Diff.Span {
    /// Where it ends, from the start of the text.
    package var end: Diff.Extent { start + length }
}
