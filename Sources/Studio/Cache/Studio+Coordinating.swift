import Domain

/// What a studio needs for its cache, shared by all its copies.
final class Caching: Sendable {
    let flights = SingleFlight<[UInt8], WrittenPrompt>()
    let shelf = MeaningShelf()
    let splits = SplitRegister()
    let clock: any Clock<Duration>

    init(clock: any Clock<Duration>) { self.clock = clock }
}

extension Studio {
    /// Waits until nothing is being written behind an answer.
    package func finishWriting() async { await caching.flights.drain() }

    /// Has an idea written by one of all instances; the others wait for it.
    ///
    /// - Parameters:
    ///   - key: What is written.
    ///   - write: Writes and stores it, under the lock if there is one.
    func coordinated(
        _ key: CacheKey, _ write: @Sendable (CacheLock?) async throws -> WrittenPrompt
    ) async throws -> WrittenPrompt {
        guard let cache = parts.cache as? any CoordinatedPromptCache else { return try await write(nil) }
        var waited = Duration.zero
        while true {
            switch await cache.lock(key, for: configuration.lockLifetime) {
            case .away: return try await write(nil)
            case .granted(let lock): return try await written(under: lock, by: write, in: cache)
            case .taken:
                // Whoever holds the lock is slower than a lock lasts: do not wait any longer.
                guard waited < configuration.lockLifetime else { return try await write(nil) }
                try await caching.clock.sleep(for: configuration.waitStep)
                waited += configuration.waitStep
                if let answer = await cache.answer(for: key), answer.freshFor > .zero {
                    return WrittenPrompt(
                        prompt: answer.prompt.prompt, similar: answer.prompt.similar, cache: .hit)
                }
            }
        }
    }

    private func written(
        under lock: CacheLock, by write: (CacheLock?) async throws -> WrittenPrompt,
        in cache: any CoordinatedPromptCache
    ) async throws -> WrittenPrompt {
        // Another instance may have finished between the look and the lock.
        if let answer = await cache.answer(for: lock.key), answer.freshFor > .zero {
            await cache.unlock(lock)
            return WrittenPrompt(
                prompt: answer.prompt.prompt, similar: answer.prompt.similar, cache: .hit)
        }
        do {
            return try await write(lock)
        } catch {
            await cache.unlock(lock)
            throw error
        }
    }

    /// Writes an idea again behind an answer; the prompt stays when the draft is the same.
    func renew(_ cached: CachedPrompt, of idea: Idea, for key: CacheKey) async throws -> WrittenPrompt {
        var lock: CacheLock?
        if let cache = parts.cache as? any CoordinatedPromptCache {
            switch await cache.lock(key, for: configuration.lockLifetime) {
            case .taken: return WrittenPrompt(prompt: cached.prompt, similar: cached.similar, cache: .hit)
            case .granted(let granted): lock = granted
            case .away: break
            }
        }
        do {
            return try await renew(cached, of: idea, in: key.workspace, under: lock)
        } catch {
            if let lock { await (parts.cache as? any CoordinatedPromptCache)?.unlock(lock) }
            throw error
        }
    }

    private func renew(_ cached: CachedPrompt, of idea: Idea, in workspace: Workspace, under lock: CacheLock?)
        async throws -> WrittenPrompt
    {
        let start = ContinuousClock.now
        let draft = try await draft(of: idea, in: workspace)
        let meaning = await parts.meaning(idea)
        guard draft.writer == parts.writer.versions.first else { throw CancellationError() }
        guard draft.text == cached.prompt.draft.text else {
            return try await finish(
                draft, of: idea, meaning: meaning, in: workspace, from: start, under: lock)
        }
        // Edits since then are in the history.
        let prompt = try await parts.history.prompt(cached.prompt.id, in: workspace)
        let kept = CachedPrompt(
            prompt: prompt, similar: cached.similar, writingTime: start.duration(to: .now))
        await remember(kept, of: idea, meaning: meaning, in: workspace, under: lock)
        return WrittenPrompt(prompt: prompt, similar: cached.similar, cache: .hit)
    }
}
