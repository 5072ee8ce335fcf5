import Domain

/// What a ``Shelf`` keeps under its lock.
struct ShelfContents: Sendable {
    private let space: VectorSpace?
    private var entries: [Prompt.ID: RecommendationEntry] = [:]
    private var lexical = LexicalIndex<Prompt.ID>()
    private var vectors: VectorTable<Prompt.ID>?

    /// Below this score nothing is offered.
    private static let threshold = 0.35
    /// How many of each channel are looked at closely.
    private static let shortlist = 48
    private static let lexicalWeight = 1.0
    private static let vectorWeight = 1.4
    /// From here on two prompts are one to the reader.
    private static let duplicateOverlap = 0.85

    init(space: VectorSpace?) {
        self.space = space
        vectors = space.map { VectorTable(dimension: $0.dimension) }
    }

    var count: Int { entries.count }

    mutating func insert(_ entry: RecommendationEntry) throws(EmbeddingError) {
        if let vector = entry.vector {
            guard vectors != nil else { throw Self.noSpace }
            try vectors?.insert(vector, for: entry.prompt)
        } else {
            vectors?.remove(entry.prompt)
        }
        lexical.insert(Self.document(of: entry), for: entry.prompt)
        entries[entry.prompt] = entry
        // The table keeps the components; twice would be half of the memory.
        entries[entry.prompt]?.vector = nil
    }

    mutating func remove(_ prompt: Prompt.ID) {
        guard entries.removeValue(forKey: prompt) != nil else { return }
        lexical.remove(prompt)
        vectors?.remove(prompt)
    }

    func recommend(
        for query: RecommendationQuery, limit: Int, excluding excluded: Set<Prompt.ID>
    ) throws(EmbeddingError) -> RecommendationAnswer {
        guard entries.keys.contains(where: { !excluded.contains($0) }) else {
            return RecommendationAnswer(abstaining: .noHistory)
        }
        let words = WordChannel(query)
        guard !words.isEmpty || query.vector != nil else {
            return RecommendationAnswer(abstaining: .nothingToCompare)
        }
        let candidates = try candidates(for: query, words: words, excluding: excluded)
        let good = candidates.filter { $0.score >= Self.threshold }
        guard !good.isEmpty, limit > 0 else {
            let best = candidates.first?.score ?? 0
            return RecommendationAnswer(abstaining: .nothingAlike(best: best, threshold: Self.threshold))
        }
        return RecommendationAnswer(
            items: Self.distinct(good, limit: limit).map { $0.recommendation(for: query) })
    }

    /// The entries that one of the channels finds, scored, the best first.
    private func candidates(
        for query: RecommendationQuery, words: WordChannel, excluding excluded: Set<Prompt.ID>
    ) throws(EmbeddingError) -> [Candidate] {
        let limit = Self.shortlist + excluded.count
        var fusion = RankFusion<Prompt.ID>()
        fusion.add(words.best(in: lexical, limit: limit), weight: Self.lexicalWeight)
        fusion.add(try nearest(to: query.vector, limit: limit), weight: Self.vectorWeight)
        var found: [Candidate] = []
        for (rank, prompt) in fusion.merged.enumerated() where !excluded.contains(prompt) {
            guard let entry = entries[prompt] else { continue }
            let agreement = query.scene.map { SlotAgreement(query: $0, entry: entry.scene) }
            let evidence = Evidence(
                meaning: try meaning(of: prompt, for: query.vector), meaningChannel: space?.channel,
                words: words.share(of: prompt, in: lexical),
                slots: agreement?.value, isContradicted: agreement?.isContradicted ?? false)
            found.append(Candidate(entry: entry, evidence: evidence, agreement: agreement, rank: rank))
        }
        return found.sorted { $0.score == $1.score ? $0.rank < $1.rank : $0.score > $1.score }
    }

    private func nearest(to vector: [Float]?, limit: Int) throws(EmbeddingError) -> [Prompt.ID] {
        guard let vector else { return [] }
        guard let vectors else { throw Self.noSpace }
        return try vectors.nearest(to: vector, limit: limit).map(\.key)
    }

    private func meaning(of prompt: Prompt.ID, for vector: [Float]?) throws(EmbeddingError) -> Double? {
        guard let vector, let space, let vectors else { return nil }
        return try vectors.cosine(of: prompt, to: vector).map(space.evidence)
    }

    /// The first of each kind: near-duplicates of a better one are left out.
    private static func distinct(_ candidates: [Candidate], limit: Int) -> [Candidate] {
        var kept: [(candidate: Candidate, words: LexicalDocument)] = []
        for candidate in candidates where kept.count < limit {
            let words = document(of: candidate.entry)
            let isKnown = kept.contains { other in
                other.candidate.subjects == candidate.subjects
                    && other.words.overlap(with: words) >= duplicateOverlap
            }
            if !isKnown { kept.append((candidate, words)) }
        }
        return kept.map(\.candidate)
    }

    private static func document(of entry: RecommendationEntry) -> LexicalDocument {
        LexicalDocument(terms: entry.terms, idea: entry.idea, prompt: entry.text)
    }

    private static let noSpace = EmbeddingError(
        "This index compares words only: create it with the embedder's vector space")
}
