import Domain

/// What a ``Shelf`` keeps under its lock.
struct ShelfContents: Sendable {
    private let space: VectorSpace?
    private let vectors: (any VectorIndex<Prompt.ID>)?
    private var entries: [Prompt.ID: RecommendationEntry] = [:]
    private var lexical = LexicalIndex<Prompt.ID>()
    private var facets = FacetIndex()
    /// Prompts that somebody called not the same, by the words of the idea.
    private var barred: [LexicalDocument: Set<Prompt.ID>] = [:]

    /// How many of each channel are looked at closely.
    private static let shortlist = 48
    private static let lexicalWeight = 1.0
    private static let vectorWeight = 1.4

    init(space: VectorSpace?, vectors: (any VectorIndex<Prompt.ID>)?) {
        self.space = space
        self.vectors = vectors
    }

    var count: Int { entries.count }

    mutating func insert(_ entry: RecommendationEntry) throws(EmbeddingError) {
        if let vector = entry.vector {
            guard let vectors else { throw Self.noSpace }
            try vectors.insert(vector, for: entry.prompt)
        } else {
            vectors?.remove(entry.prompt)
        }
        let known = entries[entry.prompt]
        // Labels are told apart from what a prompt says.
        var entry = entry
        entry.facets.formUnion(known?.facets.filter(\.isLabel) ?? [])
        lexical.insert(LexicalDocument(entry), for: entry.prompt)
        facets.replace(known?.facets ?? [], by: entry.facets, of: entry.prompt)
        entries[entry.prompt] = entry
        // The vector index keeps the components; twice would be half of the memory.
        entries[entry.prompt]?.vector = nil
        // What came of it is told apart from what it says.
        if let known { entries[entry.prompt]?.outcome = known.outcome }
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
        vectors?.remove(prompt)
        facets.replace(entry.facets, by: [], of: prompt)
    }

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
        let threshold = space?.threshold ?? VectorSpace.thresholdWithoutVectors
        let good = candidates.filter { $0.evidence.score >= threshold }
        guard !good.isEmpty, limit > 0 else {
            let best = candidates.first?.evidence.score ?? 0
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

    /// The entries that one of the channels finds, scored, the best first.
    private func candidates(
        for query: RecommendationQuery, among allowed: Set<Prompt.ID>?, excluding excluded: Set<Prompt.ID>,
        limit: Int
    ) throws(EmbeddingError) -> [Candidate] {
        let words = WordChannel(query)
        let limit = max(Self.shortlist, limit * 2) + excluded.count
        var fusion = RankFusion<Prompt.ID>()
        fusion.add(words.best(in: lexical, limit: limit, among: allowed), weight: Self.lexicalWeight)
        fusion.add(try nearest(to: query.vector, limit: limit, among: allowed), weight: Self.vectorWeight)
        let merged = fusion.merged.filter { !excluded.contains($0) }
        let meanings = try meanings(of: merged, for: query.vector)
        var found: [Candidate] = []
        for (rank, prompt) in merged.enumerated() {
            guard let entry = entries[prompt] else { continue }
            let agreement = query.scene.map { SlotAgreement(query: $0, entry: entry.scene) }
            let evidence = Evidence(
                meaning: meanings[rank], meaningChannel: space?.channel,
                words: words.share(of: prompt, in: lexical),
                slots: agreement?.value, isContradicted: agreement?.isContradicted ?? false)
            found.append(
                Candidate(entry: entry, evidence: evidence, agreement: agreement, rank: rank, now: query.now))
        }
        return found.sorted { $0.score == $1.score ? $0.rank < $1.rank : $0.score > $1.score }
    }

    private func nearest(to vector: [Float]?, limit: Int, among allowed: Set<Prompt.ID>?)
        throws(EmbeddingError) -> [Prompt.ID]
    {
        guard let vector else { return [] }
        guard let vectors else { throw Self.noSpace }
        return try vectors.nearest(to: vector, limit: limit, among: allowed).map(\.key)
    }

    private func meanings(of prompts: [Prompt.ID], for vector: [Float]?) throws(EmbeddingError) -> [Double?] {
        guard let vector, let space, let vectors else { return prompts.map { _ in nil } }
        return try vectors.cosines(of: prompts, to: vector).map { $0.map(space.evidence) }
    }

    private static let noSpace = EmbeddingError(
        "This index compares words only: create it with the embedder's vector space")
}
