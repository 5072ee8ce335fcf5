import Domain

/// Compares the words of a question with those of texts by how near they are, not only by whether they are equal.
///
/// Each piece of the question looks for its nearest one in the text, and rare pieces count more (after the late
/// interaction of Khattab and Zaharia, "ColBERT", 2020, with word vectors that need no text).
struct SoftWords: Sendable {
    private let model: any WordPieces
    /// In how many texts each piece stands.
    private var frequencies: [UInt16: Int32] = [:]

    init(_ model: any WordPieces) { self.model = model }

    mutating func insert(_ pieces: [UInt16]) {
        for piece in pieces { frequencies[piece, default: 0] += 1 }
    }

    mutating func remove(_ pieces: [UInt16]) {
        for piece in pieces {
            guard let count = frequencies[piece] else { continue }
            frequencies[piece] = count > 1 ? count - 1 : nil
        }
    }

    /// How much of a question each text says in near words, 0...1; nil for a question or a text without pieces.
    ///
    /// - Parameter count: How many texts there are.
    func shares(of question: [UInt16], in texts: [[UInt16]], among count: Int) -> [Double?] {
        guard !question.isEmpty else { return texts.map { _ in nil } }
        let all = Set(texts.joined()).sorted()
        let places = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, $0) })
        let rows = model.likeness(of: question, to: all)
        let weights = question.map {
            BM25.rarity(of: Int(frequencies[$0] ?? 0), among: count + BM25.background).squareRoot()
        }
        let whole = weights.reduce(0, +)
        return texts.map { text in
            guard !text.isEmpty, whole > 0 else { return nil }
            let columns = text.compactMap { places[$0] }
            let sum = zip(rows, weights).reduce(Float(0)) { sum, row in
                sum + row.1 * columns.reduce(0) { max($0, row.0[$1]) }
            }
            return Double(min(sum / whole, 1))
        }
    }
}
