/// Groups atoms into words: the longest entries of the lexicon first, then what the dictionary says.
struct WordBuilder {
    let text: Substring.UTF8View
    let atoms: [Atom]
    let lexicon: Lexicon
    let quotes: [Quotes.Quotation]
    var index = 0
    var words: [Word] = []
    /// 안 or 못 waits for its predicate.
    var pendingNegation: Lexeme?
    /// 약 30명: "about" waits for its number.
    var isApproximate = false

    /// The words of an idea in order.
    static func words(of atoms: [Atom], in text: String, lexicon: Lexicon) -> [Word] {
        var builder = WordBuilder(
            text: text[...].utf8, atoms: atoms, lexicon: lexicon, quotes: Quotes.find(in: text))
        while builder.index < atoms.count {
            let before = builder.index
            builder.step()
            if builder.index == before { builder.index += 1 }
        }
        builder.nameScenes()
        return builder.words
    }

    /// 고양이가 자는 거 보여줘: the thing that is asked for is the sight.
    private mutating func nameScenes() {
        for position in words.indices.dropFirst().dropLast()
        where ["거", "것"].contains(words[position].lexeme.key) && words[position - 1].kind == .predicate
            && words[position - 1].ending.form == .adnominal && asks(words[position + 1])
        {
            words[position].lexeme.key = "모습"
        }
    }

    private func asks(_ word: Word) -> Bool {
        word.kind == .predicate && (word.asks || Parser.requested.contains(word.lexeme.key))
    }

    private init(text: Substring.UTF8View, atoms: [Atom], lexicon: Lexicon, quotes: [Quotes.Quotation]) {
        self.text = text
        self.atoms = atoms
        self.lexicon = lexicon
        self.quotes = quotes
    }

    private mutating func step() {
        let atom = atoms[index]
        if index > 0, slice(atoms[index - 1].end, max(atoms[index - 1].end, atom.start)).contains("\n") {
            append(.stop, from: atom)
        }
        if addQuote() || addPictures() || addIdiom() || addFixedPair() { return }
        switch atom.tag {
        case "SF", "SE": addSymbol(.stop)
        case "SC", "SP": addSymbol(.comma)
        case "SSO", "SSC", "SS": index += 1
        case "SY" where atom.form == "." && !isDecimal: addSymbol(.stop)
        case "SY", "SW":
            addSymbol(",;/|:-–—·、".contains(atom.form) ? .comma : isPicture(atom) ? .symbol : .filler)
        case "MAG", "MAJ": addAdverb()
        case "MM": addDeterminer()
        case "IC", "EC", "EF", "EP", "ETM", "ETN", "XSN", "XSV", "XSA": addFiller()
        case let tag where tag.hasPrefix("J"): addFiller()
        default: if atom.isPredicate { addPredicate() } else { addNominal() }
        }
    }

    /// 4.5: a point between figures ends nothing.
    private var isDecimal: Bool { Numeral.atom(atoms, touching: index + 1)?.tag == "SN" }

    /// An emoji or a symbol such as ★, and no punctuation.
    private func isPicture(_ atom: Atom) -> Bool { atom.form.unicodeScalars.contains { $0.value >= 0x2190 } }

    func slice(_ start: Int, _ end: Int) -> String {
        let from = text.index(text.startIndex, offsetBy: start)
        return String(Substring(text[from..<text.index(from, offsetBy: max(0, end - start))]))
    }

    func lexeme(_ key: String, _ start: Int, _ end: Int) -> Lexeme {
        Lexeme(key: key, text: slice(start, end), start: start, end: end)
    }

    mutating func append(_ kind: Word.Kind, from atom: Atom) {
        words.append(Word(kind: kind, lexeme: lexeme(atom.form, atom.start, atom.end)))
    }

    private mutating func addSymbol(_ kind: Word.Kind) {
        append(kind, from: atoms[index])
        index += 1
    }

    /// A stray exclamation or particle; a longer entry of the lexicon may start with it.
    private mutating func addFiller() {
        if addLongestNoun(atLeast: 2) { return }
        // 아이 뒤에서: the dictionary takes the child for a cry.
        if atoms[index].tag == "IC", atoms[index].form.count > 1, addLongestNoun(atLeast: 1) { return }
        if lexicon.determiners[atoms[index].form] != nil { return addSymbol(.determiner) }
        let next = index + 1 < atoms.count ? atoms[index + 1] : nil
        let isNumber = ["네", "세", "두", "한"].contains(atoms[index].form) && next?.isNominal == true
        addSymbol(isNumber ? .number : .filler)
    }

    private mutating func addAdverb() {
        let atom = atoms[index]
        if ["안", "못"].contains(atom.form), atom.tag == "MAG" {
            pendingNegation = lexeme(atom.form, atom.start, atom.end)
            index += 1
        } else if let suffix = Numeral.atom(atoms, touching: index + 1), suffix.form == "하",
            suffix.isPredicate || suffix.tag.hasPrefix("XS")
        {
            // 하늘하늘한: a mimetic that describes.
            addPredicate(
                stem: lexeme(atom.form, atom.start, suffix.end), key: atom.form + "하다", endings: index + 2)
        } else if let suffix = Numeral.atom(atoms, touching: index + 1), ["이", "일"].contains(suffix.form),
            suffix.isPredicate, lexicon.predicates[atom.form + "이다"] != nil
        {
            // 펄럭인다, which the dictionary takes for an adverb and 일다.
            addPredicate(
                stem: lexeme(atom.form, atom.start, suffix.end), key: atom.form + "이다", endings: index + 2)
        } else if lexicon.relations[atom.form] != nil, words.last?.kind == .noun,
            words.last?.particle.isEmpty == true
        {
            // 엄마 몰래.
            addNoun(.relation, lexeme(atom.form, atom.start, atom.end), through: index + 1)
        } else if !addLongestNoun(atLeast: 2) {
            addSymbol(atom.tag == "MAJ" && lexicon.adverbs[atom.form] == nil ? .conjunction : .adverb)
        }
    }

    private mutating func addDeterminer() {
        let atom = atoms[index]
        if ["약", "대략"].contains(atom.form), Numeral(atoms, at: index + 1) != nil {
            isApproximate = true
            index += 1
            return
        }
        // 단 한 명: the number says it.
        if atom.form == "단", atoms.indices.contains(index + 1), ["한", "하나"].contains(atoms[index + 1].form) {
            index += 1
            return
        }
        if addFirst() || addLongestNoun(atLeast: 2) { return }
        if let numeral = Numeral(atoms, at: index), numeral.end > index + 1, addNumeral() { return }
        let isNumber = KoreanNumber.value(atom.form) != nil || KoreanNumber.amount(atom.form) != nil
        let next = index + 1 < atoms.count ? atoms[index + 1] : nil
        let isCounted = next.map { $0.tag == "NNBC" || ["마리", "명", "쌍", "개", "대", "그루"].contains($0.form) }
        // 커피 한 잔: behind a noun also what is else a noun, such as 잔.
        let isMeasured =
            words.last?.kind == .noun && words.last?.particle.isEmpty == true
            && next.map { lexicon.counters[$0.form] != nil } == true
        let isMultiple = next?.form == "배" && atom.form != "한"
        if isNumber, isCounted == true || isMeasured || isMultiple {
            if !addNumeral() { addSymbol(.number) }
            return
        }
        let isColor = lexicon.nouns[atom.form] != nil && lexicon.determiners[atom.form] == nil
        if isColor { return addNominal() }
        addSymbol(isNumber && lexicon.determiners[atom.form] == nil ? .number : .determiner)
    }
}
