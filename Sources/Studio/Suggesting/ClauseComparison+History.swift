import Domain
import Similarity

extension ClauseComparison {
    /// What each person made of a prompt, by its revisions on the way to the head.
    ///
    /// A clause is whose who put it in last, and one that was taken out, whose who did that.
    func edited(_ prompt: Prompt, revisions: [Revision]) -> [EditedPrompt] {
        let way = way(to: prompt.head.number, in: revisions)
        guard let first = way.first, let head = way.last, way.count > 1 else { return [] }
        var (putIn, takenOut, last) = ([String: String](), [String: String](), [String: Timestamp]())
        for (parent, revision) in zip(way, way.dropFirst()) {
            for change in changes(from: parent.text, to: revision.text) {
                if !change.to.isEmpty { putIn[change.to] = revision.author }
                if !change.from.isEmpty { takenOut[change.from] = revision.author }
            }
            last[revision.author] = revision.savedAt
        }
        let standing = changes(from: first.text, to: head.text)
        let clauses = Clauses(head.text)
        return last.sorted { $0.key < $1.key }.map { author, time in
            EditedPrompt(
                prompt: prompt.id, author: author, category: prompt.draft.category, editedAt: time,
                changes: standing.filter {
                    ($0.to.isEmpty ? takenOut[$0.from] : putIn[$0.to]) == author
                },
                reverted: putIn.filter { $0.value == author && !clauses.contains($0.key) }.keys.sorted())
        }
    }

    /// The revisions from the first to one of them, by their parents.
    private func way(to number: Int, in revisions: [Revision]) -> [Revision] {
        let byNumber = Dictionary(revisions.map { ($0.number, $0) }) { first, _ in first }
        var way: [Revision] = []
        var next = byNumber[number]
        while let revision = next, way.count < byNumber.count {
            way.append(revision)
            next = revision.parent.flatMap { byNumber[$0] }
        }
        return way.reversed()
    }
}
