package import Domain
import Telemetry

/// What came of asking for a prompt.
package struct WrittenPrompt: Sendable, Hashable {
    package let prompt: Prompt
    /// Past prompts that may help, at most three.
    package let similar: [Recommendation]
    package let cache: CacheVerdict
}

/// Whether the work had been done before.
package enum CacheVerdict: String, Sendable, Hashable, Codable, CaseIterable {
    case hit, miss, bypass
}

extension Studio {
    /// Writes the prompt for an idea and keeps it as revision 1.
    ///
    /// An idea that was written before, with the same wishes and the same versions of writer, template
    /// and lexicon, gets the prompt that was kept then.
    ///
    /// - Parameters:
    ///   - idea: The idea and the wishes that go with it.
    ///   - workspace: Where the prompt is kept.
    ///   - bypassingCache: Whether to write and keep a new prompt in any case.
    /// - Throws: ``WriterError`` or ``StoreError``; then nothing was kept.
    package func write(_ idea: Idea, in workspace: Workspace, bypassingCache: Bool = false) async throws
        -> WrittenPrompt
    {
        if !bypassingCache, let known = await remembered(idea, in: workspace) { return known }
        let verdict: CacheVerdict = bypassingCache ? .bypass : .miss
        parts.metrics.prompts[verdict.rawValue].increment()
        let draft = try await draft(of: idea, in: workspace)
        let prompt = try await keep(draft, of: idea, in: workspace)
        let similar = await parts.recommender.introduce(prompt, limit: 3)
        // The key names the writer; what somebody else wrote in its place is not its answer.
        if draft.writer == parts.writer.versions.first {
            await parts.cache.store(
                CachedPrompt(prompt: prompt, similar: similar), for: key(of: idea, in: workspace),
                lifetime: cacheLifetime)
        }
        return WrittenPrompt(prompt: prompt, similar: similar, cache: verdict)
    }

    /// Returns the prompt that was kept for the same idea before, if the cache still knows it.
    package func remembered(_ idea: Idea, in workspace: Workspace) async -> WrittenPrompt? {
        guard let cached = await parts.cache.prompt(for: key(of: idea, in: workspace)) else { return nil }
        parts.metrics.prompts[CacheVerdict.hit.rawValue].increment()
        return WrittenPrompt(prompt: cached.prompt, similar: cached.similar, cache: .hit)
    }

    /// Lets a cached prompt follow its edits, so that a repeated idea gets the newest text.
    func refresh(_ prompt: Prompt) async {
        let key = key(of: prompt.idea, in: prompt.workspace)
        guard let cached = await parts.cache.prompt(for: key), cached.prompt.id == prompt.id else { return }
        await parts.cache.store(
            CachedPrompt(prompt: prompt, similar: cached.similar), for: key, lifetime: cacheLifetime)
    }

    private func key(of idea: Idea, in workspace: Workspace) -> CacheKey {
        CacheKey(workspace: workspace, idea: idea, versions: parts.writer.versions)
    }

    private func draft(of idea: Idea, in workspace: Workspace) async throws -> Draft {
        let start = ContinuousClock.now
        let phrases = await borrowedPhrases(for: idea, in: workspace)
        let draft = try await parts.writer.write(idea, borrowing: phrases)
        parts.metrics.writing.observe(ContinuousClock.now - start)
        parts.metrics.unknownWords.increment(
            by: draft.phrases.count { $0.certainty == .notUnderstood })
        return draft
    }

    private func keep(_ draft: Draft, of idea: Idea, in workspace: Workspace) async throws -> Prompt {
        let now = parts.clock.now()
        let configuration = Configuration(of: idea, draft: draft)
        let prompt = Prompt(
            id: Prompt.ID(at: now, random: parts.random), workspace: workspace, idea: idea, draft: draft,
            createdAt: now, head: Prompt.Head(number: 1, configuration: configuration, savedAt: now))
        let first = Revision(
            prompt: prompt.id, number: 1, parent: nil, author: draft.writer.name, savedAt: now,
            configuration: configuration, diff: nil)
        try await parts.history.create(
            prompt, first: first, words: await words(of: prompt),
            recording: entry(
                .wrote, by: .service, in: workspace, prompt: prompt.id, target: "revisions/1", at: now))
        return prompt
    }
}
