package import Domain

extension FindMark {
    /// The place as text that a client gives back; it means nothing to it.
    package var cursor: String { "\(rank.rawValue)\(prompt)" }

    /// Reads what ``cursor`` wrote.
    package init?(cursor: String) {
        guard let rank = cursor.first?.wholeNumberValue.flatMap(MatchRank.init),
            let prompt = Prompt.ID(String(cursor.dropFirst()))
        else { return nil }
        self.init(rank: rank, prompt: prompt)
    }
}
