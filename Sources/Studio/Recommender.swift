package import Domain
package import Similarity
package import Telemetry

/// Remembers every prompt and offers the fitting ones again.
///
/// The index lives in memory; it is built from the history at start and follows every save.
package struct Recommender: Sendable {
    private let reader: IdeaReader
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
        await learn([prompt])
    }

    /// Takes a whole history in, page by page, the oldest prompts first.
    ///
    /// - Throws: ``StoreError`` when the history cannot be read.
    package func learn(from history: any HistoryStore) async throws(StoreError) {
        var last: Prompt.ID?
        while !Task.isCancelled {
            let page = try await history.allPrompts(after: last, limit: 64)
            guard let newest = page.last else { return }
            await learn(page)
            last = newest.id
        }
    }

    /// Offers past prompts for an idea.
    ///
    /// - Throws: ``WriterError`` when the idea cannot be read.
    package func recommend(for idea: Idea, in workspace: Workspace, limit: Int) async throws
        -> RecommendationAnswer
    {
        let reading = try await reader.read(idea)
        return try await recommend(
            RecommendationQuery(
                workspace: workspace, idea: idea.text, terms: reading.terms,
                scene: reading.understanding.scene,
                vector: await vectors(of: [reading.understanding.translation])?.first),
            limit: limit, excluding: [])
    }

    /// Offers past prompts that are like one that was just written.
    package func recommend(like prompt: Prompt, limit: Int) async throws -> RecommendationAnswer {
        try await recommend(
            RecommendationQuery(
                workspace: prompt.workspace, idea: prompt.idea.text, terms: await terms(of: prompt),
                scene: prompt.draft.scene, vector: await vectors(of: [prompt.draft.translation])?.first),
            limit: limit, excluding: [prompt.id])
    }

    private func recommend(_ query: RecommendationQuery, limit: Int, excluding: Set<Prompt.ID>) async throws
        -> RecommendationAnswer
    {
        try index.recommend(for: query, limit: limit, excluding: excluding)
    }

    private func learn(_ prompts: [Prompt]) async {
        let vectors = await vectors(of: prompts.map(\.draft.translation))
        for (offset, prompt) in prompts.enumerated() {
            let entry = RecommendationEntry(
                prompt: prompt.id, workspace: prompt.workspace, revision: prompt.head.number,
                idea: prompt.idea.text, text: prompt.head.text, scene: prompt.draft.scene,
                terms: await terms(of: prompt), vector: vectors?[offset])
            do {
                try index.insert(entry)
            } catch {
                log.warning("prompt is not recommended", ["prompt.id": prompt.id.rawValue])
            }
        }
    }

    /// Words of a prompt's idea; none when its language cannot be read, and then its scene speaks for it.
    private func terms(of prompt: Prompt) async -> [String] {
        (try? await reader.read(prompt.idea))?.terms ?? []
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
