import Diffing
import Domain
import Studio

/// Makes a whole history of a foreign prompt, the same each time.
struct HistoryMaker {
    /// Understands ideas; what it cannot read has an empty scene.
    let writer: any PromptWriter
    let workspace: Workspace

    /// - Throws: ``ExchangeError`` when the idea or a text does not fit.
    func history(of foreign: ForeignPrompt) async throws(ExchangeError) -> PromptHistory {
        let random = DigestBits(of: "\(foreign.source)\n\(foreign.key)\n\(foreign.versions.map(\.text))")
        let id = Prompt.ID(at: foreign.madeAt, random: random)
        let idea: Idea
        do {
            idea = try Idea(typed: foreign.idea)
        } catch {
            throw ExchangeError("'\(foreign.idea.prefix(40))': \(error)")
        }
        guard let first = foreign.versions.first else { throw ExchangeError("'\(idea.text)' has no text") }
        let draft = await draft(of: idea, text: first.text, foreign: foreign)
        let revisions = revisions(of: foreign, id: id, start: Configuration(of: idea, draft: draft))
        let head = Prompt.Head(of: revisions[revisions.count - 1])
        var marks = PromptMarks()
        marks.tags = Set(foreign.tags.compactMap { try? Tag(typed: $0, field: "tags") }).sorted()
        marks.outcomes = foreign.outcome.map { [$0] } ?? []
        var history = PromptHistory(
            prompt: Prompt(
                id: id, workspace: workspace, idea: idea, draft: draft, createdAt: foreign.madeAt,
                head: head, marks: marks),
            revisions: revisions,
            branches: [
                Branch(
                    name: .main, start: 1, head: head.number, author: first.author,
                    createdAt: foreign.madeAt)
            ])
        history.entries = [
            AuditEntry(
                id: AuditEntry.ID(at: foreign.madeAt, random: random), workspace: workspace,
                actor: .service, action: .imported, prompt: id, target: "prompt", detail: foreign.source,
                at: foreign.madeAt)
        ]
        return history
    }

    private func revisions(of foreign: ForeignPrompt, id: Prompt.ID, start: Configuration) -> [Revision] {
        var revisions: [Revision] = []
        for (offset, version) in foreign.versions.enumerated() {
            var configuration = start
            configuration.text = version.text
            revisions.append(
                Revision(
                    prompt: id, number: offset + 1, parent: offset == 0 ? nil : offset,
                    author: version.author, note: version.note, savedAt: foreign.madeAt,
                    configuration: configuration,
                    diff: revisions.last.map { Differ().diff($0.text, version.text) }))
        }
        return revisions
    }

    /// What our writer understands of the idea, with the text that the source made of it.
    private func draft(of idea: Idea, text: String, foreign: ForeignPrompt) async -> Draft {
        let parameters = PromptParameters(aspect: foreign.aspect, durationSeconds: foreign.durationSeconds)
        let version = Version(name: foreign.source, version: "imported")
        if var draft = try? await writer.write(idea) {
            (draft.text, draft.negative, draft.model) = (text, nil, foreign.model)
            (draft.parameters, draft.writer, draft.template) = (parameters, version, version)
            (draft.enrichment, draft.warnings) = ([], [])
            return draft
        }
        return Draft(
            text: text, negative: nil, model: foreign.model, parameters: parameters, category: .abstract,
            scene: Scene(), translation: text, phrases: [], enrichment: [], warnings: [], writer: version,
            template: version, lexicon: version)
    }
}

/// Bits that depend on a text alone, so that the same source gives the same identifiers.
private struct DigestBits: RandomSource {
    private let bits: UInt64

    init(of text: String) { bits = Digest.of(text).prefix(8).reduce(0) { $0 << 8 | UInt64($1) } }

    func next() -> UInt64 { bits }
}
