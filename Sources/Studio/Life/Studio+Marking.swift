package import Domain
import Foundation

extension Tag {
    /// Makes a tag of what somebody typed: composed and in lower case.
    ///
    /// - Throws: ``InputError`` naming `field`.
    package init(typed text: String, field: String) throws(InputError) {
        try self.init(text.lowercased().precomposedStringWithCanonicalMapping, field: field)
    }
}

extension Studio {
    /// Changes what people note about a prompt: tags, favourite, rating.
    ///
    /// - Throws: ``PermissionError``; ``InputError`` naming `tags` or `rating`; ``StoreError``.
    package func mark(
        _ id: Prompt.ID, with change: MarksChange, in workspace: Workspace, by actor: Actor
    ) async throws -> Prompt {
        try actor.require(.edit, in: workspace)
        // Says which field is wrong, where the store only could say that something is.
        _ = try change.applied(to: try await parts.history.prompt(id, in: workspace).marks)
        let prompt = try await parts.history.mark(
            id, with: change,
            recording: entry(
                .marked, by: actor, in: workspace, prompt: id, target: "marks", at: parts.clock.now()),
            in: workspace)
        parts.recommender.follow(prompt)
        await refresh(prompt)
        return prompt
    }

    /// Counts that a prompt was taken up again.
    ///
    /// - Throws: ``PermissionError``; ``StoreError``.
    package func use(_ id: Prompt.ID, in workspace: Workspace, by actor: Actor) async throws -> Prompt {
        try actor.require(.read, in: workspace)
        var change = MarksChange()
        change.usedAt = parts.clock.now()
        let prompt = try await parts.history.mark(id, with: change, recording: nil, in: workspace)
        parts.recommender.follow(prompt)
        return prompt
    }

    /// Notes what came of a prompt; a prompt that is gone meanwhile needs none.
    func note(_ outcome: PromptOutcome, of id: Prompt.ID, in workspace: Workspace) async throws {
        var change = MarksChange()
        change.outcome = outcome
        do {
            parts.recommender.follow(
                try await parts.history.mark(id, with: change, recording: nil, in: workspace))
        } catch {
            if error.code != .notFound { throw error }
        }
    }
}
