package import Domain
import Similarity

extension Studio {
    /// The rules that were inferred from edits: a person's own first, then the workspace's.
    ///
    /// - Parameter person: Whose; nil for the workspace's alone.
    package func preferences(of person: String?, in workspace: Workspace) -> [EditRule] {
        parts.recommender.edits.preferences(of: person, in: workspace)
    }

    /// Switches a rule on or off, or words it anew; it is followed at once.
    ///
    /// - Parameter words: What it is to say from now on; nil leaves it.
    /// - Throws: ``InputError`` naming `to`, ``PermissionError``, or ``StoreError``: `notFound` when no
    ///   such rule holds for the actor or the workspace.
    package func decide(
        rule id: String, isOn: Bool, to words: String?, in workspace: Workspace, by actor: Actor
    ) async throws -> EditRule {
        try actor.require(.edit, in: workspace)
        if let words, words.utf8.count > 200 || words.allSatisfy(\.isWhitespace) {
            throw InputError(field: "to", code: .tooLong, expected: "1 to 200 bytes of words")
        }
        let decision = RuleDecision(
            rule: id, isOn: isOn, to: words, author: actor.name, savedAt: parts.clock.now())
        let known = preferences(of: actor.name, in: workspace)
        guard known.contains(where: { $0.id == id }) else {
            throw StoreError(.notFound, "There is no rule \(id) of \(actor.name) or the workspace")
        }
        try await parts.learning.decide(decision, in: workspace)
        parts.recommender.edits.follow(decision, in: workspace)
        return preferences(of: actor.name, in: workspace).first { $0.id == id } ?? known[0]
    }

    /// Edits that fit a text, each on its own: by the person's rules, the workspace's, then by what many
    /// prompts of the kind got.
    ///
    /// - Parameters:
    ///   - draft: The text with its scene and kind.
    ///   - text: The text as it stands now; nil takes the draft's.
    ///   - limit: At most how many.
    package func suggestions(
        for draft: Draft, text: String? = nil, in workspace: Workspace, by person: String?, limit: Int = 5
    ) -> [SuggestedEdit] {
        RuleApplication(scene: draft.scene).suggestions(
            rules(for: draft.category, in: workspace, by: person), for: text ?? draft.text, limit: limit)
    }

    /// Makes a suggested edit on a prompt's newest text; restoring the revision before undoes it.
    ///
    /// - Throws: ``StoreError``: `notFound` when no such rule fits the prompt; ``PermissionError``.
    package func apply(
        rule id: String, to prompt: Prompt.ID, in workspace: Workspace, by actor: Actor
    ) async throws -> SavedRevision {
        let found = try await parts.history.prompt(prompt, in: workspace)
        let rule = rules(for: found.draft.category, in: workspace, by: actor.name).first { $0.id == id }
        let application = RuleApplication(scene: found.draft.scene)
        guard let rule, let suggestion = application.suggestion(rule, for: found.head.text) else {
            throw StoreError(.notFound, "No rule \(id) fits prompt \(prompt)")
        }
        return try await save(
            ConfigurationEdit(text: suggestion.text), to: prompt, in: workspace, by: actor,
            note: rule.sentence(in: .english), basedOn: found.head.number)
    }

    private func rules(for category: Category, in workspace: Workspace, by person: String?) -> [EditRule] {
        let recommender = parts.recommender
        let patterns = recommender.edits.patterns(for: category, in: workspace) {
            recommender.count(holding: $0, category: $1, in: workspace)
        }
        return (recommender.edits.preferences(of: person, in: workspace) + patterns).filter {
            $0.isOn && ($0.category == nil || $0.category == category)
        }
    }
}
