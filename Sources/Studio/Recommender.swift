package import Domain
package import Similarity
package import Telemetry

/// Remembers every prompt and offers the fitting ones again.
///
/// The index lives in memory; it is built from the history at start and follows every save.
package struct Recommender: Sendable {
    let reader: IdeaReader
    private let embedder: any Embedder
    private let index: RecommendationIndex
    private let log: Log

    package init(reader: IdeaReader, embedder: any Embedder, log: Log) {
        self.reader = reader
        self.embedder = embedder
        self.log = log
        index = RecommendationIndex(space: VectorSpace(of: embedder))
    }

    /// Takes a prompt in, or its newest revision.
    package func learn(_ prompt: Prompt) async {
        insert(await entry(of: prompt, vector: await vectors(of: [prompt])?.first))
    }

    /// Offers a prompt no more.
    package func forget(_ prompt: Prompt.ID, in workspace: Workspace) {
        index.remove(prompt, from: workspace)
    }

    /// Takes a whole history in, the oldest prompts first: first by their words, then by their meaning.
    ///
    /// - Parameters:
    ///   - history: Where the prompts are.
    ///   - limit: Meaning is left out when there are more prompts than this; it takes milliseconds each.
    /// - Throws: ``StoreError`` when the history cannot be read.
    package func learn(from history: any HistoryStore, meaningUpTo limit: Int = .max)
        async throws(StoreError)
    {
        var count = 0
        try await forEachPage(of: history) { page in
            count += page.count
            for prompt in page { insert(await entry(of: prompt, vector: nil)) }
        }
        guard count <= limit else { return }
        try await forEachPage(of: history) { page in
            guard let vectors = await vectors(of: page) else { return }
            for (prompt, vector) in zip(page, vectors) { insert(await entry(of: prompt, vector: vector)) }
        }
    }

    /// Offers past prompts like one that was just written, and takes it in.
    package func introduce(_ prompt: Prompt, limit: Int) async -> [Recommendation] {
        let entry = await entry(of: prompt, vector: await vectors(of: [prompt])?.first)
        let query = RecommendationQuery(
            workspace: entry.workspace, idea: entry.idea, terms: entry.terms, scene: entry.scene,
            vector: entry.vector)
        let answer = try? index.recommend(for: query, limit: limit, excluding: [prompt.id])
        insert(entry)
        return answer?.items ?? []
    }

    /// Offers past prompts for an idea.
    ///
    /// - Throws: ``WriterError`` when the idea cannot be read.
    package func recommend(for idea: Idea, in workspace: Workspace, limit: Int) async throws
        -> RecommendationAnswer
    {
        let reading = try await reader.read(idea)
        let query = RecommendationQuery(
            workspace: workspace, idea: idea.text, terms: reading.terms,
            scene: reading.understanding.scene,
            vector: await vectors(of: [reading.understanding.translation])?.first)
        return try index.recommend(for: query, limit: limit)
    }

    /// The idea in plain English; nil when it cannot be read.
    func translation(of idea: Idea) async -> String? {
        (try? await reader.read(idea))?.understanding.translation
    }

    private func forEachPage(of history: any HistoryStore, _ body: ([Prompt]) async -> Void)
        async throws(StoreError)
    {
        var last: Prompt.ID?
        while !Task.isCancelled {
            let page = try await history.allPrompts(after: last, limit: 64)
            guard let newest = page.last else { return }
            await body(page)
            last = newest.id
        }
    }

    private func entry(of prompt: Prompt, vector: [Float]?) async -> RecommendationEntry {
        RecommendationEntry(
            prompt: prompt.id, workspace: prompt.workspace, revision: prompt.head.number,
            idea: prompt.idea.text, text: prompt.head.text, scene: prompt.draft.scene,
            terms: await terms(of: prompt), vector: vector)
    }

    private func insert(_ entry: RecommendationEntry) {
        do {
            try index.insert(entry)
        } catch {
            log.warning("prompt is not recommended", ["prompt.id": entry.prompt.rawValue])
        }
    }

    /// Words of a prompt's idea; none when its language cannot be read, and then its scene speaks for it.
    private func terms(of prompt: Prompt) async -> [String] {
        (try? await reader.read(prompt.idea))?.terms ?? []
    }

    private func vectors(of prompts: [Prompt]) async -> [[Float]]? {
        await vectors(of: prompts.map(\.draft.translation))
    }

    private func vectors(of texts: [String]) async -> [[Float]]? {
        do {
            return try await embedder.embed(texts)
        } catch {
            log.warning("texts were not embedded", ["reason": error.message])
            return nil
        }
    }
}
