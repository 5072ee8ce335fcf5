import Domain

/// Prompts as people left them, in the order in which they were last changed.
struct EditedPrompts: Sendable {
    private var prompts: [EditedPrompt] = []
    private var known: [Prompt.ID: Int] = [:]

    var newestFirst: ReversedCollection<[EditedPrompt]> { prompts.reversed() }

    /// Who changed a prompt.
    func authors(of prompt: Prompt.ID) -> [String] {
        known[prompt] == nil ? [] : prompts.filter { $0.prompt == prompt }.map(\.author)
    }

    mutating func insert(_ prompt: EditedPrompt) {
        // Mostly the newest, so the place is looked for from the end.
        let place = prompts.lastIndex { $0.editedAt <= prompt.editedAt }.map { $0 + 1 } ?? 0
        prompts.insert(prompt, at: place)
        known[prompt.prompt, default: 0] += 1
    }

    mutating func remove(_ prompt: Prompt.ID) {
        guard known.removeValue(forKey: prompt) != nil else { return }
        prompts.removeAll { $0.prompt == prompt }
    }
}
