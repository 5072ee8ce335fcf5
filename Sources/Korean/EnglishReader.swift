package import Domain

/// Reads an English idea through the same slots; the translation is the text itself.
package struct EnglishReader: Sendable {
    private let lexicon: Lexicon

    /// Makes a reader over a loaded lexicon, which all readers may share.
    package init(lexicon: Lexicon) { self.lexicon = lexicon }

    /// Sorts the idea's parts, cut at commas and full stops; what is no known slot word stays verbatim as
    /// subject and action, so that nothing is lost.
    package func read(_ text: String) -> Understanding {
        var scene = Scene()
        var phrases: [Phrase] = []
        for part in EnglishParts.parts(of: text) {
            let phrase = Phrase(part.text, source: part)
            phrases.append(phrase)
            if let slot = slot(of: part.text) {
                scene[slot].append(phrase)
            } else {
                addContent(part, to: &scene)
            }
        }
        return Understanding(
            scene: scene, translation: text, phrases: phrases, lexiconVersion: lexicon.version)
    }

    /// The slot of a part, by the whole of it, else by its last word: "slow dolly shot".
    private func slot(of part: String) -> Slot? {
        let words = part.lowercased().split(separator: " ").map(String.init)
        for start in words.indices {
            let tail = words[start...].joined(separator: " ")
            if let kind = lexicon.englishSlots[tail] ?? nil,
                words.count - start == words.count || words.count <= 3
            {
                return kind.slot
            }
        }
        return nil
    }

    private func addContent(_ part: SourceSpan, to scene: inout Scene) {
        if let excluded = EnglishParts.excluded(part) {
            scene.exclusions.append(Phrase(excluded.text, source: excluded))
            return
        }
        let pieces = EnglishParts.subjectAndAction(part)
        let subject = pieces.subject
        scene.subjects.append(
            Subject(
                phrase: Phrase(subject.text, source: subject), name: EnglishParts.name(subject.text),
                kind: kind(of: subject.text)))
        if let action = pieces.action {
            scene.actions.append(
                Action(phrase: Phrase(action.text, source: action), subject: scene.subjects.count - 1))
        }
    }

    private func kind(of subject: String) -> Subject.Kind {
        let words = subject.lowercased().split(separator: " ").map(String.init)
        for word in words.reversed() {
            if let noun = lexicon.englishNouns[word] ?? nil { return noun.kind.subjectKind }
        }
        return .object
    }
}
