import Domain

/// Compares what a model wrote with what the idea says.
///
/// Two people translate one sentence with other words, so words alone are no proof: a third of those that
/// the built-in reader understood have to come back. Numbers, colours, negation, names and quotations must
/// stay, and none may be added.
struct FidelityCheck {
    private let idea: Idea
    private let reference: Understanding?
    /// Whether the reference is the idea in English, as the model says too.
    private let isSameLanguage: Bool

    /// - Parameters:
    ///   - idea: What the person typed.
    ///   - reference: The built-in reading, if there is one.
    ///   - language: The code of the idea's language, as the model says.
    init(idea: Idea, reference: Understanding?, language: String) {
        self.idea = idea
        isSameLanguage = language.lowercased().hasPrefix("en")
        // Latin letters are taken for English here; a model knows Spanish when it sees it.
        self.reference = idea.language == .english && !isSameLanguage ? nil : reference
    }

    /// What the understanding says otherwise; empty when it is faithful.
    func drifts(of understanding: Understanding) -> [Drift] {
        let said = Facts(of: understanding.translation)
        let shown = Facts(of: understanding.scene.plainText)
        var drifts = quotations(in: understanding) + digits(said)
        if let reference {
            drifts += compare(said, with: facts(of: reference))
            drifts += excludedSubjects(of: understanding.scene, reference.scene)
        }
        drifts += additions(of: shown, to: said)
        return drifts
    }

    private func facts(of reference: Understanding) -> Facts {
        Facts(of: reference.translation).joined(with: Facts(of: reference.scene.plainText))
    }

    /// Text in quotation marks stays as it is.
    private func quotations(in understanding: Understanding) -> [Drift] {
        let text = understanding.translation + " " + understanding.scene.onScreenText.map(\.text).joined()
        return Quotations.inside(idea.text).filter { !text.contains($0) }.map {
            Drift(kind: .quotation, sentence: "The quotation “\($0)” must stay as it is")
        }
    }

    /// Digits are the same in every language.
    private func digits(_ said: Facts) -> [Drift] {
        let digits = idea.text.split { !("0"..."9").contains($0) }.compactMap { Int($0) }.filter { $0 > 1 }
        let missing = digits.filter { !said.numbers.union(said.impliedNumbers).contains(String($0)) }
        return missing.map { Drift(kind: .number, sentence: "The number \($0) is missing in translation") }
    }

    private func compare(_ said: Facts, with facts: Facts) -> [Drift] {
        numbers(said, facts) + negation(said, facts) + colours(said, facts) + names(said, facts)
            + content(said, facts)
    }

    private func numbers(_ said: Facts, _ facts: Facts) -> [Drift] {
        let missing = facts.numbers.subtracting(said.numbers).subtracting(said.impliedNumbers)
        let added = said.numbers.subtracting(facts.numbers).subtracting(facts.impliedNumbers)
            .filter { !idea.text.contains($0) }
        return missing.sorted().map { Drift(kind: .number, sentence: "The number \($0) is missing") }
            + added.sorted().map { Drift(kind: .number, sentence: "The idea does not say \($0)") }
    }

    private func negation(_ said: Facts, _ facts: Facts) -> [Drift] {
        if facts.isNegated, !said.isNegated, !said.mayBeNegated {
            return [Drift(kind: .negation, sentence: "The idea's negation is missing in translation")]
        }
        if said.isNegated, !facts.isNegated, !facts.mayBeNegated {
            return [Drift(kind: .negation, sentence: "The idea negates nothing")]
        }
        return []
    }

    private func colours(_ said: Facts, _ facts: Facts) -> [Drift] {
        facts.colours.subtracting(said.colours).sorted().map {
            Drift(kind: .colour, sentence: "The colour \($0) is missing")
        }
            + said.colours.subtracting(facts.colours).sorted().map {
                Drift(kind: .colour, sentence: "The idea does not say \($0)")
            }
    }

    private func names(_ said: Facts, _ facts: Facts) -> [Drift] {
        let words = said.names.union(said.content)
        return facts.names.subtracting(unknown).filter { name in
            !words.contains { $0.isSpeltLike(name) }
        }.sorted().map { Drift(kind: .name, sentence: "The name \($0) is missing") }
    }

    private func content(_ said: Facts, _ facts: Facts) -> [Drift] {
        let known = facts.content.subtracting(unknown)
        let kept = known.intersection(said.content).count
        let share = isSameLanguage ? 0.6 : 1.0 / 3
        guard known.count > 2, Double(kept) < Double(known.count) * share else { return [] }
        return [Drift(kind: .content, sentence: "The translation does not say what the idea says")]
    }

    /// Words that the built-in reader only spelt out.
    private var unknown: Set<String> {
        let phrases = (reference?.phrases ?? []).filter { $0.certainty == .notUnderstood }
        return phrases.reduce(into: []) { words, phrase in
            let facts = Facts(of: phrase.text)
            words.formUnion(facts.content.union(facts.names))
            words.insert(phrase.text.lowercased())
        }
    }

    /// What the idea wants left out must not become what it shows.
    private func excludedSubjects(of scene: Scene, _ known: Scene) -> [Drift] {
        let excluded = known.exclusions.reduce(into: Set()) { $0.formUnion(Facts(of: $1.text).content) }
        let wanted = known.subjects.reduce(into: Set()) { $0.formUnion(Facts(of: $1.name).content) }
        return scene.subjects.filter {
            !Facts(of: $0.name).content.isDisjoint(with: excluded.subtracting(wanted))
        }.map { Drift(kind: .negation, sentence: "The idea does not want \($0.name)") }
    }

    /// The scene must not show what the translation does not say.
    private func additions(of shown: Facts, to said: Facts) -> [Drift] {
        var drifts = shown.numbers.subtracting(said.numbers).subtracting(said.impliedNumbers).sorted().map {
            Drift(kind: .number, sentence: "The scene says \($0), the translation does not")
        }
        drifts += shown.colours.subtracting(said.colours).sorted().map {
            Drift(kind: .colour, sentence: "The scene says \($0), the translation does not")
        }
        let added = shown.content.subtracting(said.content)
        if added.count > 2 + shown.content.count / 3 {
            drifts.append(Drift(kind: .content, sentence: "The scene says more than the translation"))
        }
        return drifts
    }
}
