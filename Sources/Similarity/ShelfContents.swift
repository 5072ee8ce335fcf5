import Domain

/// What a ``Shelf`` keeps under its lock.
struct ShelfContents: Sendable {
    private var meanings: Meanings?
    private var softWords: SoftWords?
    private var entries: [Prompt.ID: RecommendationEntry] = [:]
    private var lexical = LexicalIndex<Prompt.ID>()
    private var facets = FacetIndex()
    /// Prompts that somebody called not the same, by the words of the idea.
    private var barred: [LexicalDocument: Set<Prompt.ID>] = [:]

    /// How many of each channel are looked at closely.
    private static let shortlist = 48
    private static let lexicalWeight = 1.0
    private static let vectorWeight = 1.4

    /// - Parameter meanings: Where vectors are kept; nil compares words and scenes only.
    init(meanings: Meanings?) {
        self.meanings = meanings
        softWords = meanings?.space.wordPieces.map(SoftWords.init)
    }

    var count: Int { entries.count }

    mutating func insert(_ entry: RecommendationEntry) throws(EmbeddingError) {
        if let vector = entry.vector {
            guard meanings != nil else { throw Self.noSpace }
            try meanings?.insert(vector, passages: entry.passages, for: entry.prompt)
        } else {
            meanings?.remove(entry.prompt)
        }
        let known = entries[entry.prompt]
        softWords?.remove(known?.pieces ?? [])
        softWords?.insert(entry.pieces)
        // Labels are told apart from what a prompt says.
        var entry = entry
        entry.facets.formUnion(known?.facets.filter(\.isLabel) ?? [])
        lexical.insert(LexicalDocument(entry), for: entry.prompt)
        facets.replace(known?.facets ?? [], by: entry.facets, of: entry.prompt)
        entries[entry.prompt] = entry
        // The vector index keeps the components; twice would be half of the memory.
        entries[entry.prompt]?.vector = nil
        entries[entry.prompt]?.passages = []
        if let known { entries[entry.prompt]?.outcome.keepTold(known.outcome) }
    }

    /// In how many prompts with this facet the words stand.
    func count(holding words: String, with facet: Facet) -> Int {
        let wanted = LexicalDocument(terms: [], idea: "", prompt: words)
        let holders = lexical.keys(holding: wanted).filter { entries[$0]?.facets.contains(facet) == true }
        let words = words.lowercased()
        return holders.count { entries[$0]?.text.lowercased().contains(words) == true }
    }

    func revision(of prompt: Prompt.ID) -> Int? { entries[prompt]?.revision }

    mutating func remove(_ prompt: Prompt.ID) {
        guard let entry = entries.removeValue(forKey: prompt) else { return }
        lexical.remove(prompt)
        meanings?.remove(prompt)
        softWords?.remove(entry.pieces)
        facets.replace(entry.facets, by: [], of: prompt)
    }

    /// Forgets vectors of prompts that are not here: they were kept by an earlier run.
    func removeStrangeVectors() { meanings?.removeAll { entries[$0] == nil } }

    mutating func update(_ prompt: Prompt.ID, _ change: (inout Outcome) -> Void) {
        guard var outcome = entries[prompt]?.outcome else { return }
        change(&outcome)
        entries[prompt]?.outcome = outcome
    }

    mutating func label(_ prompt: Prompt.ID, as labels: Set<ReferenceName>) {
        guard let known = entries[prompt]?.facets else { return }
        let new = known.filter { !$0.isLabel }.union(labels.map(Facet.label))
        facets.replace(known, by: new, of: prompt)
        entries[prompt]?.facets = new
    }

    mutating func bar(_ prompt: Prompt.ID, for idea: String) {
        barred[LexicalDocument(terms: [], idea: idea), default: []].insert(prompt)
    }

