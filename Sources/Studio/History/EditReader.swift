import Diffing
import Domain

/// Reads from a revision what it changed, as search finds it.
struct EditReader {
    let random: any RandomSource

    /// Edits of the text by whole words, then of the other fields.
    func edits(of revision: Revision, after parent: Revision) -> [Edit] {
        var edits: [Edit] = []
        if let diff = revision.diff, let summary = try? DiffSummary(diff, of: parent.text) {
            edits += self.edits(of: summary, slot: "text", in: revision)
        }
        for change in revision.changes {
            let (old, new) = (change.old ?? "", change.new ?? "")
            if change.field == .idea, let summary = try? DiffSummary(Differ().diff(old, new), of: old) {
                edits += self.edits(of: summary, slot: change.field.rawValue, in: revision)
            } else {
                edits.append(edit(change.field.rawValue, from: old, to: new, in: revision))
            }
        }
        return edits
    }

    private func edits(of summary: DiffSummary, slot: String, in revision: Revision) -> [Edit] {
        summary.replaced.map { edit(slot, from: $0.old, to: $0.new, in: revision) }
            + summary.added.map { edit(slot, from: "", to: $0, in: revision) }
            + summary.removed.map { edit(slot, from: $0, to: "", in: revision) }
    }

    private func edit(_ slot: String, from old: String, to new: String, in revision: Revision) -> Edit {
        Edit(
            id: Edit.ID(at: revision.savedAt, random: random), prompt: revision.prompt,
            revision: revision.number, slot: slot,
            kind: old.isEmpty ? .added : new.isEmpty ? .removed : .replaced, author: revision.author,
            savedAt: revision.savedAt, oldText: old, newText: new, oldTerms: SearchTerms.terms(of: old),
            newTerms: SearchTerms.terms(of: new))
    }
}
