package import Domain
package import Similarity
import Synchronization
package import Telemetry
import VectorIndex

/// Remembers every prompt and offers the fitting ones again.
///
/// The index lives in memory; it is built from the history at start and follows every save. Another
/// embedder gets an index of its own in the background, while the old one answers.
package struct Recommender: Sendable {
    let reader: IdeaReader
    private let generations: Generations
    let log: Log
    /// What people changed in the prompts.
    let edits = LearnedEdits()
    /// What people said of prompts that were offered.
    private let said = FeedbackBook()
    private let graphs: RecommenderGraphs?

    /// - Parameter graphs: Where graphs are kept between runs; nil keeps them in memory only.
    package init(
        reader: IdeaReader, embedder: any Embedder, log: Log, graphs: RecommenderGraphs? = nil
    ) {
        self.reader = reader
        self.log = log
        self.graphs = graphs
        generations = Generations(Generation(embedder, graphs: graphs))
    }

    /// The embedder whose vectors answer now.
    package var embedder: Version { generations.current.embedder.version }

    /// Takes a prompt in, or its newest revision.
    package func learn(_ prompt: Prompt) async {
        for generation in generations.all { await learn(prompt, in: generation) }
    }

    /// Whether the newest revision of a prompt was taken in already.
    func knows(_ prompt: Prompt) -> Bool {
        generations.all.allSatisfy {
            $0.index.revision(of: prompt.id, in: prompt.workspace) == prompt.head.number
        }
    }

    /// Offers a prompt no more, and forgets what was edited in it.
    package func forget(_ prompt: Prompt.ID, in workspace: Workspace) {
        for generation in generations.all { generation.index.remove(prompt, from: workspace) }
        edits.forget(prompt, in: workspace)
    }

    /// Takes a whole history in, the oldest prompts first.
    ///
    /// - Returns: How many prompts there are.
    /// - Throws: ``StoreError`` when the history cannot be read.
    @discardableResult
    package func learn(from history: any HistoryStore) async throws(StoreError) -> Int {
        var count = 0
        try await forEachPage(of: history) { page in
            count += page.count
            await learn(page, in: generations.current)
        }
        generations.current.index.removeStrangeVectors()
        return count
    }

    /// Embeds the whole history anew, and answers by the new vectors once all are there.
    ///
    /// What is saved meanwhile goes to both.
    ///
    /// - Parameters:
    ///   - embedder: Embeds the prompts.
    ///   - questions: Embeds what is asked, to the same vectors; the embedder itself without it.
    ///   - history: Where the prompts are.
    ///   - learning: Where feedback and decisions are.
    /// - Throws: ``StoreError`` when the history cannot be read; the old vectors answer on.
    package func change(
        to embedder: any Embedder, asking questions: (any Embedder)? = nil,
        from history: any Archive, learning: any LearningStore
    ) async throws(StoreError) {
        let next = Generation(embedder, questions: questions, graphs: graphs)
        generations.begin(next)
        do throws(StoreError) {
            try await forEachPage(of: history) { page in await learn(page, in: next) }
            try await learnOutcomes(from: history, learning: learning)
        } catch {
            generations.abandon(next)
            throw error
        }
        guard !Task.isCancelled else { return generations.abandon(next) }
        next.index.removeStrangeVectors()
        generations.finish(next)
    }

    /// Offers past prompts like one that was just written, and takes it in.
    package func introduce(_ prompt: Prompt, limit: Int) async -> [Recommendation] {
        let generation = generations.current
        let entry = await entry(of: prompt, by: generation)
        let query = RecommendationQuery(
            workspace: entry.workspace, idea: entry.idea, english: entry.english, terms: entry.terms,
            scene: entry.scene, vector: entry.vector,
            pieces: pieces(of: [entry.english], by: generation.embedder),
            now: prompt.createdAt)
        let answer = try? generation.index.recommend(for: query, limit: limit, excluding: [prompt.id])
        insert(entry, in: generation)
        for other in generations.all where other.index !== generation.index { await learn(prompt, in: other) }
        return answer?.items ?? []
    }

    /// Offers past prompts for an idea.
    ///
    /// - Throws: ``WriterError`` when the idea cannot be read.
    package func recommend(
        for idea: Idea, in workspace: Workspace, limit: Int, facets: Set<Facet> = [],
        excluding excluded: Set<Prompt.ID> = [], at now: Timestamp? = nil
    ) async throws -> RecommendationAnswer {
        let reading = try await reader.read(idea)
        let generation = generations.current
        let english = reading.understanding.translation
        let query = RecommendationQuery(
            workspace: workspace, idea: idea.text, english: english, terms: reading.terms,
            scene: reading.understanding.scene,
            vector: await vectors(of: [english], by: generation.questions)?.first,
            pieces: pieces(of: [english], by: generation.questions), facets: facets, now: now)
        return try generation.index.recommend(for: query, limit: limit, excluding: excluded)
    }

    /// In how many prompts of a kind these words stand.
    func count(holding words: String, category: Category, in workspace: Workspace) -> Int {
        generations.current.index.count(holding: words, with: .category(category), in: workspace)
    }

    /// Changes what is known to have come of a prompt, in every index.
    func update(_ prompt: Prompt.ID, in workspace: Workspace, _ change: (inout Outcome) -> Void) {
        for generation in generations.all { generation.index.update(prompt, in: workspace, change) }
    }

    /// Lets the filter by labels follow.
    func label(_ prompt: Prompt, as labels: [Domain.Label]) {
        for generation in generations.all {
            generation.index.label(prompt.id, as: Set(labels.map(\.name)), in: prompt.workspace)
        }
    }

    /// Lets the ranking follow what was noted about a prompt: rating, uses, whether it became a video.
    package func follow(_ prompt: Prompt) {
        update(prompt.id, in: prompt.workspace) { $0.follow(prompt.marks) }
    }

    /// Lets the ranking follow a feedback; one that was heard before changes nothing.
    package func hear(_ feedback: RecommendationFeedback) {
        guard let counts = said.hear(feedback) else { return }
        follow(feedback, counts: counts)
    }

    /// Lets the ranking follow everything that was said; another index has not heard it yet.
    func followFeedback() {
        for (feedback, counts) in said.all { follow(feedback, counts: counts) }
    }

    private func follow(_ feedback: RecommendationFeedback, counts: FeedbackCounts) {
        update(feedback.prompt, in: feedback.workspace) { $0.feedback = counts }
        guard feedback.verdict == .notTheSame else { return }
        for generation in generations.all {
            generation.index.bar(feedback.prompt, for: feedback.idea, in: feedback.workspace)
        }
    }

    /// The idea in plain English; nil when it cannot be read.
    func translation(of idea: Idea) async -> String? {
        (try? await reader.read(idea))?.understanding.translation
    }

    func forEachPage(of history: any HistoryStore, _ body: ([Prompt]) async -> Void)
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

    private func learn(_ prompt: Prompt, in generation: Generation) async {
        await learn([prompt], in: generation)
    }

    private func learn(_ prompts: [Prompt], in generation: Generation) async {
        for prompt in prompts { insert(await entry(of: prompt, by: generation), in: generation) }
    }

    private func insert(_ entry: RecommendationEntry, in generation: Generation) {
        do {
            try generation.index.insert(entry)
        } catch {
            log.warning("prompt is not recommended", ["prompt.id": entry.prompt.rawValue])
        }
    }

    private func entry(of prompt: Prompt, by generation: Generation) async -> RecommendationEntry {
        let english = prompt.draft.translation
        let vectors = await vectors(of: [english] + Sentences.of(english), by: generation.embedder)
        // A language that cannot be read has no terms, and then the scene speaks for the prompt.
        let terms = (try? await reader.read(prompt.idea))?.terms ?? []
        return RecommendationEntry(
            prompt: prompt.id, workspace: prompt.workspace, revision: prompt.head.number,
            idea: prompt.idea.text, english: english, text: prompt.head.text,
            scene: prompt.draft.scene, terms: terms, vector: vectors?.first,
            passages: Array(vectors?.dropFirst() ?? []),
            pieces: pieces(of: [english, prompt.head.text], by: generation.embedder),
            facets: [
                .model(prompt.head.configuration.model), .language(prompt.idea.language),
                .category(prompt.draft.category),
            ], outcome: Outcome(of: prompt))
    }

    private func pieces(of texts: [String], by embedder: any Embedder) -> [UInt16] {
        embedder.wordPieces?.pieces(of: ContentWords.of(texts.joined(separator: " "))) ?? []
    }

    private func vectors(of texts: [String], by embedder: any Embedder) async -> [[Float]]? {
        do {
            return try await embedder.embed(texts)
        } catch {
            log.warning("texts were not embedded", ["reason": error.message])
            return nil
        }
    }
}

