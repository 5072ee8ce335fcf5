import Diffing
package import Domain

/// Follows rules on a text of clauses that commas join, as prompts are.
package struct RuleApplication: Sendable {
    private let vocabulary: SlotVocabulary
    /// What the idea itself asks for, which no rule may change.
    private let asked: Set<String>
    /// The slots that the idea fills.
    private let askedSlots: Set<String>

    /// - Parameter scene: The idea understood; what it says stays as it is.
    package init(scene: Scene = Scene()) {
        vocabulary = SlotVocabulary.standard.adding(scene)
        let phrases = SceneSlot.allCases.flatMap { slot in
            slot.phrases(of: scene).filter { $0.certainty == .translated }.map { (slot.rawValue, $0.text) }
        }
        asked = Set(phrases.map { $0.1.lowercased() })
        askedSlots = Set(phrases.map(\.0))
    }

    /// The edit that follows a rule; nil when there is nothing to do, or the idea says otherwise.
    package func suggestion(_ rule: EditRule, for text: String) -> SuggestedEdit? {
        followed(rule, on: text).map {
            SuggestedEdit(rule: rule, diff: Differ().diff(text, $0.text), text: $0.text)
        }
    }

    /// The edits that follow rules, each on its own, one for a place: a second one would contradict the first.
    ///
    /// They come in the order in which people make them.
    ///
    /// - Parameter rules: The most important first.
    package func suggestions(_ rules: [EditRule], for text: String, limit: Int) -> [SuggestedEdit] {
        var places: Set<String> = []
        var suggestions: [SuggestedEdit] = []
        for rule in rules where suggestions.count < limit {
            guard let followed = followed(rule, on: text), places.insert(followed.place).inserted else {
                continue
            }
            suggestions.append(
                SuggestedEdit(rule: rule, diff: Differ().diff(text, followed.text), text: followed.text))
        }
        return suggestions.enumerated().sorted {
            ($0.element.rule.position, $0.offset) < ($1.element.rule.position, $1.offset)
        }.map(\.element)
    }

    /// The text once every suggestion for it is taken.
    package func text(_ text: String, following rules: [EditRule]) -> String {
        suggestions(rules, for: text, limit: .max).reduce(text) { text, suggestion in
            followed(suggestion.rule, on: text)?.text ?? text
        }
    }

    /// A text that follows a rule, with what was changed for it: a slot, or a clause.
    private typealias Followed = (text: String, place: String)

    private func followed(_ rule: EditRule, on text: String) -> Followed? {
        guard rule.to.isEmpty || text.range(ofWords: rule.to) == nil else { return nil }
        let isOfWords = rule.gaveWay.isEmpty && !rule.isAdded && !rule.from.isEmpty
        let followed = isOfWords ? words(rule, text) : clause(rule, Clauses(text))
        return followed?.text == text ? nil : followed
    }

    private func words(_ rule: EditRule, _ text: String) -> Followed? {
        guard !asked.contains(rule.from.lowercased()), let range = text.range(ofWords: rule.from) else {
            return nil
        }
        let changed = text.replacingCharacters(in: range, with: rule.to)
        return (rule.to.isEmpty ? Clauses(changed).text : changed, place(of: rule, in: rule.from))
    }

    /// Puts the words where such words gave way before, or where the slot stands, or else at the end.
    private func clause(_ rule: EditRule, _ text: Clauses) -> Followed? {
        var clauses = text
        let gaveWay = Set(rule.gaveWay.map { $0.lowercased() })
        let found =
            clauses.firstIndex { gaveWay.contains($0) && !asked.contains($0) }
            ?? clauses.firstIndex { !rule.to.isEmpty && isOpen($0, in: rule.slot) }
        guard let found else {
            let isNamed = SceneSlot(rawValue: rule.slot) != nil
            guard !rule.to.isEmpty, isNamed || rule.isAdded, !askedSlots.contains(rule.slot) else {
                return nil
            }
            clauses.parts.append(rule.to)
            return (clauses.text, place(of: rule, in: rule.to))
        }
        let place = place(of: rule, in: clauses.parts[found])
        if rule.to.isEmpty {
            clauses.parts.remove(at: found)
        } else {
            clauses.parts[found] = rule.to
        }
        return (clauses.text, place)
    }

    private func isOpen(_ clause: String, in slot: String) -> Bool {
        !asked.contains(clause) && vocabulary.slot(of: clause)?.rawValue == slot
    }

    private func place(of rule: EditRule, in clause: String) -> String {
        SceneSlot(rawValue: rule.slot) == nil ? clause.lowercased() : rule.slot
    }
}

extension String {
    /// Where these words stand as whole words, in any case.
    fileprivate func range(ofWords words: String) -> Range<String.Index>? {
        let (text, wanted) = (Array(lowercased()), Array(words.lowercased()))
        guard !wanted.isEmpty, text.count == count, wanted.count <= text.count else { return nil }
        let isBorder = { (index: Int) in
            !text.indices.contains(index) || !(text[index].isLetter || text[index].isNumber)
        }
        for start in 0...(text.count - wanted.count)
        where isBorder(start - 1) && isBorder(start + wanted.count) {
            if text[start..<start + wanted.count].elementsEqual(wanted) {
                return index(startIndex, offsetBy: start)..<index(startIndex, offsetBy: start + wanted.count)
            }
        }
        return nil
    }

    fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
        String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
    }
}
