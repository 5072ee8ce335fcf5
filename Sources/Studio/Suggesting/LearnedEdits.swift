package import Domain
import Similarity
import Synchronization

/// What people changed, workspace by workspace, and what they decided about the rules that follow.
package final class LearnedEdits: Sendable {
    private struct Workspaces {
        var memories: [Workspace: EditMemory] = [:]
        var decisions: [Workspace: [String: RuleDecision]] = [:]
    }

    private let workspaces = Mutex(Workspaces())

    package init() {}

    /// Takes edits of one prompt in.
    package func observe(_ edits: [Edit], of prompt: Prompt) {
        workspaces.withLock { workspaces in
            for edit in edits where SceneSlot(rawValue: edit.slot) != nil || edit.slot == EditRule.noSlot {
                workspaces.memories[prompt.workspace, default: EditMemory()]
                    .observe(ObservedEdit(edit, category: prompt.draft.category))
            }
        }
    }

    /// Takes in what each person made of a prompt, in the place of what is known of it.
    func observe(_ edited: [EditedPrompt], of prompt: Prompt) {
        workspaces.withLock {
            $0.memories[prompt.workspace, default: EditMemory()].observe(edited, of: prompt.id)
        }
    }

    /// Notes that edits were taken back.
    package func revert(_ edits: [Edit.ID], in workspace: Workspace) {
        workspaces.withLock { workspaces in
            for edit in edits { workspaces.memories[workspace]?.revert(edit) }
        }
    }

    /// Forgets what was edited in a prompt.
    package func forget(_ prompt: Prompt.ID, in workspace: Workspace) {
        workspaces.withLock { $0.memories[workspace]?.forget(prompt) }
    }

    package func follow(_ decision: RuleDecision, in workspace: Workspace) {
        workspaces.withLock { $0.decisions[workspace, default: [:]][decision.rule] = decision }
    }

    /// What a person wants, then what the workspace wants, with what was decided about each rule.
    func preferences(of person: String?, in workspace: Workspace) -> [EditRule] {
        workspaces.withLock { workspaces in
            guard let memory = workspaces.memories[workspace] else { return [] }
            let own = person.map { memory.preferences(of: .person($0)) } ?? []
            return (own + memory.preferences(of: .workspace)).map {
                $0.decided(workspaces.decisions[workspace]?[$0.id])
            }
        }
    }

    /// Changes that many prompts of a kind got.
    func patterns(
        for category: Category, in workspace: Workspace, standing: (String, Category) -> Int
    ) -> [EditRule] {
        workspaces.withLock { workspaces in
            guard let memory = workspaces.memories[workspace] else { return [] }
            return memory.patterns(for: category, standing: standing).map {
                $0.decided(workspaces.decisions[workspace]?[$0.id])
            }
        }
    }
}

extension EditRule {
    fileprivate func decided(_ decision: RuleDecision?) -> EditRule {
        guard let decision else { return self }
        var rule = self
        rule.isOn = decision.isOn
        if let words = decision.to {
            rule.to = words
            rule.isReworded = true
        }
        return rule
    }
}
