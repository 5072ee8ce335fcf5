import Domain
import Foundation

/// A past prompt that may be offered, with what speaks for it.
struct Candidate {
    let entry: RecommendationEntry
    let evidence: Evidence
    let agreement: SlotAgreement?
    /// Place in the merged list of the channels; it decides between equal scores.
    let rank: Int
    /// The chance that it helps, by the evidence alone.
    let chance: Double
    /// The chance that it helps, by the evidence and by what came of it so far.
    let score: Double

    init(
        entry: RecommendationEntry, evidence: Evidence, chance: Double, agreement: SlotAgreement?, rank: Int,
        now: Timestamp?
    ) {
        self.entry = entry
        self.evidence = evidence
        self.agreement = agreement
        self.rank = rank
        self.chance = chance
        score = Self.shifted(chance, by: entry.outcome.shift(at: now))
    }

    var subjects: Set<String> { Set(entry.scene.subjects.map(\.name)) }

    func recommendation(for query: RecommendationQuery, alike: Int) -> Recommendation {
        let reasons = Reasons(query: query, entry: entry, evidence: evidence, agreement: agreement)
        return Recommendation(
            prompt: entry.prompt, revision: entry.revision, idea: entry.idea, text: entry.text,
            score: score, reasons: reasons.list, alike: alike)
    }

    /// Moves a chance by so much of its log odds; what is sure stays sure.
    private static func shifted(_ chance: Double, by logOdds: Double) -> Double {
        guard logOdds != 0, chance > 0, chance < 1 else { return chance }
        return 1 / (1 + exp(-(log(chance / (1 - chance)) + logOdds)))
    }
}
