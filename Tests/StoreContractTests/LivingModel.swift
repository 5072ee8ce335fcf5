import Domain

/// What a living archive should hold and find, in the simplest form that could be right.
struct LivingModel {
    struct Kept {
        var prompt: Prompt
        var revisions: [Revision]
        var words: PromptWords
    }

    private(set) var kept: [Prompt.ID: Kept] = [:]

    mutating func create(_ prompt: Prompt, first: Revision, words: PromptWords) throws(StoreError) {
        guard kept[prompt.id] == nil else { throw StoreError(.conflict, "") }
        kept[prompt.id] = Kept(prompt: prompt, revisions: [first], words: words)
    }

    mutating func append(_ revision: Revision, words: PromptWords?, in workspace: Workspace)
        throws(StoreError)
    {
        var entry = try entry(revision.prompt, in: workspace)
        guard revision.number == entry.prompt.head.number + 1 else { throw StoreError(.conflict, "") }
        entry.prompt.head = Prompt.Head(of: revision)
        entry.revisions.append(revision)
        entry.words = words ?? entry.words
        kept[revision.prompt] = entry
    }

    mutating func mark(_ id: Prompt.ID, with change: MarksChange, in workspace: Workspace)
        throws(StoreError) -> Prompt
    {
        var entry = try entry(id, in: workspace)
        do throws(InputError) {
            entry.prompt.marks = try change.applied(to: entry.prompt.marks)
        } catch {
            throw StoreError(.conflict, "")
        }
        kept[id] = entry
        return entry.prompt
    }

    mutating func delete(_ id: Prompt.ID, at now: Timestamp, in workspace: Workspace) throws(StoreError) {
        _ = try entry(id, in: workspace)
        kept[id]?.prompt.deletedAt = now
    }

    mutating func restore(_ id: Prompt.ID, in workspace: Workspace) throws(StoreError) {
        guard let entry = kept[id], entry.prompt.workspace == workspace, entry.prompt.deletedAt != nil
        else { throw StoreError(.notFound, "") }
        kept[id]?.prompt.deletedAt = nil
    }

    mutating func purge(_ id: Prompt.ID, in workspace: Workspace) throws(StoreError) {
        guard kept[id]?.prompt.workspace == workspace else { throw StoreError(.notFound, "") }
        kept[id] = nil
    }

    /// A prompt that is not in the trash.
    func entry(_ id: Prompt.ID, in workspace: Workspace) throws(StoreError) -> Kept {
        guard let entry = kept[id], entry.prompt.workspace == workspace, entry.prompt.deletedAt == nil
        else { throw StoreError(.notFound, "") }
        return entry
    }

    /// Prompts of a workspace, in the trash or not, the newest first.
    func entries(in workspace: Workspace, deleted: Bool) -> [Kept] {
        kept.values.filter {
            $0.prompt.workspace == workspace && ($0.prompt.deletedAt != nil) == deleted
        }.sorted { $0.prompt.id > $1.prompt.id }
    }

    /// Everything that fits, in order.
    func find(_ query: PromptQuery, in workspace: Workspace) -> [FoundPrompt] {
        entries(in: workspace, deleted: false).filter { fits($0, query) }.compactMap { entry in
            rank(of: entry.words, for: query).map { FoundPrompt(prompt: entry.prompt, rank: $0) }
        }.sorted { ($0.rank, $1.prompt.id) < ($1.rank, $0.prompt.id) }
    }

    private func fits(_ entry: Kept, _ query: PromptQuery) -> Bool {
        let (prompt, marks) = (entry.prompt, entry.prompt.marks)
        return (query.category.map { $0 == prompt.draft.category } ?? true)
            && (query.model.map { $0 == prompt.head.configuration.model } ?? true)
            && Set(query.tags).isSubset(of: marks.tags)
            && (query.author.map { author in entry.revisions.contains { $0.author == author } } ?? true)
            && (query.outcome.map(marks.outcomes.contains) ?? true)
            && (query.isFavourite.map { $0 == marks.isFavourite } ?? true)
            && (query.minimumRating.map { $0 <= marks.rating ?? 0 } ?? true)
            && (query.since.map { $0 <= prompt.createdAt } ?? true)
            && (query.until.map { $0 > prompt.createdAt } ?? true)
    }

    private func rank(of words: PromptWords, for query: PromptQuery) -> MatchRank? {
        let (idea, all) = (Set(words.idea), Set(words.idea + words.text))
        if query.words.allSatisfy(idea.contains) { return .idea }
        if query.words.allSatisfy(all.contains) { return .text }
        if !query.translation.isEmpty, query.translation.allSatisfy(all.contains) { return .translation }
        let missing = query.words.count { !all.contains($0) }
        return query.words.count > 1 && missing == 1 ? .allButOne : nil
    }
}
