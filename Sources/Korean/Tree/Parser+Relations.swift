extension Parser {
    /// 나무 아래에서, 달리는 동안: a noun of position or time turns what stands before it into an adjunct.
    mutating func addRelation(_ word: Word) {
        guard let entry = lexicon.relations[word.lexeme.key] else { return }
        if let link = entry.grammar["clause"], case .modifier(.clause(var clause))? = pending.last {
            pending.removeLast()
            clause.link = link
            clause.ending.form = .connective
            if clause.ending.tense == .future { clause.ending.tense = .present }
            pending.append(.chain(clause))
            return
        }
        switch pending.last {
        case .noun(var inner)? where inner.role == .none && !inner.endsFragment && inner.relation == nil:
            pending.removeLast()
            relate(&inner, entry, word)
        case .modifier(.genitive(var inner))?:
            pending.removeLast()
            relate(&inner, entry, word)
        default: addFreeRelation(word, entry)
        }
    }

    private mutating func relate(_ inner: inout NounPhrase, _ entry: Lexicon.Entry, _ word: Word) {
        inner.relation = inner.isMeasure ? Self.spans[entry.english] ?? entry.english : entry.english
        // 그림 속으로 들어가는: "into".
        if word.role == .by, entry.english == "in" || entry.english == "inside" { inner.relation = "into" }
        inner.role = word.role
        inner.lexeme.end = max(inner.lexeme.end, word.lexeme.end)
        if inner.role == .topic || inner.role == .subject || inner.role == .object { inner.role = .at }
        push(inner)
    }

    /// 3초 동안, 3년 전, 5분 후.
    private static let spans = [
        "during": "for", "before": "ago", "after": "later", "behind": "later", "in front of": "ago",
    ]

    /// 바다를 배경으로: "against the sea".
    mutating func pushBackdrop(_ word: Word) -> Bool {
        guard case .noun(var scenery)? = pending.last, scenery.role == .object else { return false }
        scenery.role = .at
        scenery.relation = "against"
        scenery.lexeme.end = word.lexeme.end
        pending[pending.count - 1] = .noun(scenery)
        return true
    }

    /// 안에서, 위로: without a noun it is an adverb.
    private mutating func addFreeRelation(_ word: Word, _ entry: Lexicon.Entry) {
        if entry.grammar.has("alone") { pending.append(.adverb(word.lexeme)) }
    }

    /// Ends a sentence: what still waits for a predicate stands as a fragment.
    mutating func flush() {
        var leftover: [NounPhrase] = []
        _ = stateTopic()
        inscribe()
        let items = pending
        pending = []
        for item in items {
            switch item {
            case .noun(let phrase): statements.append(.nominal(phrase))
            case .chain(let clause): statements.append(.clause(clause))
            case .modifier(.clause(let clause)): statements.append(.clause(clause))
            case .modifier(.excluded(let phrase, _)): leftover.append(phrase)
            case .modifier(.genitive(let phrase)), .modifier(.located(let phrase)),
                .modifier(.compound(let phrase)):
                statements.append(.nominal(phrase))
            case .modifier(.inscription(let quote)): statements.append(.nominal(quoted(quote)))
            case .modifier(.determiner(let lexeme)), .adverb(let lexeme), .number(let lexeme):
                var phrase = NounPhrase(Word(kind: .adverb, lexeme: lexeme))
                phrase.role = .none
                statements.append(.nominal(phrase))
            }
        }
        addExclusions(leftover)
    }

    /// An exclusion without a head belongs to the last thing named.
    mutating func addExclusions(_ phrases: [NounPhrase]) {
        for phrase in phrases {
            switch statements.last {
            case .nominal(var head)?:
                head.modifiers.append(.excluded(phrase, asking: .without))
                statements[statements.count - 1] = .nominal(head)
            case .clause(var clause)?:
                clause.exclusions.append(phrase)
                statements[statements.count - 1] = .clause(clause)
            case nil:
                var phrase = phrase
                phrase.role = .excluded
                statements.append(.nominal(phrase))
            }
        }
    }
}
