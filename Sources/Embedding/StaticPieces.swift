import CMatrix
import Domain

/// The word table of a model as word vectors: near words lie near each other before any text is read.
///
/// All rows of such a table share a large part that says nothing; it is taken away first (Mu and Viswanath,
/// "All-but-the-Top", 2018).
struct StaticPieces: WordPieces {
    private let tokenizer: WordPieceTokenizer
    private let weights: BERTWeights
    private let dimension: Int
    /// What all rows share.
    private let mean: [Float]

    /// Rows that the mean is taken of; more change it by less than what halves would round.
    private static let sampledRows = 2048

    init?(tokenizer: WordPieceTokenizer, weights: BERTWeights, configuration: BERTConfiguration) {
        guard configuration.vocabularySize <= Int(UInt16.max) + 1 else { return nil }
        self.tokenizer = tokenizer
        self.weights = weights
        dimension = configuration.hiddenSize
        let step = max(configuration.vocabularySize / Self.sampledRows, 1)
        var sum = [Float](repeating: 0, count: dimension)
        var count: Float = 0
        for row in stride(from: 0, to: configuration.vocabularySize, by: step) {
            for column in 0..<dimension { sum[column] += weights.words[row * dimension + column] }
            count += 1
        }
        mean = sum.map { $0 / count }
    }

    func pieces(of text: String) -> [UInt16] { Set(tokenizer.pieces(of: text).map(UInt16.init)).sorted() }

    func likeness(of pieces: [UInt16], to others: [UInt16]) -> [[Float]] {
        guard !pieces.isEmpty, !others.isEmpty else { return pieces.map { _ in [] } }
        let rows = directions(of: pieces)
        let columns = directions(of: others)
        let result = Matrix(rows: pieces.count, columns: others.count)
        cmatrix_multiply(
            rows.start, dimension, columns.start, dimension, nil, 1, result.start, others.count, pieces.count,
            others.count, dimension)
        return pieces.indices.map { Array(UnsafeBufferPointer(start: result.row($0), count: others.count)) }
    }

    /// The rows of pieces without what all share, brought to length one.
    private func directions(of pieces: [UInt16]) -> Matrix {
        let directions = Matrix(rows: pieces.count, columns: dimension)
        for (place, piece) in pieces.enumerated() {
            let (row, word) = (directions.row(place), weights.words + Int(piece) * dimension)
            var square: Float = 0
            for column in 0..<dimension {
                row[column] = word[column] - mean[column]
                square += row[column] * row[column]
            }
            let scale = square > 0 ? 1 / square.squareRoot() : 0
            for column in 0..<dimension { row[column] *= scale }
        }
        return directions
    }
}
