package import Domain

extension Studio {
    /// Indexes prompts that have no words yet, or words of another version, until there are none.
    ///
    /// - Throws: ``StoreError``.
    package func indexWords() async throws(StoreError) {
        let spotter = parts.recommender.reader.spotter
        while !Task.isCancelled {
            let page = try await parts.history.prompts(withoutWordsOf: spotter.version, limit: 64)
            var count = 0
            for prompt in page {
                let words = await words(of: prompt)
                guard words.version == spotter.version else { continue }
                try await parts.history.index(
                    words, of: prompt.id, revision: prompt.head.number, in: prompt.workspace)
                count += 1
            }
            // What could not be read this time is tried again at the next start.
            guard count > 0 else { return }
        }
    }

    /// What a prompt is found by.
    package func words(of prompt: Prompt) async -> PromptWords {
        await words(
            of: prompt.idea, configuration: prompt.head.configuration, translation: prompt.draft.translation)
    }

    /// What a prompt is found by after a save; nil when the save is not on `main`.
    func words(of revision: Revision, in workspace: Workspace) async throws(StoreError) -> PromptWords? {
        guard revision.branch == .main else { return nil }
        let prompt = try await parts.history.prompt(revision.prompt, in: workspace)
        return await words(
            of: prompt.idea, configuration: revision.configuration, translation: prompt.draft.translation)
    }

    private func words(of idea: Idea, configuration: Configuration, translation: String) async
        -> PromptWords
    {
        let spotter = parts.recommender.reader.spotter
        do {
            return try await spotter.words(
                of: idea, configuration: configuration, translation: translation)
        } catch {
            // Found by its facets until the next start reads it again.
            return PromptWords(version: "unread", idea: [], text: [])
        }
    }
}
