/// Sentences that end with a noun, as headlines and lists of wishes do.
extension Parser {
    /// 성 전체가: "the whole castle".
    mutating func addWhole(_ word: Word) -> Bool {
        guard word.lexeme.key == "전체", case .noun(var whole)? = pending.last, whole.role == .none,
            !whole.endsFragment, whole.relation == nil
        else { return false }
        pending.removeLast()
        var lexeme = word.lexeme
        lexeme.key = "전체의"
        whole.modifiers.append(.determiner(lexeme))
        whole.role = word.role
        push(whole)
        return true
    }

    /// 두 남자가 골목에서 결투: the noun is what they do.
    mutating func addHeadline(_ word: Word) -> Bool {
        let key = word.lexeme.key + "하다"
        guard word.particle.isEmpty, lexicon.predicates[key] != nil, endsSentence,
            pending.contains(where: isArgument),
            !pending.suffix(1).contains(where: { if case .modifier = $0 { true } else { false } })
        else { return false }
        var act = word
        act.kind = .predicate
        act.lexeme.key = key
        act.ending.isRequest = Self.requested.contains(key)
        addPredicate(act)
        return true
    }

    private var endsSentence: Bool {
        !words.indices.contains(position + 1) || words[position + 1].kind == .stop
    }

    private func isArgument(_ item: Item) -> Bool {
        guard case .noun(let phrase) = item else { return false }
        return [.subject, .object, .from, .by].contains(phrase.role) && phrase.relation == nil
    }

    /// 배경은 흰색, 주제는 희망: what is said of the topic is a noun without 이다.
    mutating func stateTopic() -> Bool {
        guard pending.count > 1, case .noun(let topic) = pending[pending.count - 2], topic.role == .topic,
            !topic.isFocus
        else { return false }
        if stateQuality(of: topic) { return true }
        guard case .noun(var complement)? = pending.last, complement.relation == nil,
            complement.role == .none || complement.role == .by && kind(of: complement)?.isPlace != true
        else { return false }
        complement.role = .complement
        var copula = Word(kind: .predicate, lexeme: complement.lexeme)
        copula.lexeme.key = "이다"
        copula.lexeme.start = copula.lexeme.end
        state(Clause(copula), [topic, complement])
        return true
    }

    /// 색감은 따뜻하게: "the colors are warm".
    private mutating func stateQuality(of topic: NounPhrase) -> Bool {
        guard case .adverb(var manner)? = pending.last, manner.text.hasSuffix("게") else { return false }
        manner.key = manner.text.dropLast() + "다"
        guard lexicon.predicates[manner.key]?.allSatisfy(\.isAdjective) == true else { return false }
        state(Clause(Word(kind: .predicate, lexeme: manner)), [topic])
        return true
    }

    private mutating func state(_ clause: Clause, _ arguments: [NounPhrase]) {
        var clause = clause
        clause.arguments = arguments
        pending.removeLast(2)
        statements.append(.clause(clause))
    }
}
