import Domain

/// What became of every word of the idea.
struct Glosses {
    private var found: [Int: (text: String, certainty: Certainty)] = [:]
    private let realiser: Realiser

    init(_ statements: [Statement], realiser: Realiser) {
        self.realiser = realiser
        for statement in statements {
            switch statement {
            case .clause(let clause): visit(clause)
            case .nominal(let phrase): visit(phrase)
            }
        }
    }

    /// One phrase for each content word, in the order of the idea.
    func phrases(for words: [Word]) -> [Phrase] {
        words.compactMap { word in
            switch word.kind {
            case .comma, .stop, .filler, .conjunction: return nil
            case .counter where word.lexeme.start == word.lexeme.end: return nil
            default: break
            }
            let lexeme = word.lexeme
            let span = SourceSpan(start: lexeme.start, end: lexeme.end, text: lexeme.text)
            let gloss = found[lexeme.start] ?? unplaced(word)
            return Phrase(gloss.text, source: span, certainty: gloss.certainty)
        }
    }

    private func unplaced(_ word: Word) -> (text: String, certainty: Certainty) {
        let key = word.lexeme.key
        let lexicon = realiser.lexicon
        switch word.kind {
        case .quote, .symbol: return (key, .translated)
        case .number:
            let value = KoreanNumber.value(key).map(KoreanNumber.english)
            return (value ?? KoreanNumber.amount(key) ?? key, .translated)
        default: break
        }
        if word.lexeme.isVerbatim { return (key, .translated) }
        let entry =
            lexicon.counters[key] ?? lexicon.relations[key] ?? lexicon.adverbs[key]
            ?? lexicon.determiners[key] ?? lexicon.postpositions[key]
        if let entry { return (entry.english, .translated) }
        if let sense = lexicon.nouns[key]?.first { return (sense.english, .translated) }
        // 빠르게, which the lexicon holds as an adverb too.
        if let entry = lexicon.adverbs[word.lexeme.text], entry.english != "-" {
            return (entry.english, .translated)
        }
        if let sense = lexicon.predicates[key]?.first { return (sense.english, .translated) }
        return (Romanization.romanized(key), .notUnderstood)
    }

    private mutating func visit(_ phrase: NounPhrase) {
        for clause in phrase.nominalized { visit(clause) }
        if phrase.nominalized.isEmpty {
            found[phrase.lexeme.start] = (realiser.head(of: phrase), certainty(of: phrase))
        }
        for other in phrase.others { visit(other) }
        for modifier in phrase.modifiers {
            switch modifier {
            case .determiner, .inscription: break
            case .clause(let clause): visit(clause)
            case .genitive(let inner), .compound(let inner), .located(let inner): visit(inner)
            case .excluded(let inner, _): visit(inner)
            }
        }
    }

    private mutating func visit(_ clause: Clause) {
        let english = realiser.english(of: clause)
        let isPlain = clause.sense?.isAdjective == true || clause.certainty == .notUnderstood
        let text = isPlain ? english : realiser.forms.participle(english)
        found[clause.lexeme.start] = (text, clause.certainty)
        for argument in clause.arguments + clause.exclusions { visit(argument) }
        for before in clause.chain { visit(before) }
    }

    private func certainty(of phrase: NounPhrase) -> Certainty {
        if phrase.sense != nil || phrase.lexeme.isVerbatim { return .translated }
        let key = phrase.lexeme.key
        let lexicon = realiser.lexicon
        let isSmall =
            lexicon.adverbs[key] != nil || lexicon.determiners[key] != nil || lexicon.counters[key] != nil
        return isSmall || KoreanNumber.value(key) != nil ? .translated : .notUnderstood
    }
}

extension Clause {
    var certainty: Certainty {
        if isKnown || ["이다", "있다", "없다", "아니다"].contains(lexeme.key) { return .translated }
        guard let english = sense?.english else { return .notUnderstood }
        return english == Romanization.romanized(String(lexeme.key.dropLast())) ? .notUnderstood : .inferred
    }
}
