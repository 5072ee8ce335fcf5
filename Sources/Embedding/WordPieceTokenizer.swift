/// Turns text into the numbers a BERT model reads.
///
/// Each word is cut into the longest known pieces from left to right; pieces after the first are
/// written with `##` in the vocabulary.
struct WordPieceTokenizer: Sendable {
    private let vocabulary: Vocabulary
    private let maximumTokens: Int
    private let start: Int32
    private let end: Int32
    private let unknown: Int32

    /// Longer words are unknown without a look.
    private static let maximumScalars = 100

    /// - Parameter maximumTokens: The longest answer, with the two tokens that mark its ends.
    init(_ vocabulary: Vocabulary, maximumTokens: Int) throws(ModelFileError) {
        self.vocabulary = vocabulary
        self.maximumTokens = max(maximumTokens, 2)
        start = try vocabulary.special("[CLS]")
        end = try vocabulary.special("[SEP]")
        unknown = try vocabulary.special("[UNK]")
    }

    /// The known pieces of a text, however long, without the tokens that mark its ends.
    func pieces(of text: String) -> [Int32] {
        BasicTokenizer.words(of: text).flatMap { pieces(of: $0) }.filter { $0 != unknown }
    }

    func tokens(of text: String) -> [Int32] {
        var tokens = [start]
        for word in BasicTokenizer.words(of: text) {
            tokens += pieces(of: word)
            if tokens.count >= maximumTokens { break }
        }
        return tokens.prefix(maximumTokens - 1) + [end]
    }

    private func pieces(of word: String.UnicodeScalarView) -> [Int32] {
        guard word.count <= Self.maximumScalars else { return [unknown] }
        let bytes = Array(String(word).utf8)
        var pieces: [Int32] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            guard let (number, length) = longestPiece(of: rest, isFirst: pieces.isEmpty) else {
                return [unknown]
            }
            pieces.append(number)
            rest = rest.dropFirst(length)
        }
        return pieces
    }

    private func longestPiece(of rest: ArraySlice<UInt8>, isFirst: Bool) -> (number: Int32, length: Int)? {
        var candidate = isFirst ? Array(rest) : [UInt8(ascii: "#"), UInt8(ascii: "#")] + rest
        for length in stride(from: rest.count, to: 0, by: -1) {
            if let number = vocabulary.number(of: candidate) { return (number, length) }
            candidate.removeLast()
        }
        return nil
    }
}
