import Diffing
package import Domain
package import Similarity

/// Tells clause by clause what people made of a prompt.
///
/// A word alone ("soft" made "golden hour") says less than the clause that it stands in, for the clause is
/// what a slot holds and what a suggestion puts in.
package struct ClauseComparison: Sendable {
    private let vocabulary: SlotVocabulary

    /// - Parameter scene: The prompt's; its phrases are known by their slots.
    package init(scene: Scene) { vocabulary = SlotVocabulary.standard.adding(scene) }

    /// The clauses that gave way, came or went between two texts, in order.
    package func changes(from old: String, to new: String) -> [EditedPrompt.Change] {
        let (before, after) = (Clauses(old).parts, Clauses(new).parts)
        let difference = after.difference(from: before) { $0.utf8.elementsEqual($1.utf8) }
        let gone = Set(
            difference.removals.compactMap { if case .remove(let offset, _, _) = $0 { offset } else { nil } })
        let came = Set(
            difference.insertions.compactMap {
                if case .insert(let offset, _, _) = $0 { offset } else { nil }
            })
        return gaps(before, after, gone: gone, came: came).flatMap(paired)
    }

    private typealias Gap = (old: [String], new: [String])

    /// The stretches between clauses that stayed.
    private func gaps(_ before: [String], _ after: [String], gone: Set<Int>, came: Set<Int>) -> [Gap] {
        var gaps: [Gap] = [([], [])]
        var (old, new) = (0, 0)
        while old < before.count || new < after.count {
            if old < before.count, gone.contains(old) {
                gaps[gaps.count - 1].old.append(before[old])
                old += 1
            } else if new < after.count, came.contains(new) {
                gaps[gaps.count - 1].new.append(after[new])
                new += 1
            } else {
                gaps.append(([], []))
                (old, new) = (old + 1, new + 1)
            }
        }
        return gaps
    }

    /// Pairs what went with what came: by slot, then in order.
    private func paired(_ gap: Gap) -> [EditedPrompt.Change] {
        var rest = gap.new
        var changes: [EditedPrompt.Change] = []
        for (number, old) in gap.old.enumerated() {
            let slot = vocabulary.slot(of: old)
            let others = gap.old.count - number - 1
            // What comes beyond the last of those that went was added.
            let place =
                rest.firstIndex { slot != nil && vocabulary.slot(of: $0) == slot }
                ?? (rest.count > others ? rest.startIndex : nil)
            changes.append(change(from: old, to: place.map { rest.remove(at: $0) } ?? ""))
        }
        return changes + rest.map { change(from: "", to: $0) }
    }

    private func change(from old: String, to new: String) -> EditedPrompt.Change {
        let slot = vocabulary.slot(of: new) ?? vocabulary.slot(of: old)
        return EditedPrompt.Change(slot: slot?.rawValue ?? EditRule.noSlot, from: old, to: new)
    }
}
