/// One immutable state of a prompt.
package struct Revision: Sendable, Hashable, Codable {
    package let prompt: Prompt.ID
    /// 1 is what was generated; each save of any branch counts one up, without gaps.
    package let number: Int
    /// The revision it was made from; nil for the first.
    package let parent: Int?
    /// The revision that was merged into the parent; nil for all but merges.
    package let mergedFrom: Int?
    /// The branch that it was saved on.
    package let branch: ReferenceName
    package let author: String
    package let note: String?
    package let savedAt: Timestamp
    package let configuration: Configuration
    /// The way from the parent's text to this one; nil for the first.
    package let diff: Diff?
    /// What changed beside the text.
    package let changes: [FieldChange]

    package var text: String { configuration.text }

    /// The revisions it was made from.
    package var parents: [Int] { [parent, mergedFrom].compactMap { $0 } }

    package init(
        prompt: Prompt.ID, number: Int, parent: Int?, mergedFrom: Int? = nil, branch: ReferenceName = .main,
        author: String, note: String? = nil, savedAt: Timestamp, configuration: Configuration, diff: Diff?,
        changes: [FieldChange] = []
    ) {
        self.prompt = prompt
        self.number = number
        self.parent = parent
        self.mergedFrom = mergedFrom
        self.branch = branch
        self.author = author
        self.note = note
        self.savedAt = savedAt
        self.configuration = configuration
        self.diff = diff
        self.changes = changes
    }
}
