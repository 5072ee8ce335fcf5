import Domain
import Studio

/// A revision as clients see it.
struct RevisionView: Encodable, Sendable {
    struct Links: Encodable, Sendable {
        let itself: String
        let prompt: String

        enum CodingKeys: String, CodingKey {
            case itself = "self"
            case prompt
        }
    }

    let prompt: Prompt.ID
    let number: Int
    let parent: Int?
    let mergedFrom: Int?
    let branch: ReferenceName
    let author: String
    let note: String?
    let savedAt: Timestamp
    let text: String
    let idea: String
    let negative: String?
    let model: ModelName
    let parameters: PromptParameters
    let diff: Diff?
    /// What changed beside the text, as RFC 6902 writes it.
    let changes: [FieldChangeView]
    /// Whether everything was rebuilt from revision 1 by the diffs.
    let replayed: Bool?
    /// Whether everything was the newest already, so that nothing was saved.
    let unchanged: Bool?
    let links: Links

    init(_ saved: SavedRevision) { self.init(saved.revision, isUnchanged: saved.isUnchanged) }

    init(_ revision: Revision, isUnchanged: Bool? = nil, rebuilt: Configuration? = nil) {
        let configuration = rebuilt ?? revision.configuration
        prompt = revision.prompt
        number = revision.number
        parent = revision.parent
        mergedFrom = revision.mergedFrom
        branch = revision.branch
        author = revision.author
        note = revision.note
        savedAt = revision.savedAt
        text = configuration.text
        idea = configuration.idea.text
        negative = configuration.negative
        model = configuration.model
        parameters = configuration.parameters
        diff = revision.diff
        changes = revision.changes.map(FieldChangeView.init)
        replayed = rebuilt.map { _ in true }
        unchanged = isUnchanged
        let path = "/v1/prompts/\(revision.prompt)"
        links = Links(itself: "\(path)/revisions/\(revision.number)", prompt: path)
    }
}

/// A change of a field as an operation of RFC 6902, with the old value beside it.
struct FieldChangeView: Encodable, Sendable {
    let op: String
    let path: String
    let value: FieldValue?
    let old: FieldValue?

    init(_ change: FieldChange) {
        op = change.old == nil ? "add" : change.new == nil ? "remove" : "replace"
        path = change.field.path
        value = change.new.map { FieldValue($0, of: change.field) }
        old = change.old.map { FieldValue($0, of: change.field) }
    }
}

/// A field's value: a number where the configuration has one.
enum FieldValue: Encodable, Sendable {
    case text(String)
    case number(UInt64)

    init(_ text: String, of field: FieldChange.Field) {
        switch field {
        case .durationSeconds, .seed: self = UInt64(text).map { .number($0) } ?? .text(text)
        case .idea, .negative, .model, .aspect: self = .text(text)
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .number(let number): try container.encode(number)
        }
    }
}
