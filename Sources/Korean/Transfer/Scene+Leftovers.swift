import Domain

extension Scene {
    /// All English that the scene holds.
    var english: String {
        let phrases =
            subjects.flatMap { [$0.phrase] + $0.looks } + actions.map(\.phrase) + place + time + weather
            + light
            + camera + style + mood + audio + onScreenText
        return (phrases.map(\.text) + exclusions.map { "without " + $0.text }).joined(separator: " ")
    }

    /// Gives the words that found no place one by their kind alone.
    mutating func add(_ leftovers: [Leftovers.Leftover]) {
        for leftover in leftovers {
            let phrase = leftover.phrase
            if leftover.isExcluded {
                exclusions.append(phrase.droppingPrefix("without "))
                continue
            }
            guard leftover.word.kind == .noun else {
                if leftover.word.kind == .predicate {
                    actions.append(Action(phrase: phrase, subject: subjects.indices.last))
                }
                continue
            }
            switch leftover.kind?.slot {
            case let slot?: self[slot].append(phrase)
            case nil where leftover.kind?.isPlace == true: self[.place].append(phrase)
            case nil:
                let kind = leftover.kind?.subjectKind ?? .object
                subjects.append(Subject(phrase: phrase, name: phrase.text, kind: kind))
            }
        }
    }
}

extension Phrase {
    fileprivate func droppingPrefix(_ prefix: String) -> Phrase {
        var copy = self
        if text.hasPrefix(prefix) { copy.text = String(text.dropFirst(prefix.count)) }
        return copy
    }
}
