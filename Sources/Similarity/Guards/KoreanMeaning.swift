import Domain

/// Brings Korean wordings of the same into one form: statements of a predicate with its parts.
///
/// Particles tell who does what to whom, so the parts of a statement are sorted by their role; statements
/// stay in their order. A noun with a clause before it ("풀밭에서 노는 강아지") says what the clause with the
/// noun as its subject says.
struct KoreanMeaning {
    private typealias Kinds = KoreanWordKinds

    private let atoms: [KoreanAtom]
    private var index = 0
    /// Parts that wait for their predicate.
    private var parts: [KoreanPart] = []
    /// The noun phrase that is being read.
    private var noun = KoreanNoun()
    private var statements: [KoreanStatement] = []
    private var styles: [String] = []
    private var isNegated = false

    static func meaning(of morphemes: [Morpheme]) -> Meaning {
        var reader = Self(atoms: KoreanAtom.atoms(of: morphemes))
        while reader.index < reader.atoms.count { reader.step() }
        reader.finish()
        return Meaning(
            language: .korean, structure: KoreanStatement.inOrder(reader.statements),
            tokens: reader.statements.flatMap(\.tokens), styles: reader.styles)
    }

    private init(atoms: [KoreanAtom]) { self.atoms = atoms }

    private var atom: KoreanAtom { atoms[index] }

    private func atom(after count: Int) -> KoreanAtom? {
        index + count < atoms.count ? atoms[index + count] : nil
    }

    private mutating func step() {
        let atom = atom
        if atom.isParticle {
            index += 1
            return take(particle: atom)
        }
        if startsPredicate { return takePredicate() }
        index += 1
        switch atom.tag {
        case "SC": closeNoun(as: "")
        case "MM" where ["그", "이", "저", "어떤", "한"].contains(atom.text): takeArticle(atom)
        case "MM", "NR", "SN": takeQuantity(atom)
        case "XSN": if atom.text == "들" { noun.isPlural = true } else { noun.extend(atom.text) }
        case "NNBC": takeCounter(atom.text)
        case "MAG", "MAJ": takeAdverb(atom.text)
        case _ where atom.isEnding: break
        default: takeNoun(atom)
        }
    }

    /// "한" is an article, unless it counts with a counter that the noun's own number would be.
    private mutating func takeArticle(_ article: KoreanAtom) {
        guard article.text == "한", let counter = atom(after: 0), isCounter(counter) else { return }
        index += 1
    }

    private func isCounter(_ atom: KoreanAtom) -> Bool {
        atom.tag == "NNBC" || KoreanNumerals.portions.contains(atom.text)
    }

    private mutating func takeQuantity(_ numeral: KoreanAtom) {
        if let number = KoreanNumerals.number(numeral.text) {
            noun.add(number: number)
        } else {
            noun.quantity = KoreanNumerals.quantities.contains(numeral.text) ? "몇" : nil
            if noun.quantity == nil { noun.modifiers.append(numeral.text) }
        }
    }

    private mutating func takeCounter(_ text: String) {
        // Without a number it is the noun that is spelled the same: "개".
        if noun.hasFreshNumber {
            noun.endNumber()
        } else {
            takeNoun(KoreanAtom(text: text, tag: "NNG", followsSpace: true))
        }
    }

    private mutating func takeAdverb(_ text: String) {
        switch text {
        case "안", "못": isNegated = true
        case "없이": closeNoun(as: "없이")
        case "아주", "매우", "정말", "너무", "좀", "그냥", "막": break
        default:
            closeNoun(as: "")
            parts.append(KoreanPart(role: "adv", noun: KoreanNoun(KoreanSynonyms.canonical(text))))
        }
    }

    private mutating func takeNoun(_ atom: KoreanAtom) {
        if noun.hasFreshNumber, KoreanNumerals.nounCounters.contains(atom.text) { return noun.endNumber() }
        noun.extend(KoreanSynonyms.canonical(atom.text), isName: atom.tag == "NNP")
    }
}

extension KoreanMeaning {
    private mutating func take(particle: KoreanAtom) {
        switch particle.text {
        case "의":
            guard !noun.head.isEmpty else { return }
            noun.becomePossessor()
        case "와", "과", "랑", "이랑", "하고":
            if atom(after: 0)?.text == "함께" || atom(after: 0)?.text == "같이" {
                closeNoun(as: "함께")
                index += 1
            } else {
                noun.coordinate()
            }
        case "만": noun.modifiers.append("만")
        default: closeNoun(as: KoreanPart.role(of: particle.text))
        }
    }

