package import Domain

/// What an edit did to the scene, slot by slot: camera: static → slow dolly-in.
package struct SlotSummary: Sendable, Hashable, Codable {
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case added, removed, replaced, moved
    }

    package struct Change: Sendable, Hashable, Codable {
        package let kind: Kind
        /// Nil when no phrase of either scene and no known word says where it belongs.
        package let slot: SceneSlot?
        /// Whole words; empty for what was added.
        package let old: String
        /// Whole words; empty for what was removed.
        package let new: String
    }

    /// In order of the text, what moved last.
    package let changes: [Change]

    /// Sums a diff up.
    ///
    /// - Parameters:
    ///   - diff: The edit.
    ///   - old: The text the diff was made for.
    ///   - vocabulary: Which words belong to which slot; with the phrases of the scenes of both texts
    ///     it knows what the writer knew.
    /// - Throws: ``DiffError`` when the diff was made for another text.
    package init(
        _ diff: Diff, of old: String, vocabulary: SlotVocabulary = .standard
    ) throws(DiffError) {
        let new = try diff.apply(to: old)
        let words = WholeWords(old: TokenizedText(old), new: TokenizedText(new))
        let moved = Set(diff.moves.map(\.text))
        var changes: [Change] = []
        for change in words.changes(of: diff) where !change.old.isEmpty || !change.new.isEmpty {
            // Told below, as one move instead of a loss and a gain.
            if moved.contains(where: { change.old + change.new == $0 }) { continue }
            for (old, new) in Self.clauses(change.old, change.new) {
                let kind: Kind = old.isEmpty ? .added : new.isEmpty ? .removed : .replaced
                let slot = vocabulary.slot(of: old) ?? vocabulary.slot(of: new)
                changes.append(Change(kind: kind, slot: slot, old: old, new: new))
            }
        }
        for move in diff.moves {
            let slot = vocabulary.slot(of: move.text)
            changes.append(Change(kind: .moved, slot: slot, old: move.text, new: move.text))
        }
        self.changes = changes
    }

    /// Pairs clause with clause where both sides have as many, for each can be a slot of its own.
    private static func clauses(_ old: String, _ new: String) -> [(String, String)] {
        let parts = [old, new].map {
            $0.split(separator: ",").map { bare(String($0)) }.filter { !$0.isEmpty }
        }
        guard parts[0].count == parts[1].count else { return [(bare(old), bare(new))] }
        return zip(parts[0], parts[1]).filter { !$0.utf8.elementsEqual($1.utf8) }.map { ($0, $1) }
    }

    /// Without the commas that only join it to its neighbours, and without a full stop.
    private static func bare(_ text: String) -> String {
        let isJoint: (Character) -> Bool = { $0.isWhitespace || ",;".contains($0) }
        let start = text.drop(while: isJoint)
        guard let last = start.lastIndex(where: { !isJoint($0) && $0 != "." }) else { return text }
        return String(start[...last])
    }

    /// The changes as one sentence; Korean for Korean, English for anything else.
    package func sentence(in language: Language) -> String {
        guard !changes.isEmpty else { return language == .korean ? "바뀐 낱말이 없습니다." : "No words changed." }
        return changes.map { $0.part(in: language) }.joined(separator: "; ") + "."
    }
}

extension SlotSummary.Change {
    fileprivate func part(in language: Language) -> String {
        let isKorean = language == .korean
        let front = slot.map { $0.name(in: language) + ": " } ?? ""
        switch kind {
        case .replaced: return "\(front)\(old) → \(new)"
        case .added: return front + (isKorean ? "\(new) 더함" : "added \(new)")
        case .removed: return front + (isKorean ? "\(old) 뺌" : "removed \(old)")
        case .moved: return front + (isKorean ? "\(old) 옮김" : "moved \(old)")
        }
    }
}
