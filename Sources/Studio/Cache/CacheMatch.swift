package import Domain
package import Similarity

/// How an idea stands to another one whose prompt it may get.
package struct CacheMatch: Sendable, Hashable {
    /// The other idea.
    package let idea: String
    package let prompt: Prompt.ID
    /// How alike the two meanings are, 0...1.
    package let score: Double
    package let verdict: MeaningVerdict
    /// Whether somebody said that the two are not the same.
    package let isSplit: Bool

    package init(idea: String, prompt: Prompt.ID, score: Double, verdict: MeaningVerdict, isSplit: Bool) {
        (self.idea, self.prompt, self.score) = (idea, prompt, score)
        (self.verdict, self.isSplit) = (verdict, isSplit)
    }

    /// The guards that say that the two ideas differ.
    var refusals: [Guard] { verdict.guards.filter { !$0.passes }.map(\.guard) }

    /// Whether the prompt may be served.
    package func isHit(from similarity: Double) -> Bool {
        verdict.decision == .same && score >= similarity && !isSplit
    }
}