    /// Ends the noun phrase that is being read and keeps it as a part.
    private mutating func closeNoun(as role: String) {
        defer { noun = KoreanNoun() }
        guard !noun.isEmpty else { return }
        guard role == "" || role == "O" || role == "로" || role == "에" else {
            return parts.append(KoreanPart(role: role, noun: noun))
        }
        if let style = noun.style { return styles.append(style) }
        parts.append(KoreanPart(role: role, noun: noun))
    }

    private var startsPredicate: Bool {
        if atom.isVerb || atom.tag == "XSV" || atom.tag == "XSA" { return true }
        return atom.tag == "VX"
    }

    private mutating func takePredicate() {
        var stem = readStem()
        var ending = readEndings()
        // A verb right behind 아 or 어, or behind a bare stem, makes one predicate with it: "걸어 나오다".
        while ending.joins, let next = atom(after: 0),
            next.tag == "VV" || next.tag == "VA" && !next.followsSpace
        {
            let second = readStem()
            stem = KoreanSynonyms.canonical(stem) + "-" + KoreanSynonyms.canonical(second)
            ending = readEndings()
        }
        stem = KoreanSynonyms.canonical(stem)
        let isNegated = isNegated || ending.isNegated
        self.isNegated = false
        if stem == "말", !noun.isEmpty || parts.last?.role == "" { return exclude(as: "말고") }
        take(KoreanSynonyms.canonical(stem), isNegated: isNegated, ending)
    }

    private mutating func exclude(as role: String) {
        if noun.isEmpty, let last = parts.popLast() { noun = last.noun }
        closeNoun(as: role)
    }

    /// The verb, with the noun before 하 as part of it.
    private mutating func readStem() -> String {
        let verb = atom
        index += 1
        guard verb.tag.hasPrefix("XS") || verb.tag == "VX", !noun.head.isEmpty else { return verb.text }
        let own = noun.popLastWord()
        if !noun.isEmpty { closeNoun(as: "") }
        return own + verb.text
    }

    private mutating func readEndings() -> KoreanEnding {
        var ending = KoreanEnding(isBare: atom(after: 0).map { $0.tag == "VV" && !$0.followsSpace } ?? false)
        while let next = atom(after: 0), next.isEnding || next.tag == "VX" {
            if next.tag == "VX", ending.kind == .adnominal { break }
            ending.read(next)
            index += 1
        }
        return ending
    }

    private mutating func take(_ stem: String, isNegated: Bool, _ ending: KoreanEnding) {
        let isAdjective = ending.kind == .adnominal && isDescribing(stem)
        let text = (isNegated ? "¬" : "") + stem
        if isAdjective, noun.head.isEmpty { return noun.modifiers.append(text) }
        closeNoun(as: "")
        if ending.isAdverbial { return parts.append(KoreanPart(role: "adv", noun: KoreanNoun(text))) }
        let outer = ending.kind == .other ? [] : takeOuterParts()
        var statement = KoreanStatement(stem: stem, isNegated: isNegated, parts: parts)
        statement.isRequest = ending.isRequest
        statement.isSimultaneous = ending.isSimultaneous || statement.isState
        statement.normalise()
        parts = outer
        switch ending.kind {
        case .adnominal:
            noun.clauses.append(statement)
        case .nominal:
            noun.clauses.append(statement)
            noun.extend("것")
        case .other: statements.append(statement)
        }
    }

    /// What stands before a clause and belongs to the statement around it: a topic, and the first of two
    /// subjects with what is before it.
    private mutating func takeOuterParts() -> [KoreanPart] {
        let subjects = parts.indices.filter { parts[$0].role == "S" || parts[$0].role == "T" }
        let isTopic = subjects.first.map { parts[$0].role == "T" } == true
        guard let first = subjects.first, isTopic || subjects.count > 1 else { return [] }
        defer { parts = Array(parts[(first + 1)...]) }
        return Array(parts[...first])
    }

    private func isDescribing(_ stem: String) -> Bool {
        let word = index > 1 ? atoms[..<index].last { $0.isVerb || $0.tag.hasPrefix("XS") } : nil
        return (word?.tag == "VA" || word?.tag == "XSA") && stem != "있" && stem != "없"
    }

    /// Ends the idea: what is left over are noun phrases, and requests carry nothing.
    private mutating func finish() {
        closeNoun(as: "")
        if !parts.isEmpty {
            statements.append(KoreanStatement(stem: "", isNegated: false, parts: parts))
        }
        statements = statements.flatMap { $0.unwrapped(&styles) }.filter { !$0.isEmpty }.flatMap(\.told)
    }
}
