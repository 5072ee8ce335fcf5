package import Domain
import Similarity
import Telemetry

extension Studio {
    /// Returns the prompt that was kept for the same idea before, if the cache still knows it.
    ///
    /// One whose time is over or nearly so is written anew behind the answer.
    package func remembered(_ idea: Idea, in workspace: Workspace) async -> WrittenPrompt? {
        let key = key(of: idea, in: workspace)
        let found = await Span.during("cache.find") { await parts.cache.answer(for: key) }
        guard let answer = found else { return nil }
        let isDue = EarlyRefresh.isDue(
            freshFor: answer.freshFor, writingTime: answer.prompt.writingTime, random: parts.random.next())
        if isDue {
            caching.flights.start(ifIdle: key.bytes) { try await renew(answer.prompt, of: idea, for: key) }
        }
        parts.metrics.prompts[CacheVerdict.hit.rawValue].increment()
        return WrittenPrompt(prompt: answer.prompt.prompt, similar: answer.prompt.similar, cache: .hit)
    }

    /// Looks for a prompt that was written for another wording of the same idea.
    ///
    /// - Returns: The nearest idea with what the guards say of it, and its prompt when that may be served.
    func rememberedByMeaning(_ idea: Idea, meaning: Meaning?, in workspace: Workspace) async
        -> (match: CacheMatch, prompt: CachedPrompt?)?
    {
        guard configuration.isByMeaning, let meaning, let key = key(of: meaning, idea, in: workspace) else {
            return nil
        }
        if let answer = await parts.cache.answer(for: key), answer.freshFor > .zero {
            let other = answer.prompt.prompt
            if let match = await match(idea, meaning, with: other, in: workspace) {
                return (match, match.isHit(from: configuration.similarity) ? answer.prompt : nil)
            }
        }
        return nearest(to: idea, meaning, in: workspace).map { ($0, nil) }
    }

    private func match(_ idea: Idea, _ meaning: Meaning, with other: Prompt, in workspace: Workspace) async
        -> CacheMatch?
    {
        // The guards look at both ideas anew; that they share a key is not taken for granted.
        guard other.workspace == workspace, let otherMeaning = await parts.meaning(other.idea) else {
            return nil
        }
        return CacheMatch(
            idea: other.idea.text, prompt: other.id, score: meaning.similarity(to: otherMeaning),
            verdict: MeaningVerdict(meaning, otherMeaning),
            isSplit: isSplit(idea, other.idea.text, in: workspace))
    }

    /// The nearest idea from the configured similarity on, with the verdict on it.
    func nearest(to idea: Idea, _ meaning: Meaning, in workspace: Workspace) -> CacheMatch? {
        candidates(for: idea, meaning, in: workspace, limit: 1).first { $0.score >= configuration.similarity }
    }

    /// The nearest ideas with the verdict on each.
    func candidates(for idea: Idea, _ meaning: Meaning, in workspace: Workspace, limit: Int) -> [CacheMatch] {
        let place = place(of: idea, in: workspace)
        return caching.shelf.nearest(to: meaning, at: place, limit: limit).map { candidate in
            CacheMatch(
                idea: candidate.idea, prompt: candidate.prompt, score: candidate.score,
                verdict: MeaningVerdict(meaning, candidate.meaning),
                isSplit: isSplit(idea, candidate.idea, in: workspace))
        }
    }

    private func isSplit(_ idea: Idea, _ other: String, in workspace: Workspace) -> Bool {
        caching.splits.contains(
            idea.normalised.text, NormalisedText.of(other, language: idea.language), in: workspace)
    }

    /// Keeps what was written, for the idea's words and for its meaning.
    func remember(
        _ prompt: CachedPrompt, of idea: Idea, meaning: Meaning?, in workspace: Workspace,
        under lock: CacheLock? = nil, sharesMeaning: Bool = true
    ) async {
        await store(prompt, for: key(of: idea, in: workspace), under: lock)
        guard configuration.isByMeaning, let meaning else { return }
        if sharesMeaning, let key = key(of: meaning, idea, in: workspace) { await store(prompt, for: key) }
        caching.shelf.insert(
            idea.text, prompt: prompt.prompt.id, meaning: meaning, at: place(of: idea, in: workspace))
    }

    private func store(_ prompt: CachedPrompt, for key: CacheKey, under lock: CacheLock? = nil) async {
        if let cache = parts.cache as? any CoordinatedPromptCache {
            await cache.share(
                prompt, for: key, lifetime: configuration.lifetime, grace: configuration.grace, under: lock)
        } else {
            await parts.cache.store(
                prompt, for: key, lifetime: configuration.lifetime, grace: configuration.grace)
        }
    }

    /// Lets a cached prompt follow its edits, so that a repeated idea gets the newest text.
    func refresh(_ prompt: Prompt) async {
        let meaning = await parts.meaning(prompt.idea)
        let keys =
            [key(of: prompt.idea, in: prompt.workspace)]
            + [meaning.flatMap { key(of: $0, prompt.idea, in: prompt.workspace) }].compactMap(\.self)
        for key in keys {
            guard let answer = await parts.cache.answer(for: key), answer.prompt.prompt.id == prompt.id else {
                continue
            }
            await store(
                CachedPrompt(
                    prompt: prompt, similar: answer.prompt.similar, writingTime: answer.prompt.writingTime),
                for: key)
        }
    }

    /// Forgets what is cached of a prompt, so that the next look-up reads it anew.
    func forget(_ prompt: Prompt) async {
        await parts.cache.remove(key(of: prompt.idea, in: prompt.workspace))
        if let meaning = await parts.meaning(prompt.idea),
            let key = key(of: meaning, prompt.idea, in: prompt.workspace)
        {
            await parts.cache.remove(key)
        }
    }

    func key(of idea: Idea, in workspace: Workspace) -> CacheKey {
        CacheKey(workspace: workspace, idea: idea.normalised, versions: parts.writer.versions)
    }

    /// The key of everything but the words; nil when the meaning is too long for one.
    func key(of meaning: Meaning, _ idea: Idea, in workspace: Workspace) -> CacheKey? {
        guard let form = try? Idea(text: meaning.text, language: idea.language, hints: idea.hints) else {
            return nil
        }
        return CacheKey(
            workspace: workspace, idea: form, versions: parts.writer.versions, isMeaning: true)
    }

    /// The shelf of the ideas that an idea could share a prompt with.
    private func place(of idea: Idea, in workspace: Workspace) -> CacheKey {
        let blank = (try? Idea(text: "-", language: idea.language, hints: idea.hints)) ?? idea
        return CacheKey(workspace: workspace, idea: blank, versions: parts.writer.versions, isMeaning: true)
    }
}
