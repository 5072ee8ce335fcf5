import Domain

/// A revision as clients see it.
struct RevisionView: Encodable {
    struct Links: Encodable {
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
    let author: String
    let note: String?
    let savedAt: Timestamp
    let text: String
    let diff: Diff?
    /// Whether the text was rebuilt from revision 1 by its diffs.
    let replayed: Bool?
    /// Whether the text was the newest one already, so that nothing was saved.
    let unchanged: Bool?
    let links: Links

    init(_ revision: Revision, isUnchanged: Bool? = nil, replayed: String? = nil) {
        prompt = revision.prompt
        number = revision.number
        parent = revision.parent
        author = revision.author
        note = revision.note
        savedAt = revision.savedAt
        text = replayed ?? revision.text
        diff = revision.diff
        self.replayed = replayed.map { _ in true }
        unchanged = isUnchanged
        let path = "/v1/prompts/\(revision.prompt)"
        links = Links(itself: "\(path)/revisions/\(revision.number)", prompt: path)
    }
}
