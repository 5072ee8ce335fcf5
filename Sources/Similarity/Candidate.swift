import Domain

/// A past prompt that may be offered, with what speaks for it.
struct Candidate {
    let entry: RecommendationEntry
    let evidence: Evidence
    let agreement: SlotAgreement?
    /// Place in the merged list of the channels; it decides between equal scores.
    let rank: Int
    let score: Double

    init(entry: RecommendationEntry, evidence: Evidence, agreement: SlotAgreement?, rank: Int) {
        self.entry = entry
        self.evidence = evidence
        self.agreement = agreement
        self.rank = rank
        score = evidence.score
    }

    var subjects: Set<String> { Set(entry.scene.subjects.map(\.name)) }

    func recommendation(for query: RecommendationQuery) -> Recommendation {
        let reasons = Reasons(query: query, entry: entry, evidence: evidence, agreement: agreement)
        return Recommendation(
            prompt: entry.prompt, revision: entry.revision, idea: entry.idea, text: entry.text,
            score: score, reasons: reasons.list)
    }
}
