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

    /// 텅 비다, 활짝 피다, 소풍 가다: a word and its verb that the lexicon holds as one.
    mutating func addFixedPair() -> Bool {
        guard index + 1 < atoms.count, ["MAG", "IC", "XR", "NNG", "UNKNOWN"].contains(atoms[index].tag),
            atoms[index + 1].start >= atoms[index].end
        else { return false }
        if addNegatedPair() { return true }
        guard atoms[index + 1].isPredicate else { return false }
        let forms = [atoms[index + 1].form + "다", lemma(of: atoms[index + 1])]
        let keys = forms.map { atoms[index].form + $0 }
        guard let key = keys.first(where: { lexicon.predicates[$0] != nil }) else {
            return false
        }
        addPredicate(
            stem: lexeme(key, atoms[index].start, atoms[index + 1].end), key: key, endings: index + 2)
        return true
    }

    /// 잠 못 드는, 공부 안 하는: the negation stands inside the pair.
    private mutating func addNegatedPair() -> Bool {
        guard index + 2 < atoms.count, atoms[index].tag == "NNG", ["안", "못"].contains(atoms[index + 1].form),
            atoms[index + 2].isPredicate || atoms[index + 2].tag == "XSV",
            let key = [atoms[index + 2].form + "다", lemma(of: atoms[index + 2])].map({
                atoms[index].form + $0
            })
            .first(where: { lexicon.predicates[$0] != nil })
        else { return false }
        let negation = atoms[index + 1]
        pendingNegation = lexeme(negation.form, atoms[index].start, negation.end)
        addPredicate(
            stem: lexeme(key, atoms[index].start, atoms[index + 2].end), key: key, endings: index + 3)
        return true
    }

    mutating func addPredicate(stem: Lexeme, key: String, endings: Int) {
        let reader = EndingReader(
            atoms, from: endings, gives: ["아주다", "어주다", "여주다"].contains(where: key.hasSuffix))
        index = max(reader.index, endings)
        var word = Word(kind: .predicate, lexeme: stem)
        word.lexeme.key = key
        word.lexeme.end = max(stem.end, atoms[index - 1].end)
        word.ending = reader.ending
        if key == "모르다" {
            // English has no verb of its own for it.
            word.lexeme.key = "알다"
            word.ending.isNegated.toggle()
        }
        if let negation = pendingNegation {
            word.ending.isNegated = true
            word.ending.isAbility = negation.key == "못"
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
        if let full = Self.irregularS[stem.form], let ending = atoms.first(where: { $0.start >= stem.end }),
            ending.isEnding, ending.start == stem.end, "은을어으".contains(ending.form.prefix(1))
        {
            return full
        }
        guard lexicon.predicates[key] == nil, let last = stem.form.unicodeScalars.last,
            (0xAC00...0xD7A3).contains(last.value), (last.value - 0xAC00) % 28 == 0,
            let full = Unicode.Scalar(last.value + 8)
        else { return key }
        let restored = String(stem.form.dropLast()) + String(Character(full)) + "다"
        return lexicon.predicates[restored] == nil ? key : restored
    }

    /// 지은, 부어: the final ㅅ falls out before a vowel.
    private static let irregularS = ["지": "짓다", "부": "붓다", "이": "잇다", "그": "긋다", "저": "젓다"]

    /// Vowels of a stem and what they are with 아 or 어 behind them: ㅣ ㅕ, ㅗ ㅘ, ㅜ ㅝ, ㅡ ㅓ, and those that
    /// swallow it.
    private static let joined: [UInt32: UInt32] = [20: 6, 8: 9, 13: 14, 18: 4, 0: 0, 4: 4, 6: 6, 1: 1, 5: 5]

    /// 보이 and 어 are 보여, 켜 and 어 켜.
    private static func contracted(_ stem: String, _ ending: String) -> String {
        guard ending == "어" || ending == "아", let last = stem.unicodeScalars.last,
            (0xAC00...0xD7A3).contains(last.value), (last.value - 0xAC00) % 28 == 0,
            let vowel = joined[(last.value - 0xAC00) % 588 / 28],
            let full = Unicode.Scalar(last.value - (last.value - 0xAC00) % 588 + vowel * 28)
        else { return stem + ending }
        return String(stem.dropLast()) + String(Character(full))
    }

    /// Two verbs that make one, such as 걸어 내려가다, when the lexicon knows the pair.
    private func joinedVerb() -> (String, Int)? {
        let second = index + 2
        guard second < atoms.count, atoms[index + 1].tag == "EC", atoms[second].isPredicate,
            atoms[second].start >= atoms[index].end || atoms[second].start == atoms[index].start
        else { return nil }
        let first =
            atoms[second].start == atoms[index].start
            ? Self.contracted(atoms[index].form, atoms[index + 1].form)
            : slice(atoms[index].start, atoms[second].start).filter { $0 != " " }
        let key = first + atoms[second].form + "다"
        return lexicon.predicates[key] == nil ? nil : (key, second + 1)
    }
}
