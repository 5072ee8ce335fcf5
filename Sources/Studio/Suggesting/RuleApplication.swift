import Diffing
package import Domain

/// Follows rules on a text of clauses that commas join, as prompts are.
package struct RuleApplication: Sendable {
    private let vocabulary: SlotVocabulary
    /// What the idea itself asks for, which no rule may change.
    private let asked: Set<String>

    /// - Parameter scene: The idea understood; what it says stays as it is.
    package init(scene: Scene = Scene()) {
        vocabulary = SlotVocabulary.standard.adding(scene)
        asked = Set(
            SceneSlot.allCases.flatMap { $0.phrases(of: scene) }.filter { $0.certainty == .translated }
                .map { $0.text.lowercased() })
    }

    /// The edit that follows a rule; nil when there is nothing to do, or the idea says otherwise.
    package func suggestion(_ rule: EditRule, for text: String) -> SuggestedEdit? {
        guard let changed = followed(rule, on: text), changed != text else { return nil }
        return SuggestedEdit(rule: rule, diff: Differ().diff(text, changed), text: changed)
    }

    private func followed(_ rule: EditRule, on text: String) -> String? {
        guard rule.to.isEmpty || text.range(ofWords: rule.to) == nil else { return nil }
        if !rule.from.isEmpty {
            guard !asked.contains(rule.from.lowercased()), let range = text.range(ofWords: rule.from) else {
                return nil
            }
            return rule.to.isEmpty
                ? Clauses(text.replacingCharacters(in: range, with: "")).text
                : text.replacingCharacters(in: range, with: rule.to)
        }
        var clauses = Clauses(text)
        let slots = clauses.parts.map { vocabulary.slot(of: $0)?.rawValue }
        // The first clause says what the video is about.
        let place = clauses.parts.indices.dropFirst().first {
            slots[$0] == rule.slot && !asked.contains(clauses.parts[$0].lowercased())
        }
        if let place {
            clauses.parts[place] = rule.to
        } else {
            clauses.parts.append(rule.to)
        }
        return clauses.text
    }
}

/// A text as clauses, with what ends it.
private struct Clauses {
    var parts: [String]
    private let end: String

    init(_ text: String) {
        end = text.hasSuffix(".") ? "." : ""
        parts = text.dropLast(end.count).split(separator: ",").map { part in
            String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }.filter { !$0.isEmpty }
    }

    var text: String { parts.joined(separator: ", ") + end }
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
