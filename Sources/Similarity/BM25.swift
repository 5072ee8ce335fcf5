import Foundation

/// The two factors of BM25.
enum BM25 {
    /// How fast a word said again stops counting.
    private static let k1: Float = 1.2
    /// How much long documents are held back.
    private static let b: Float = 0.3
    /// Documents that are imagined beside the real ones.
    static let background = 50

    /// How much it means that a document holds a word which `frequency` of `count` documents hold.
    static func rarity(of frequency: Int, among count: Int) -> Float {
        Float(log(1 + (Double(count - frequency) + 0.5) / (Double(frequency) + 0.5)))
    }

    /// How much a word of this weight counts, 0 to k1 + 1.
    static func saturation(_ weight: Float, relativeLength: Float) -> Float {
        weight * (k1 + 1) / (weight + k1 * (1 - b + b * relativeLength))
    }
}
