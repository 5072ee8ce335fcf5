extension WordBuilder {
    /// Adds a noun, a number, or a predicate made of a noun such as 요리하다.
    mutating func addNominal() {
        let atom = atoms[index]
        if atom.tag == "SN", let numeral = Numeral(atoms, at: index), addStories(numeral) { return }
        if atom.tag == "SN" || atom.tag == "XPN", addLongestNoun(atLeast: 2) { return }
        if addPrefix() { return }
        if addNumeral() || addShortClock() || addLongestNoun(atLeast: 1) || addFigure() { return }
        if KoreanNumber.amount(atom.form) != nil {
            append(.number, from: atom)
            index += 1
            return
        }
        addUnlisted(atom)
    }

    /// Adds the longest entry of the lexicon that starts here and takes at least so many atoms.
    mutating func addLongestNoun(atLeast minimum: Int) -> Bool {
        var end = min(atoms.count, index + 5)
        while end >= index + minimum {
            if canJoin(index..<end) {
                let key = slice(atoms[index].start, atoms[end - 1].end).filter { $0 != " " }
                if add(key, through: end) { return true }
            }
            end -= 1
        }
        return false
    }

    /// Nominals join across spaces; other atoms only inside one word that the dictionary tore apart.
    func canJoin(_ range: Range<Int>) -> Bool {
        guard !isTorn(at: range.upperBound) else { return false }
        guard range.count > 1 else { return true }
        let inner = atoms[range].dropFirst()
        let isOneWord = !inner.contains { $0.followsSpace }
        if isOneWord, isSubject(range) { return false }
        let areNominal = atoms[range].allSatisfy { $0.isNominal || $0.tag == "MM" || $0.tag == "XSN" }
        return isOneWord || areNominal
    }

    /// 화가 난: a noun with its particle, whose predicate wants exactly that, and no painter.
    private func isSubject(_ range: Range<Int>) -> Bool {
        guard let particle = atoms[range].last, range.count == 2, particle.isParticle,
            atoms.indices.contains(range.upperBound),
            atoms[range.upperBound].isPredicate || atoms[range.upperBound].tag == "MAG"
        else { return false }
        let noun = slice(atoms[range.lowerBound].start, particle.start)
        // 용과 싸우다: with a dragon, and no dragon fruit.
        if particle.form == "과" { return lexicon.nouns[noun] != nil }
        guard particle.tag == "JKS" else { return false }
        return (lexicon.predicates[atoms[range.upperBound].form + "다"] ?? []).contains { sense in
            !sense.condition.isEmpty && sense.condition.holds { $0 == Role.subject.rawValue ? [noun] : [] }
        }
    }

    private mutating func add(_ key: String, through end: Int) -> Bool {
        let found = lexeme(key, atoms[index].start, atoms[end - 1].end)
        if isVerbSuffix(at: end) {
            guard end - index == 1 || lexicon.predicates[key + atoms[end].form + "다"] != nil else {
                return false
            }
            addPredicate(stem: found, key: key + atoms[end].form + "다", endings: end + 1)
        } else if lexicon.predicates[key] != nil, lexicon.nouns[key] == nil || isAttributive(at: end) {
            addAdjectivalNoun(found, through: end)
        } else if lexicon.relations[key] != nil, followsSpan {
            addNoun(.relation, found, through: end)
        } else if lexicon.counters[key] != nil, isCounter(key) {
            addNoun(.counter, found, through: end)
        } else if lexicon.nouns[key] != nil {
            addNoun(.noun, found, through: end)
        } else if lexicon.relations[key] != nil {
            addNoun(.relation, found, through: end)
        } else if lexicon.adverbs[key] != nil, !isRelated(through: end) {
            words.append(Word(kind: .adverb, lexeme: found))
            index = end
            skipParticles()
        } else {
            return false
        }
        return true
    }

    /// A counter stands behind a number, and a noun that is one too, such as 사람, only without its own.
    private func isCounter(_ key: String) -> Bool {
        guard let last = words.last, last.kind == .number else { return false }
        guard lexicon.nouns[key] != nil, atoms[index].tag != "NNBC" else { return true }
        let before = words.dropLast().last
        return before?.kind == .noun && before?.particle.isEmpty == true
    }

    /// 먹기 전, 3년 전: no pancake.
    private var followsSpan: Bool {
        guard let last = words.last, last.particle.isEmpty else { return false }
        if last.kind == .predicate { return last.ending.form == .nominal }
        if last.kind == .noun, let kind = lexicon.nouns[last.lexeme.key]?.first?.kind {
            return kind == .event || kind == .time
        }
        return last.kind == .counter && lexicon.counters[last.lexeme.key]?.grammar["kind"] == "time"
    }

    /// 배 아래로: under a ship, and not downward.
    private func isRelated(through end: Int) -> Bool {
        end > index + 1 && lexicon.relations[atoms[index].form] != nil && words.last?.kind == .noun
            && words.last?.particle.isEmpty == true
    }

    private func isVerbSuffix(at index: Int) -> Bool {
        guard atoms.indices.contains(index), !atoms[index].followsSpace else { return false }
        return ["XSV", "XSA"].contains(atoms[index].tag)
            || (["하", "되", "시키", "당하", "드리"].contains(atoms[index].form) && atoms[index].isPredicate)
    }

    /// 환상적인, 시네마틱한.
    private func isAttributive(at index: Int) -> Bool {
        guard atoms.indices.contains(index), !atoms[index].followsSpace else { return false }
        return ["VCP", "XSA", "VA"].contains(atoms[index].tag)
    }

    private mutating func addAdjectivalNoun(_ found: Lexeme, through end: Int) {
        var word = Word(kind: .predicate, lexeme: found)
        word.ending.isNegated = pendingNegation != nil
        pendingNegation = nil
        index = end
        if isAttributive(at: end) {
            let reader = EndingReader(atoms, from: end + 1)
            word.ending = reader.ending.negated(by: word.ending)
            index = reader.index
        } else if skipParticles() {
            word.kind = .adverb
        } else {
            word.ending.form = .adnominal
        }
        words.append(word)
    }

    mutating func addNoun(_ kind: Word.Kind, _ found: Lexeme, through end: Int) {
        var found = found
        index = end
        while let atom = atoms.indices.contains(index) ? atoms[index] : nil, atom.tag == "XSN",
            ["들", "님", "씨", "짜리", "경", "쯤", "네", "끼리"].contains(atom.form)
        {
            found.isPlural = found.isPlural || atom.form == "들"
            index += 1
        }
        words.append(Word(kind: kind, lexeme: found, particle: takeParticles()))
        if let atom = atoms.indices.contains(index) ? atoms[index] : nil, atom.tag == "VCP",
            !atom.followsSpace,
            words[words.count - 1].particle.isEmpty
        {
            words[words.count - 1].particle = Role.complement.rawValue
            let reader = EndingReader(atoms, from: index + 1)
            words.append(
                Word(kind: .predicate, lexeme: lexeme("이다", atom.start, atom.end), ending: reader.ending))
            index = max(reader.index, index + 1)
        }
    }

    /// A noun that the lexicon does not hold: its parts may be known.
    private mutating func addUnlisted(_ atom: Atom) {
        var found = lexeme(atom.form, atom.start, atom.end)
        found.isVerbatim = ["SL", "SH", "SN"].contains(atom.tag)
        if isVerbSuffix(at: index + 1), !found.isVerbatim {
            let key = atom.form + atoms[index + 1].form + "다"
            return addPredicate(stem: found, key: key, endings: index + 2)
        }
        if found.isVerbatim { return addVerbatim(found) }
        if atom.form.unicodeScalars.allSatisfy(Romanization.isJamo) {
            // ㅠㅠ, ㅋㅋ.
            words.append(Word(kind: .filler, lexeme: found))
            index += 1
            return
        }
        if addPrivative(atom) { return }
        found.isName = atom.tag == "NNP"
        let base = String(atom.form.dropLast())
        if atom.form.hasSuffix("이"), lexicon.nouns[base] != nil {
            // 용이, which the dictionary takes for a name.
            words.append(Word(kind: .noun, lexeme: lexeme(base, atom.start, atom.end), particle: "이"))
            index += 1
            return
        }
        if addGivenName(found) { return }
        let parts = CompoundSplit.parts(of: atom.form, offered: atom.parts, lexicon: lexicon)
        var start = atom.start
        for part in parts.dropLast() {
            let end = start + part.utf8.count
            words.append(Word(kind: .noun, lexeme: lexeme(part, start, end)))
            start = end
        }
        if parts.count > 1 { found = lexeme(parts.last ?? atom.form, start, atom.end) }
        addNoun(.noun, found, through: index + 1)
    }

    /// 16:9, 4K, 1.5: digits with what is written into them.
    private mutating func addFigure() -> Bool {
        guard atoms[index].tag == "SN" else { return false }
        var end = index + 1
        while end < atoms.count, atoms[end].start == atoms[end - 1].end {
            let joins = [":", ".", "/", "x", "×", "~", "-", ","].contains(atoms[end].form)
            if ["SN", "SL"].contains(atoms[end].tag) {
                end += 1
            } else if joins, end + 1 < atoms.count, atoms[end + 1].tag == "SN",
                atoms[end + 1].start == atoms[end].end
            {
                end += 2
            } else {
                break
            }
        }
        guard end > index + 1 else { return false }
        var found = lexeme("", atoms[index].start, atoms[end - 1].end)
        found.key = found.text
        found.isVerbatim = true
        addNoun(.noun, found, through: end)
        return true
    }

    /// The particles from here on, with the words that exclude, such as 말고.
    mutating func takeParticles() -> String {
        var particle = ""
        while index < atoms.count, atoms[index].isParticle {
            particle += atoms[index].form
            index += 1
        }
        let excluding: [[String]] = [
            ["말", "고"], ["말고"], ["빼", "고"], ["빼고"], ["제외", "하", "고"], ["제외", "하", "ㄴ"], ["제외"], ["없이"],
            ["대신"], ["금지"],
        ]
        for forms in excluding where atoms[index...].prefix(forms.count).map(\.form) == forms {
            index += forms.count
            if ["말", "말고", "대신"].contains(forms[0]) { return "말고" }
            return Role.excluded.rawValue
        }
        return particle
    }

    @discardableResult
    mutating func skipParticles() -> Bool {
        let before = index
        while index < atoms.count, atoms[index].isParticle, !atoms[index].followsSpace { index += 1 }
        return index > before
    }
}
