package import Domain

/// What people changed in one workspace, and the rules that follow from it.
package struct EditMemory: Sendable {
    private var edits: [Edit.ID: ObservedEdit] = [:]
    /// In the order they came.
    private var order: [Edit.ID] = []
    /// Whole prompts as people left them: everybody's, and each person's.
    private var everybody = EditedPrompts()
    private var persons: [String: EditedPrompts] = [:]

    package init() {}

    package var count: Int { edits.count }

    /// Takes an edit in; one that is known already is brought up to date.
    package mutating func observe(_ edit: ObservedEdit) {
        if edits.updateValue(edit, forKey: edit.id) == nil { order.append(edit.id) }
    }

    /// Takes in what people made of one prompt, in the place of what is known of it.
    ///
    /// - Parameter edited: One for each person who changed it.
    package mutating func observe(_ edited: [EditedPrompt], of prompt: Prompt.ID) {
        for author in everybody.authors(of: prompt) { persons[author]?.remove(prompt) }
        everybody.remove(prompt)
        for one in edited {
            everybody.insert(one)
            persons[one.author, default: EditedPrompts()].insert(one)
        }
    }

    /// Notes that an edit was taken back.
    package mutating func revert(_ id: Edit.ID) { edits[id]?.isReverted = true }

    /// Forgets what was edited in a prompt, words and all.
    package mutating func forget(_ prompt: Prompt.ID) {
        edits = edits.filter { $0.value.prompt != prompt }
        order.removeAll { edits[$0] == nil }
    }

    /// Changes of words that several prompts of one kind got, the best supported first.
    ///
    /// - Parameter standing: In how many prompts of a kind these words still stand.
    package func patterns(
        for category: Category, standing: (_ words: String, _ category: Category) -> Int
    ) -> [EditRule] {
        let made = order.compactMap { edits[$0] }.filter { $0.category == category && !$0.from.isEmpty }
        let groups = Dictionary(grouping: made) { [$0.slot, $0.from.lowercased(), $0.to.lowercased()] }
        return groups.values.compactMap { group in
            guard let first = group.last else { return nil }
            let kept = Set(group.filter { !$0.isReverted }.map(\.prompt))
            let reverted = Set(group.filter(\.isReverted).map(\.prompt)).subtracting(kept)
            let occasions = kept.count + reverted.count + standing(first.from, category)
            guard RuleBar.isPassed(support: kept.count, occasions: occasions) else { return nil }
            return EditRule(
                scope: .workspace, slot: first.slot, category: category, from: first.from, to: first.to,
                support: kept.count, occasions: occasions, reverted: reverted.count, isKeyedByFrom: true)
        }.sorted(by: EditRule.isBetter)
    }

    /// What one person, or the whole workspace, wants again and again, the best supported first.
    package func preferences(of scope: EditRule.Scope) -> [EditRule] {
        let prompts =
            switch scope {
            case .workspace: everybody
            case .person(let name): persons[name] ?? EditedPrompts()
            }
        return Wishes(prompts.newestFirst).rules(of: scope).sorted(by: EditRule.isBetter)
    }
}
