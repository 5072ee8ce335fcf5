import Diffing
package import Domain
import Telemetry

/// What came of saving an edit.
package struct SavedRevision: Sendable, Hashable {
    package let revision: Revision
    /// Whether the text was the head's already, so that nothing was saved.
    package let isUnchanged: Bool
}

extension Studio {
    /// The longest edited text in UTF-8 bytes.
    package static let maximumTextBytes = 65_536

    /// Saves an edited text as the next revision, with its diff.
    ///
    /// - Parameters:
    ///   - text: The new text, kept byte for byte.
    ///   - id: The prompt.
    ///   - workspace: Where the prompt is kept.
    ///   - author: Who edited.
    ///   - note: Why, in the author's words.
    ///   - base: The revision that was edited; when given and no longer the head, nothing is saved.
    /// - Throws: ``InputError`` naming `text`, or ``StoreError``: `conflict` when somebody else saved
    ///   meanwhile, `notFound`.
    package func save(
        _ text: String, to id: Prompt.ID, in workspace: Workspace, author: String, note: String? = nil,
        basedOn base: Int? = nil
    ) async throws -> SavedRevision {
        try Self.check(text)
        var prompt = try await parts.history.prompt(id, in: workspace)
        let head = try await parts.history.revision(prompt.head.number, of: id, in: workspace)
        guard base == nil || base == head.number else {
            throw StoreError(.conflict, "Revision \(head.number) was saved meanwhile; compare with it first")
        }
        guard !head.text.utf8.elementsEqual(text.utf8) else {
            return SavedRevision(revision: head, isUnchanged: true)
        }
        let revision = Revision(
            prompt: id, number: head.number + 1, parent: head.number, author: author, note: note,
            savedAt: parts.clock.now(), text: text, diff: Differ().diff(head.text, text))
        try await parts.history.append(revision, in: workspace)
        parts.metrics.revisions.increment()
        prompt.head = Prompt.Head(number: revision.number, text: text, savedAt: revision.savedAt)
        await refresh(prompt)
        await parts.recommender.learn(prompt)
        return SavedRevision(revision: revision, isUnchanged: false)
    }

    /// Returns a prompt with its head.
    package func prompt(_ id: Prompt.ID, in workspace: Workspace) async throws -> Prompt {
        try await parts.history.prompt(id, in: workspace)
    }

    /// Returns prompts, the newest first.
    package func prompts(in workspace: Workspace, before: Prompt.ID?, limit: Int) async throws -> [Prompt] {
        try await parts.history.prompts(in: workspace, before: before, limit: limit)
    }

    /// Returns all revisions, the first first.
    package func revisions(of id: Prompt.ID, in workspace: Workspace) async throws -> [Revision] {
        try await parts.history.revisions(of: id, in: workspace)
    }

    /// Returns one revision as it was saved.
    package func revision(_ number: Int, of id: Prompt.ID, in workspace: Workspace) async throws -> Revision {
        try await parts.history.revision(number, of: id, in: workspace)
    }

    /// Rebuilds the text of a revision from revision 1 by applying one diff after the other.
    ///
    /// - Throws: ``StoreError``, or `DiffError` when the chain is broken.
    package func replay(_ number: Int, of id: Prompt.ID, in workspace: Workspace) async throws -> String {
        let chain = try await parts.history.revisions(of: id, in: workspace)
        guard let first = chain.first, chain.contains(where: { $0.number == number }) else {
            throw StoreError(.notFound, "No revision \(number) of prompt \(id)")
        }
        return try chain.dropFirst().prefix { $0.number <= number }.reduce(first.text) { text, revision in
            guard let diff = revision.diff else { return revision.text }
            return try diff.apply(to: text)
        }
    }

    private static func check(_ text: String) throws(InputError) {
        guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
            throw InputError(field: "text", code: .empty, expected: "the edited prompt")
        }
        guard text.utf8.count <= maximumTextBytes else {
            throw InputError(field: "text", code: .tooLong, expected: "at most \(maximumTextBytes) bytes")
        }
        guard !text.utf8.contains(0) else {
            throw InputError(field: "text", code: .forbiddenCharacter, expected: "text without U+0000")
        }
    }
}