    func recommend(
        for query: RecommendationQuery, limit: Int, excluding excluded: Set<Prompt.ID>
    ) throws(EmbeddingError) -> RecommendationAnswer {
        let allowed = facets.prompts(with: query.facets)
        guard
            (allowed ?? Set(entries.keys.prefix(excluded.count + 1))).contains(where: {
                !excluded.contains($0)
            })
        else { return RecommendationAnswer(abstaining: .noHistory) }
        guard !WordChannel(query).isEmpty || query.vector != nil else {
            return RecommendationAnswer(abstaining: .nothingToCompare)
        }
        let barred = barred[LexicalDocument(terms: [], idea: query.idea)] ?? []
        let candidates = try candidates(
            for: query, among: allowed, excluding: excluded.union(barred), limit: limit)
        let threshold = calibration.threshold
        let good = candidates.filter { $0.chance >= threshold }
        guard !good.isEmpty, limit > 0 else {
            let best = candidates.map(\.chance).max() ?? 0
            return RecommendationAnswer(abstaining: .nothingAlike(best: best, threshold: threshold))
        }
        return RecommendationAnswer(
            items: Distinct(good, limit: limit).kept.map {
                $0.candidate.recommendation(for: query, alike: $0.alike)
            })
    }

    func ranking(for query: RecommendationQuery, limit: Int) throws(EmbeddingError)
        -> [(prompt: Prompt.ID, score: Double)]
    {
        let allowed = facets.prompts(with: query.facets)
        return try candidates(for: query, among: allowed, excluding: [], limit: limit).prefix(limit)
            .map { ($0.entry.prompt, $0.score) }
    }

    private var calibration: Calibration { meanings?.space.calibration ?? .none }

    /// The entries that one of the channels finds, scored, the best first.
    private func candidates(
        for query: RecommendationQuery, among allowed: Set<Prompt.ID>?, excluding excluded: Set<Prompt.ID>,
        limit: Int
    ) throws(EmbeddingError) -> [Candidate] {
        let words = WordChannel(query)
        let limit = max(Self.shortlist, limit * 2) + excluded.count
        var fusion = RankFusion<Prompt.ID>()
        fusion.add(words.best(in: lexical, limit: limit, among: allowed), weight: Self.lexicalWeight)
        if let vector = query.vector {
            guard let meanings else { throw Self.noSpace }
            let near = try meanings.nearest(to: vector, limit: limit, among: allowed)
            fusion.add(near.whole, weight: Self.vectorWeight)
            fusion.add(near.passages, weight: Self.vectorWeight)
        }
        let found = fusion.merged.filter { !excluded.contains($0) }.compactMap { entries[$0] }
        let evidence = try evidence(of: found, for: query, words: words)
        return found.indices.map { rank in
            Candidate(
                entry: found[rank], evidence: evidence[rank].0,
                chance: calibration.chance(evidence[rank].0.score), agreement: evidence[rank].1, rank: rank,
                now: query.now)
        }.sorted { $0.score == $1.score ? $0.rank < $1.rank : $0.score > $1.score }
    }

    /// What speaks for each of some entries.
    private func evidence(of found: [RecommendationEntry], for query: RecommendationQuery, words: WordChannel)
        throws(EmbeddingError) -> [(Evidence, SlotAgreement?)]
    {
        let none = [Double?](repeating: nil, count: found.count)
        let near =
            if let vector = query.vector, let meanings {
                try meanings.evidence(of: found.map(\.prompt), for: vector)
            } else {
                none
            }
        let soft = softWords?.shares(of: query.pieces, in: found.map(\.pieces), among: count) ?? none
        return found.indices.map { index in
            let agreement = query.scene.map { SlotAgreement(query: $0, entry: found[index].scene) }
            let isInOwnWords = !query.terms.isEmpty && !found[index].terms.isEmpty
            let evidence = Evidence(
                meaning: near[index], nearWords: soft[index],
                words: words.share(of: found[index].prompt, in: lexical), slots: agreement?.value,
                channels: meanings?.space.channels(isInOwnWords: isInOwnWords) ?? .init(),
                isContradicted: agreement?.isContradicted ?? false)
            return (evidence, agreement)
        }
    }

    private static let noSpace = EmbeddingError(
        "This index compares words only: create it with the embedder's vector space")
}
