import Foundation

/// Makes the score of evidence the chance that a person finds a prompt useful.
///
/// A logistic curve over the log odds (J. Platt, "Probabilistic Outputs for Support Vector Machines", 1999), fitted
/// for each embedder by `scripts/plot-reliability` to pairs that people rated.
struct Calibration: Sendable, Hashable {
    let scale: Double
    let shift: Double
    /// Below this chance nothing is offered.
    let threshold: Double

    /// For evidence of words and scenes alone, and for embedders that nobody measured.
    static let none = Calibration(scale: 1, shift: 0, threshold: 0.35)

    private static let fitted: [String: Calibration] = [:]

    /// The curve of an embedder.
    static func of(_ embedder: String) -> Calibration { fitted[embedder] ?? none }

    /// The chance that follows from a score; both 0...1, and it grows with the score.
    func chance(_ score: Double) -> Double {
        guard score > 0, score < 1 else { return score }
        return 1 / (1 + exp(-(scale * log(score / (1 - score)) + shift)))
    }
}
