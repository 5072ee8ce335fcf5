/// Gives tokens with the same bytes the same number, so that they compare fast.
struct TokenInterner {
    private var known: [ArraySlice<UInt8>: Int32] = [:]
    private var spaces: [Pair: Int32] = [:]

    private struct Pair: Hashable {
        let space: Int32
        let next: Int32
    }

    mutating func identifiers(of text: TokenizedText) -> [Int32] {
        text.tokens.map { token in
            let bytes = text.bytes(of: token.graphemes)
            if let identifier = known[bytes] { return identifier }
            let identifier = Int32(truncatingIfNeeded: known.count)
            known[bytes] = identifier
            return identifier
        }
    }

    /// Makes a space the same as another only when the same token follows it.
    ///
    /// All spaces look alike; a search that may pair any two of them keeps spaces and loses words.
    /// - Parameter identifiers: Of all tokens of the text; both texts must have theirs by now.
    mutating func joiningSpaces(_ identifiers: [Int32], of text: TokenizedText) -> [Int32] {
        var joined = identifiers
        for index in identifiers.indices.dropLast() where text.tokens[index].kind == .whitespace {
            let pair = Pair(space: identifiers[index], next: identifiers[index + 1])
            // Counted on behind the tokens' own numbers.
            joined[index] = spaces[pair] ?? Int32(truncatingIfNeeded: known.count + spaces.count)
            spaces[pair] = joined[index]
        }
        return joined
    }
}
