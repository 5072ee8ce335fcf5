package import Domain

/// What the recommender has to say about an idea.
package struct RecommendationAnswer: Sendable, Hashable {
    /// The prompts that help, the best first.
    package let items: [Recommendation]
    /// Why nothing is offered; nil when something is.
    package let why: Abstention?

    package init(items: [Recommendation]) {
        self.items = items
        why = nil
    }

    package init(abstaining why: Abstention) {
        items = []
        self.why = why
    }
}

/// Why the recommender offers nothing.
package enum Abstention: Sendable, Hashable {
    /// The workspace has no prompt that may be offered.
    case noHistory
    /// The idea holds no word, scene or vector that could be compared.
    case nothingToCompare
    /// The best past prompt has a score below the threshold.
    case nothingAlike(best: Double, threshold: Double)

    /// A stable name for answers and metrics.
    package var code: String {
        switch self {
        case .noHistory: "no_history"
        case .nothingToCompare: "nothing_to_compare"
        case .nothingAlike: "nothing_alike"
        }
    }

    /// The reason as a sentence for the reader.
    package var sentence: String {
        switch self {
        case .noHistory: "There is no past prompt to offer yet."
        case .nothingToCompare: "The idea holds no word that could be compared with past prompts."
        case .nothingAlike(let best, let threshold):
            "No past prompt is near enough: the best has \(percent(best)), \(percent(threshold)) is needed."
        }
    }

    private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
