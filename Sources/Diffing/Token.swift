/// A piece of text that an edit changes as a whole.
package struct Token: Sendable, Hashable {
    /// What a token is made of.
    package enum Kind: Sendable, Hashable, CaseIterable {
        /// Letters, with what stands inside a word: digits, apostrophes.
        case word
        /// Digits with their unit, such as `10초` or `35mm`.
        case number
        /// A Hangul word without its particle.
        case stem
        /// A Korean particle, which changes without its word.
        case particle
        case whitespace
        case newline
        /// One grapheme of anything else: punctuation, emoji, ideographs, controls.
        case symbol
    }

    package let kind: Kind
    /// The graphemes of the text it consists of, counted from 0.
    package let graphemes: Range<Int>

    /// Whether it carries meaning of its own, unlike white space and punctuation.
    package var isWord: Bool {
        switch kind {
        case .word, .number, .stem, .particle: true
        case .whitespace, .newline, .symbol: false
        }
    }
}