/// An embedder with the index of its vectors.
struct Generation: Sendable {
    let embedder: any Embedder
    let questions: any Embedder
    let index: RecommendationIndex

    init(_ embedder: any Embedder, questions: (any Embedder)? = nil, graphs: RecommenderGraphs?) {
        self.embedder = embedder
        self.questions = questions ?? embedder
        let maker = graphs?.maker(for: embedder.version, dimension: embedder.dimension)
        index = RecommendationIndex(
            space: VectorSpace(of: embedder), vectors: maker ?? .inMemory(dimension: embedder.dimension))
    }
}

/// The generation that answers, and the one that is being made.
final class Generations: Sendable {
    private let state: Mutex<(current: Generation, next: Generation?)>

    init(_ first: Generation) { state = Mutex((first, nil)) }

    var current: Generation { state.withLock { $0.current } }
    var all: [Generation] { state.withLock { [$0.current] + ($0.next.map { [$0] } ?? []) } }

    func begin(_ next: Generation) { state.withLock { $0.next = next } }

    func abandon(_ next: Generation) {
        state.withLock { if $0.next?.index === next.index { $0.next = nil } }
    }

    func finish(_ next: Generation) {
        state.withLock { if $0.next?.index === next.index { $0 = (next, nil) } }
    }
}
