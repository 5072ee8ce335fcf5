import Domain

/// What a shelf's prompts mean: vectors of whole texts, and of the sentences of longer ones.
struct Meanings: Sendable {
    let space: VectorSpace
    private let whole: any VectorIndex<Prompt.ID>
    private let passages: any VectorIndex<Passage>
    /// How many sentences have a vector, where any have.
    private var counts: [Prompt.ID: Int] = [:]

    init(space: VectorSpace, maker: VectorIndexMaker, workspace: Workspace) {
        self.space = space
        whole = maker.whole(workspace)
        passages = maker.passages(workspace)
    }

    /// - Throws: ``EmbeddingError`` when a vector does not fit the space.
    mutating func insert(_ vector: [Float], passages vectors: [[Float]], for prompt: Prompt.ID)
        throws(EmbeddingError)
    {
        try whole.insert(vector, for: prompt)
        removePassages(of: prompt, from: vectors.count)
        for (number, vector) in vectors.enumerated() {
            try passages.insert(vector, for: Passage(prompt: prompt, number: number))
        }
        counts[prompt] = vectors.isEmpty ? nil : vectors.count
    }

    mutating func remove(_ prompt: Prompt.ID) {
        whole.remove(prompt)
        removePassages(of: prompt, from: 0)
        counts[prompt] = nil
    }

    private func removePassages(of prompt: Prompt.ID, from first: Int) {
        guard let count = counts[prompt], count > first else { return }
        for number in first..<count { passages.remove(Passage(prompt: prompt, number: number)) }
    }

    /// Forgets what was kept of prompts that are not known.
    func removeAll(where isStrange: (Prompt.ID) -> Bool) {
        whole.removeAll(where: isStrange)
        passages.removeAll { isStrange($0.prompt) || $0.number >= counts[$0.prompt] ?? 0 }
    }

    /// The nearest prompts by their whole texts, and by a sentence.
    func nearest(to vector: [Float], limit: Int, among allowed: Set<Prompt.ID>?) throws(EmbeddingError)
        -> (whole: [Prompt.ID], passages: [Prompt.ID])
    {
        let found = try whole.nearest(to: vector, limit: limit, among: allowed).map(\.key)
        guard !counts.isEmpty else { return (found, []) }
        let places = allowed.map { allowed in
            Set(
                allowed.flatMap { prompt in
                    (0..<(counts[prompt] ?? 0)).map { Passage(prompt: prompt, number: $0) }
                })
        }
        var seen: Set<Prompt.ID> = []
        let near = try passages.nearest(to: vector, limit: limit, among: places).map(\.key.prompt)
        return (found, near.filter { seen.insert($0).inserted })
    }

    /// How near prompts are in meaning, 0...1; nil where there is no vector.
    func evidence(of prompts: [Prompt.ID], for vector: [Float]) throws(EmbeddingError) -> [Double?] {
        let cosines = try whole.cosines(of: prompts, to: vector)
        var evidence: [Double?] = []
        for (prompt, cosine) in zip(prompts, cosines) {
            let keys = (0..<(counts[prompt] ?? 0)).map { Passage(prompt: prompt, number: $0) }
            let best =
                keys.isEmpty ? nil : try passages.cosines(of: keys, to: vector).compactMap(\.self).max()
            evidence.append(cosine.map { space.evidence($0, sentence: best ?? $0) })
        }
        return evidence
    }
}
