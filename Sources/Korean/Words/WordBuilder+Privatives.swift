/// Prefixes that say no: 불가능한, 비현실적인, 무표정한.
extension WordBuilder {
    private static let prefixes: Set = ["무", "비", "불", "부", "미"]

    /// 불가능하다 is "not possible" when the lexicon does not know it whole.
    mutating func addPrefix() -> Bool {
        let atom = atoms[index]
        guard atom.tag == "XPN", Self.prefixes.contains(atom.form),
            let next = Numeral.atom(atoms, touching: index + 1)
        else { return false }
        if addWithout(atom, next) { return true }
        guard index + 2 < atoms.count, let suffix = Numeral.atom(atoms, touching: index + 2)
        else { return false }
        let isPredicate = suffix.tag == "XSA" && lexicon.predicates[next.form + suffix.form + "다"] != nil
        let isQuality = suffix.form == "적" && lexicon.predicates[next.form + "적"] != nil
        guard isPredicate || isQuality else { return false }
        pendingNegation = lexeme(atom.form, atom.start, atom.end)
        index += 1
        return true
    }

    /// 무자막 영상: "without subtitles"; what is 무가당한 is described.
    private mutating func addWithout(_ prefix: Atom, _ noun: Atom) -> Bool {
        guard prefix.form == "무", noun.tag.hasPrefix("N"), lexicon.nouns[noun.form] != nil else {
            return false
        }
        addExcluded(noun.form, prefix.start, noun.end, through: index + 2)
        return true
    }

    /// 무표정한: "without expression".
    mutating func addPrivative(_ atom: Atom) -> Bool {
        let thing = String(atom.form.dropFirst())
        guard atom.form.hasPrefix("무"), thing.count > 1, lexicon.nouns[thing] != nil else { return false }
        addExcluded(thing, atom.start, atom.end, through: index + 1)
        return true
    }

    private mutating func addExcluded(_ thing: String, _ start: Int, _ end: Int, through next: Int) {
        words.append(
            Word(kind: .noun, lexeme: lexeme(thing, start, end), particle: Role.excluded.rawValue))
        index = next
        if atoms.indices.contains(index), ["XSA", "VCP"].contains(atoms[index].tag) {
            index = max(EndingReader(atoms, from: index + 1).index, index + 1)
        } else {
            skipParticles()
        }
    }
}
