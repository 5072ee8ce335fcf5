/// Words of several morphemes: idioms, names.
extension WordBuilder {
    /// 비 오는 날, 쉴 새 없이, 더 이상: words with a predicate or a particle in them that the lexicon holds as
    /// one noun or adverb.
    mutating func addIdiom() -> Bool {
        guard ["NNG", "NNP", "NNB", "MM", "MAG", "VV", "VA", "XPN", "NR"].contains(atoms[index].tag) else {
            return false
        }
        for end in stride(from: min(atoms.count, index + 6), to: index + 1, by: -1)
        where atoms[end - 1].end > atoms[index].end && !isTorn(at: end) {
            let text = slice(atoms[index].start, atoms[end - 1].end)
            guard text.utf8.contains(UInt8(ascii: " ")) else { continue }
            let key = text.filter { $0 != " " }
            if let senses = lexicon.nouns[key], senses.first?.condition.isEmpty == true {
                addNoun(.noun, lexeme(key, atoms[index].start, atoms[end - 1].end), through: end)
                return true
            }
            // 단 한 명도: the number counts.
            if lexicon.determiners[key] != nil, !(atoms.indices.contains(end) && atoms[end].tag == "NNBC") {
                words.append(
                    Word(kind: .determiner, lexeme: lexeme(key, atoms[index].start, atoms[end - 1].end)))
                index = end
                return true
            }
            if lexicon.adverbs[key] != nil {
                words.append(
                    Word(kind: .adverb, lexeme: lexeme(key, atoms[index].start, atoms[end - 1].end)))
                index = end
                skipParticles()
                return true
            }
        }
        return false
    }

    /// Whether a border goes through a contracted form.
    func isTorn(at border: Int) -> Bool {
        border < atoms.count && atoms[border].start < atoms[border - 1].end
    }

    /// Latin words that stand together are one name.
    mutating func addVerbatim(_ first: Lexeme) {
        var found = first
        var end = index + 1
        while end < atoms.count {
            let isHyphen = atoms[end].form == "-" && atoms[end].start == atoms[end - 1].end
            let next = isHyphen ? end + 1 : end
            guard next < atoms.count, ["SL", "SN", "SH"].contains(atoms[next].tag),
                !isHyphen || atoms[next].start == atoms[end].end
            else { break }
            end = next + 1
            while Numeral.atom(atoms, touching: end)?.form == ".",
                Numeral.atom(atoms, touching: end + 1)?.tag == "SN"
            { end += 2 }
            found.end = atoms[end - 1].end
        }
        found.text = slice(found.start, found.end)
        found.key = found.text
        addNoun(.noun, found, through: end)
    }

    /// 지훈이가: the 이 behind a given name that ends in a consonant is no particle.
    mutating func addGivenName(_ name: Lexeme) -> Bool {
        guard name.isName, let next = Numeral.atom(atoms, touching: index + 1), next.form == "이",
            let particle = Numeral.atom(atoms, touching: index + 2),
            ["가", "는", "를", "의", "와", "랑", "도", "에게", "한테"].contains(particle.form)
        else { return false }
        addNoun(.noun, name, through: index + 2)
        return true
    }
}
