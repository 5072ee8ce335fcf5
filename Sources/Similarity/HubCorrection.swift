import Foundation

/// Takes from each text what it has in common with every question.
///
/// A text that is near to many questions says little about any of them. The log odds of each answer are
/// lowered by a share of the mean of the text's best ones over all questions that were asked together
/// (Conneau et al., "Word Translation Without Parallel Data", 2018, section 2.3).
package struct HubCorrection: Sendable {
    private var best: [String: [Double]] = [:]

    /// Questions whose answers make a text's mean.
    private static let neighbours = 5
    private static let share = 0.7

    package init() {}

    /// Notes how near a question came to a text.
    ///
    /// - Parameter score: A chance, 0...1.
    package mutating func note(_ score: Double, of name: String) {
        var values = best[name] ?? []
        values.append(Self.logOdds(score))
        best[name] = Array(values.sorted(by: >).prefix(Self.neighbours))
    }

    /// The answers to one question, the best first; scores stay chances.
    package func corrected(_ ranking: [(name: String, score: Double)]) -> [(name: String, score: Double)] {
        let moved = ranking.map { near in
            (near.name, 1 / (1 + exp(-(Self.logOdds(near.score) - Self.share * mean(of: near.name)))))
        }
        return moved.enumerated().sorted {
            $0.element.1 == $1.element.1 ? $0.offset < $1.offset : $0.element.1 > $1.element.1
        }.map(\.element)
    }

    private func mean(of name: String) -> Double {
        guard let values = best[name], !values.isEmpty else { return 0 }
        return values.reduce(0, +) / Double(values.count)
    }

    private static func logOdds(_ score: Double) -> Double {
        let chance = min(max(score, 1e-9), 1 - 1e-9)
        return log(chance / (1 - chance))
    }
}
