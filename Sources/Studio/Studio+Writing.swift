package import Domain
import Similarity
import Telemetry

/// What came of asking for a prompt.
package struct WrittenPrompt: Sendable, Hashable {
    package let prompt: Prompt
    /// Past prompts that may help, at most three.
    package let similar: [Recommendation]
    package let cache: CacheVerdict
    /// The nearest other idea that the cache knew, with what the guards say of it.
    package let match: CacheMatch?

    init(prompt: Prompt, similar: [Recommendation], cache: CacheVerdict, match: CacheMatch? = nil) {
        (self.prompt, self.similar, self.cache, self.match) = (prompt, similar, cache, match)
    }
}

/// Whether the work had been done before.
package enum CacheVerdict: String, Sendable, Hashable, Codable, CaseIterable {
    /// For the same idea.
    case hit
    /// For another wording of the same idea.
    case semantic
    case miss
    /// The request did not want to know.
    case bypass

    /// Whether a prompt was found that was written before.
    package var isFound: Bool { self == .hit || self == .semantic }
}

extension Studio {
    /// Writes the prompt for an idea and keeps it as revision 1.
    ///
    /// An idea that was written before, with the same wishes and the same versions of writer, template
    /// and lexicon, gets the prompt that was kept then, and so does another wording of the same idea. Equal
    /// requests at the same time are written once.
    ///
    /// - Parameters:
    ///   - idea: The idea and the wishes that go with it.
    ///   - workspace: Where the prompt is kept.
    ///   - actor: Who asks for it.
    ///   - policy: What the request may do with the cache.
    /// - Throws: ``WriterError`` or ``StoreError``; then nothing was kept.
    package func write(
        _ idea: Idea, in workspace: Workspace, by actor: Actor = .service, policy: CachePolicy = .use
    ) async throws -> WrittenPrompt {
        guard policy == .use else {
            return try await writeAnew(idea, in: workspace, by: actor, isKept: policy == .renew)
        }
        if let known = await remembered(idea, in: workspace) { return known }
        let key = key(of: idea, in: workspace)
        let (written, isFirst) = try await caching.flights.run(key.bytes) {
            // An equal flight may have ended between the look and this one.
            if let answer = await parts.cache.answer(for: key), answer.freshFor > .zero {
                return WrittenPrompt(
                    prompt: answer.prompt.prompt, similar: answer.prompt.similar, cache: .hit)
            }
            let meaning = await parts.meaning(idea)
            let near = await rememberedByMeaning(idea, meaning: meaning, in: workspace)
            for refusal in near?.match.refusals ?? [] {
                parts.metrics.guardRefusals[refusal.rawValue].increment()
            }
            if let near, let cached = near.prompt {
                return WrittenPrompt(
                    prompt: cached.prompt, similar: cached.similar, cache: .semantic, match: near.match)
            }
            return try await coordinated(key) { lock in
                try await write(
                    idea, meaning: meaning, in: workspace, by: actor, near: near?.match, under: lock)
            }
        }
        if !isFirst { parts.metrics.coalesced.increment() }
        let verdict = isFirst || written.cache == .semantic ? written.cache : .hit
        parts.metrics.prompts[verdict.rawValue].increment()
        return WrittenPrompt(
            prompt: written.prompt, similar: written.similar, cache: verdict, match: written.match)
    }

    private func writeAnew(
        _ idea: Idea, in workspace: Workspace, by actor: Actor, isKept: Bool
    ) async throws -> WrittenPrompt {
        parts.metrics.prompts[CacheVerdict.bypass.rawValue].increment()
        let start = ContinuousClock.now
        let draft = try await draft(of: idea, in: workspace)
        guard isKept else {
            let prompt = try await keep(draft, of: idea, in: workspace, by: actor)
            let similar = await parts.recommender.introduce(prompt, limit: 3)
            return WrittenPrompt(prompt: prompt, similar: similar, cache: .bypass)
        }
        let meaning = await parts.meaning(idea)
        let written = try await finish(
            draft, of: idea, meaning: meaning, in: workspace, by: actor, from: start)
        return WrittenPrompt(prompt: written.prompt, similar: written.similar, cache: .bypass)
    }

    private func write(
        _ idea: Idea, meaning: Meaning?, in workspace: Workspace, by actor: Actor, near: CacheMatch?,
        under lock: CacheLock?
    ) async throws -> WrittenPrompt {
        let start = ContinuousClock.now
        let draft: Draft
        if let near, near.verdict.decision == .recompose, !near.isSplit,
            let recomposed = await recomposed(idea, from: near.prompt, in: workspace)
        {
            draft = recomposed
        } else {
            draft = try await self.draft(of: idea, in: workspace)
        }
        return try await finish(
            draft, of: idea, meaning: meaning, in: workspace, by: actor, from: start, under: lock,
            near: near)
    }

    /// The same scene in the style that this idea asks for; nil when the other prompt is gone.
    private func recomposed(_ idea: Idea, from id: Prompt.ID, in workspace: Workspace) async -> Draft? {
        guard let recompose = parts.recompose,
            let other = try? await parts.history.prompt(id, in: workspace)
        else { return nil }
        return try? await recompose(idea, other.draft)
    }

    /// Keeps a draft as a prompt, looks for similar ones, and lets the cache know it.
    func finish(
        _ draft: Draft, of idea: Idea, meaning: Meaning?, in workspace: Workspace, by actor: Actor = .service,
        from start: ContinuousClock.Instant, under lock: CacheLock? = nil, near: CacheMatch? = nil
    ) async throws -> WrittenPrompt {
        let prompt = try await parts.metrics.measure(.keep) {
            try await keep(draft, of: idea, in: workspace, by: actor)
        }
        let similar = await parts.metrics.measure(.recommend) {
            await parts.recommender.introduce(prompt, limit: 3)
        }
        // The key names the writer; what somebody else wrote in its place is not its answer.
        if draft.writer == parts.writer.versions.first {
            let cached = CachedPrompt(
                prompt: prompt, similar: similar, writingTime: start.duration(to: .now))
            let isOther = near.map { $0.isSplit || $0.verdict.decision == .recompose } ?? false
            await remember(
                cached, of: idea, meaning: meaning, in: workspace, under: lock, sharesMeaning: !isOther)
        } else if let lock {
            await (parts.cache as? any CoordinatedPromptCache)?.unlock(lock)
        }
        return WrittenPrompt(prompt: prompt, similar: similar, cache: .miss, match: near)
    }

    func draft(of idea: Idea, in workspace: Workspace) async throws -> Draft {
        let start = ContinuousClock.now
        let phrases = await parts.metrics.measure(.borrow) {
            await borrowedPhrases(for: idea, in: workspace)
        }
        let draft = try await parts.metrics.measure(.write) { () throws(WriterError) in
            try await parts.writer.write(idea, borrowing: phrases)
        }
        parts.metrics.writing.observe(ContinuousClock.now - start, exemplar: Span.current?.exemplar)
        parts.metrics.unknownWords.increment(
            by: draft.phrases.count { $0.certainty == .notUnderstood })
        return draft
    }

    private func keep(
        _ draft: Draft, of idea: Idea, in workspace: Workspace, by actor: Actor
    ) async throws -> Prompt {
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
                .wrote, by: actor, in: workspace, prompt: prompt.id, target: "revisions/1", at: now))
        return prompt
    }
}
