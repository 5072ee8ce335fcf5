import Diffing
import Domain

/// Reads from a revision what it changed, as search finds it.
struct EditReader {
    let random: any RandomSource
    let vocabulary: SlotVocabulary

    /// Edits of the text by slots of the scene, then of the other fields.
    func edits(of revision: Revision, after parent: Revision) -> [Edit] {
        var edits: [Edit] = []
        if let diff = revision.diff,
            let summary = try? SlotSummary(diff, of: parent.text, vocabulary: vocabulary)
        {
            edits += summary.changes.map {
                edit($0, slot: $0.slot?.rawValue ?? EditRule.noSlot, in: revision)
            }
        }
        for change in revision.changes {
            let (old, new) = (change.old ?? "", change.new ?? "")
            if change.field == .idea, let summary = try? SlotSummary(Differ().diff(old, new), of: old) {
                edits += summary.changes.map { edit($0, slot: change.field.rawValue, in: revision) }
            } else {
                let kind: Edit.Kind = old.isEmpty ? .added : new.isEmpty ? .removed : .replaced
                edits.append(edit(kind, change.field.rawValue, from: old, to: new, in: revision))
            }
        }
        return edits
    }

    private func edit(_ change: SlotSummary.Change, slot: String, in revision: Revision) -> Edit {
        let kind: Edit.Kind =
            switch change.kind {
            case .added: .added
            case .removed: .removed
            case .replaced: .replaced
            case .moved: .moved
            }
        return edit(kind, slot, from: change.old, to: change.new, in: revision)
    }

    private func edit(
        _ kind: Edit.Kind, _ slot: String, from old: String, to new: String, in revision: Revision
    ) -> Edit {
        Edit(
            id: Edit.ID(at: revision.savedAt, random: random), prompt: revision.prompt,
            revision: revision.number, slot: slot, kind: kind, author: revision.author,
            savedAt: revision.savedAt, oldText: old, newText: new, oldTerms: SearchTerms.terms(of: old),
            newTerms: SearchTerms.terms(of: new))
    }
}
