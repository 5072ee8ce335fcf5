extension WordBuilder {
    /// Adds the verb or adjective that starts here.
    mutating func addPredicate() {
        let stem = atoms[index]
        var key = lemma(of: stem)
        var next = index + 1
        if let joined = joinedVerb() { (key, next) = joined }
        if stem.tag == "VCP" { key = "이다" }
        addPredicate(stem: lexeme(key, stem.start, stem.end), key: key, endings: next)
    }

    /// 텅 비다, 활짝 피다: a mimetic and its verb that the lexicon holds as one.
    mutating func addFixedPair() -> Bool {
        guard index + 1 < atoms.count, ["MAG", "IC", "XR", "NNG", "UNKNOWN"].contains(atoms[index].tag),
            atoms[index + 1].isPredicate, atoms[index + 1].start >= atoms[index].end
        else { return false }
        let forms = [atoms[index + 1].form + "다", lemma(of: atoms[index + 1])]
        let keys = forms.map { atoms[index].form + $0 }
        let isMimetic = atoms[index].tag != "NNG" || lexicon.adverbs[atoms[index].form] != nil
        guard isMimetic, let key = keys.first(where: { lexicon.predicates[$0] != nil }) else {
            return false
        }
        addPredicate(
            stem: lexeme(key, atoms[index].start, atoms[index + 1].end), key: key, endings: index + 2)
        return true
    }

    mutating func addPredicate(stem: Lexeme, key: String, endings: Int) {
        let reader = EndingReader(atoms, from: endings)
        index = max(reader.index, endings)
        var word = Word(kind: .predicate, lexeme: stem)
        word.lexeme.key = key
        word.lexeme.end = max(stem.end, atoms[index - 1].end)
        word.ending = reader.ending
        if let negation = pendingNegation {
            word.ending.isNegated = true
            word.lexeme.start = negation.start
            pendingNegation = nil
        }
        word.lexeme.text = slice(word.lexeme.start, word.lexeme.end)
        if word.ending.form == .nominal { word.particle = takeParticles() }
        words.append(word)
    }

    /// 노는 is of 놀다: a final ㄹ falls out before ㄴ, ㅂ and ㅅ, and the dictionary does not always see it.
    private func lemma(of stem: Atom) -> String {
        let key = stem.form + "다"
        guard lexicon.predicates[key] == nil, let last = stem.form.unicodeScalars.last,
            (0xAC00...0xD7A3).contains(last.value), (last.value - 0xAC00) % 28 == 0,
            let full = Unicode.Scalar(last.value + 8)
        else { return key }
        let restored = String(stem.form.dropLast()) + String(Character(full)) + "다"
        return lexicon.predicates[restored] == nil ? key : restored
    }

    /// Two verbs that make one, such as 걸어 내려가다, when the lexicon knows the pair.
    private func joinedVerb() -> (String, Int)? {
        let second = index + 2
        guard second < atoms.count, atoms[index + 1].tag == "EC", atoms[second].isPredicate,
            atoms[second].start >= atoms[index].end
        else { return nil }
        let first = slice(atoms[index].start, atoms[second].start).filter { $0 != " " }
        let key = first + atoms[second].form + "다"
        return lexicon.predicates[key] == nil ? nil : (key, second + 1)
    }
}
