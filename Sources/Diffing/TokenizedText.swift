package import Domain

/// A text cut into tokens of whole graphemes; joined, they give its bytes back.
package struct TokenizedText: Sendable {
    package let tokens: [Token]
    let bytes: [UInt8]
    let kinds: [Grapheme]
    /// Where each grapheme starts, with the end of the text behind the last.
    private let utf8Starts: [Int]
    private let utf16Starts: [Int]

    /// Cuts a text; any text will do, and nothing is normalised.
    package init(_ text: String) {
        let cutter = GraphemeCutter(text)
        bytes = cutter.bytes
        kinds = cutter.kinds
        utf8Starts = cutter.utf8Starts
        utf16Starts = cutter.utf16Starts
        var tokenizer = Tokenizer(kinds: kinds, bytes: bytes, utf8Starts: utf8Starts)
        tokens = tokenizer.run()
    }

    /// Number of graphemes.
    package var count: Int { kinds.count }

    package var length: Diff.Extent { extent(at: count) }

    /// How far a grapheme stands from the start of the text.
    package func extent(at grapheme: Int) -> Diff.Extent {
        Diff.Extent(
            utf8: utf8Starts[grapheme], utf16: utf16Starts[grapheme], graphemes: grapheme)
    }

    package func span(of graphemes: Range<Int>) -> Diff.Span {
        let start = extent(at: graphemes.lowerBound)
        return Diff.Span(start: start, length: extent(at: graphemes.upperBound) - start)
    }

    /// The bytes of some graphemes, which is what equality of text means here.
    func bytes(of graphemes: Range<Int>) -> ArraySlice<UInt8> {
        bytes[utf8Starts[graphemes.lowerBound]..<utf8Starts[graphemes.upperBound]]
    }

    package func text(of graphemes: Range<Int>) -> String {
        String(decoding: bytes(of: graphemes), as: UTF8.self)
    }

    func graphemes(ofTokens range: Range<Int>) -> Range<Int> {
        firstGrapheme(ofToken: range.lowerBound)..<firstGrapheme(ofToken: range.upperBound)
    }

    private func firstGrapheme(ofToken index: Int) -> Int {
        index < tokens.count ? tokens[index].graphemes.lowerBound : count
    }

    /// The graphemes that hold some bytes, whole ones even where the bytes end inside.
    func graphemes(fromByte start: Int, count length: Int) -> Range<Int> {
        let end = firstGrapheme(notBeforeByte: start + length)
        let low = firstGrapheme(notBeforeByte: start)
        return (low > 0 && utf8Starts[low] > start ? low - 1 : low)..<end
    }

    private func firstGrapheme(notBeforeByte byte: Int) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if utf8Starts[middle] < byte { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The token that a grapheme belongs to.
    func token(holding grapheme: Int) -> Token {
        var low = 0
        var high = tokens.count - 1
        while low < high {
            let middle = (low + high) / 2
            if tokens[middle].graphemes.upperBound <= grapheme { low = middle + 1 } else { high = middle }
        }
        return tokens[low]
    }

    package func text(of token: Token) -> String { text(of: token.graphemes) }
}
