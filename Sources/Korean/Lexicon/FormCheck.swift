/// Whether the English forms that the rules make are English.
struct FormCheck {
    let lexicon: Lexicon
    private let forms: VerbForms

    init(lexicon: Lexicon) {
        self.lexicon = lexicon
        forms = VerbForms(irregular: lexicon.irregularVerbs)
    }

    func complaints(about row: LexiconFile.Row) -> [String] {
        if row.isVerb { return verb(row) }
        if row.isNoun { return noun(row) }
        return []
    }

    // MARK: Verbs

    private func verb(_ row: LexiconFile.Row) -> [String] {
        let words = row.english.split(separator: " ").map(String.init)
        guard let head = words.first else { return [] }
        if head == "be" { return passive(words.dropFirst().first) }
        if head.hasSuffix("ing"), !EnglishForms.baseInIng.contains(head) {
            return ["'\(head)' is no base form"]
        }
        if EnglishForms.isIrregular(head), lexicon.irregularVerbs[head] == nil {
            return ["'\(head)' is missing under [irregular]"]
        }
        return [participle(head), past(head), thirdPerson(head)].compactMap(\.self)
    }

    /// "be covered", "be visible", but not "be cover" or "be break".
    private func passive(_ word: String?) -> [String] {
        guard let word else { return [] }
        let isPlain = EnglishForms.adverbs.contains(word) || EnglishForms.afterBe.contains(word)
        if isPlain || word.hasSuffix("ly") { return [] }
        let irregular = lexicon.irregularVerbs[word]
        let isBare = irregular != nil && irregular?.participle != word
        let isPast =
            lexicon.irregularVerbs.values.contains { $0.past == word && $0.participle != word }
            && !lexicon.irregularVerbs.values.contains { $0.participle == word }
        if isBare || isPast { return ["'be \(word)' wants a past participle"] }
        if EnglishForms.lacksDouble(word) { return ["'\(word)' should double its consonant"] }
        if EnglishForms.isIrregularParticiple(word, in: lexicon) || word.hasSuffix("ed") { return [] }
        return ["'be \(word)' is no passive that is known"]
    }

    private func participle(_ head: String) -> String? {
        complaint(head, made: forms.participle(head), right: EnglishForms.participle(of: head))
    }

    private func past(_ head: String) -> String? {
        guard lexicon.irregularVerbs[head] == nil else { return nil }
        return complaint(head, made: forms.past(head), right: EnglishForms.past(of: head))
    }

    private func thirdPerson(_ head: String) -> String? {
        guard head != "have" else { return nil }
        return complaint(head, made: forms.thirdPerson(head), right: EnglishForms.thirdPerson(of: head))
    }

    private func complaint(_ word: String, made: String, right: String) -> String? {
        made == right ? nil : "'\(word)' becomes '\(made)' and should be '\(right)'"
    }

    // MARK: Nouns

    private func noun(_ row: LexiconFile.Row) -> [String] {
        let fixed = ["mass", "plural-only", "bare", "the", "plural"]
        guard row.section == "noun", !fixed.contains(where: row.grammar.has),
            ![" of ", " in ", " on ", " at ", " with "].contains(where: row.english.contains),
            let last = row.english.split(separator: " ").last
        else { return [] }
        let word = String(last)
        if EnglishForms.looksPlural(word) {
            return ["'\(word)' is a plural: say plural-only, or plural= when it is none"]
        }
        guard let right = EnglishForms.guardedPlural(of: word) else { return [] }
        let made = Nouns.plural(word)
        return [complaint(word, made: made, right: right)].compactMap(\.self)
    }
}
