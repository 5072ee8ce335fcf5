extension Parser {
    mutating func addPredicate(_ word: Word) {
        var clause = Clause(word)
        switch word.ending.form {
        case .adnominal:
            takeNearArguments(for: &clause)
            pushAdnominal(clause)
        case .nominal:
            takeNearArguments(for: &clause)
            if clause.lexeme.key == "없다", let missing = clause.subject { return addExclusions([missing]) }
            let next = position + 1 < words.count ? words[position + 1].kind : .stop
            if word.particle.isEmpty, next == .stop || next == .comma { return finish(clause) }
            var phrase = NounPhrase(word)
            phrase.nominalized = [clause]
            push(phrase)
        case .connective where isAdverbial(clause): pushAdverb(clause)
        case .connective where clause.lexeme.key == "아니다":
            takeNearArguments(for: &clause)
            pushAdnominal(clause)
        case .connective:
            takeAllArguments(for: &clause)
            if excludeUnseen(clause) || excludeRefused(clause) { return }
            shareSubject(with: &clause)
            if !pushPostposition(clause) { pending.append(.chain(clause)) }
        case .final:
            takeAllArguments(for: &clause)
            shareSubject(with: &clause)
            finish(clause)
        }
    }

    /// 빠르게: an adjective that says how.
    private func isAdverbial(_ clause: Clause) -> Bool {
        clause.ending.connective == "게"
            && (lexicon.adverbs[clause.lexeme.text] != nil || isAdjective(clause))
    }

    private mutating func pushAdverb(_ clause: Clause) {
        var adverb = clause.lexeme
        if lexicon.adverbs[adverb.text] != nil { adverb.key = adverb.text }
        pending.append(.adverb(adverb))
    }

    /// 강아지가 아닌, 사람이 없는 exclude; everything else describes.
    private mutating func pushAdnominal(_ clause: Clause) {
        if pushSetting(clause) || pushInscription(clause) || pushQuantity(clause) || pushPostposition(clause)
        {
            return
        }
        if headKind() == .frame, pushShown(clause) { return }
        let missing = clause.subject ?? clause.arguments.first
        switch (clause.lexeme.key, missing) {
        case ("아니다", let missing?): pending.append(.modifier(.excluded(missing, asking: .not)))
        case ("없다", let missing?) where !clause.ending.isNegated:
            let isHardly = clause.adverbs.contains { $0.key == "거의" }
            pending.append(.modifier(.excluded(missing, asking: isHardly ? .hardly : .without)))
        default: pending.append(.modifier(.clause(clause)))
        }
    }

    /// A finite or connective predicate takes everything that waits.
    private mutating func takeAllArguments(for clause: inout Clause) {
        let items = pending
        pending = []
        for (index, item) in items.enumerated() {
            switch item {
            // 두 개의 크고 검은 병: these wait for a noun.
            case .number where clause.ending.form == .connective,
                .modifier(.determiner) where clause.ending.form == .connective:
                pending.append(item)
            case .noun(var phrase):
                if phrase.endsFragment, phrase.role == .none {
                    statements.append(.nominal(phrase))
                    continue
                }
                let isLast = index == items.count - 1
                if phrase.role == .none { phrase.role = bareRole(of: phrase, in: clause, isNearest: isLast) }
                clause.arguments.append(phrase)
            case .adverb(let adverb): clause.adverbs.append(adverb)
            case .chain(let before): clause.chain.append(contentsOf: before.flattened)
            case .modifier(.excluded(let phrase, _)): clause.exclusions.append(phrase)
            case .modifier(.clause(let before)): clause.chain.append(before)
            case .modifier(.inscription(let quote)): clause.arguments.append(quoted(quote))
            case .modifier(.genitive(var phrase)), .modifier(.located(var phrase)),
                .modifier(.compound(var phrase)):
                phrase.role = .at
                clause.arguments.append(phrase)
            case .modifier(.determiner(let lexeme)), .number(let lexeme): clause.adverbs.append(lexeme)
            }
        }
        promoteTopic(of: &clause)
    }

    /// 얼굴은 바꾸지 말고: a thing that is talked about is what something is done to.
    private func promoteTopic(of clause: inout Clause) {
        guard clause.argument(.subject) == nil, clause.argument(.object) == nil,
            let index = clause.arguments.firstIndex(where: { $0.role == .topic }),
            let senses = lexicon.predicates[clause.lexeme.key], !senses.contains(where: \.isIntransitive)
        else { return }
        switch kind(of: clause.arguments[index]) {
        case .food, .object, .body, .clothing, .text, .color, .instrument, .style:
            clause.arguments[index].role = .object
        default: if clause.ending.isRequest { clause.arguments[index].role = .object }
        }
    }

    /// 남자가 서서 노래한다: the subject of the first clause is that of the last.
    private func shareSubject(with clause: inout Clause) {
        guard clause.subject == nil,
            let index = clause.chain.lastIndex(where: { $0.subject != nil && $0.link != "if" }),
            let subject = clause.chain[index].subject
        else { return }
        clause.chain[index].arguments.removeAll { $0.lexeme.start == subject.lexeme.start }
        clause.arguments.insert(subject, at: 0)
    }

    func quoted(_ quote: Lexeme) -> NounPhrase {
        var phrase = NounPhrase(Word(kind: .quote, lexeme: quote))
        phrase.role = .quoted
        return phrase
    }

    /// An adnominal predicate takes what stands near and fits; the rest belongs to a later predicate.
    private mutating func takeNearArguments(for clause: inout Clause) {
        var isNearest = true
        while let last = pending.last {
            switch last {
            case .adverb(let adverb):
                clause.adverbs.insert(adverb, at: 0)
                pending.removeLast()
                continue
            case .chain(let before):
                // 옷을 바꾸고 새로운 사진을 찍는다: an event does not go on to a quality.
                if isAdjective(clause), !isAdjective(before), hasFinalPredicate() { return }
                clause.chain.insert(contentsOf: before.flattened, at: 0)
            case .noun(var phrase):
                // 고양이, 부드러운 조명: a comma ends a fragment.
                if phrase.endsFragment, phrase.role == .none { return }
                if phrase.role == .none || phrase.role == .topic && phrase.isFocus && isNearest {
                    phrase.role = bareRole(of: phrase, in: clause, isNearest: isNearest)
                }
                guard fits(phrase, clause, isNearest: isNearest) else { return }
                clause.arguments.insert(phrase, at: 0)
            case .modifier(.inscription(let quote)): clause.arguments.insert(quoted(quote), at: 0)
            case .modifier, .number: return
            }
            isNearest = false
            pending.removeLast()
        }
    }

    private func isIntransitive(_ clause: Clause) -> Bool {
        lexicon.predicates[clause.lexeme.key]?.contains { $0.isIntransitive } ?? false
    }

    private func isAdjective(_ clause: Clause) -> Bool {
        lexicon.predicates[clause.lexeme.key]?.allSatisfy { $0.isAdjective } ?? false
    }

    private func bareRole(of phrase: NounPhrase, in clause: Clause, isNearest: Bool) -> Role {
        if let role = expectedRole(of: phrase, in: clause) { return role }
        if kind(of: phrase) == .time { return .at }
        if phrase.relation != nil { return .at }
        if clause.lexeme.key == "이다" { return .subject }
        guard isNearest else { return clause.subject == nil ? .subject : .none }
        let senses = lexicon.predicates[clause.lexeme.key] ?? []
        // 눈 덮인: what it is covered with.
        if senses.contains(where: { $0.english.hasPrefix("be ") && $0.grammar["로"] != nil }) { return .by }
        let takesObject =
            senses.isEmpty
            || senses.contains {
                !$0.isIntransitive && !$0.english.hasPrefix("be ") || $0.grammar["을"] != nil
            }
        return !takesObject || clause.argument(.object) != nil ? .subject : .object
    }

    /// The role in which a sense of the predicate names the noun: 노을 지다 has a subject, 기타 치다 an object.
    private func expectedRole(of phrase: NounPhrase, in clause: Clause) -> Role? {
        for sense in lexicon.predicates[clause.lexeme.key] ?? [] {
            for requirement in sense.condition.requirements
            where requirement.alternatives.contains(phrase.lexeme.key) {
                if let role = Role(rawValue: requirement.role), role == .subject || role == .object {
                    return role
                }
            }
        }
        return nil
    }

    private func fits(_ phrase: NounPhrase, _ clause: Clause, isNearest: Bool) -> Bool {
        switch phrase.role {
        case .topic: return false
        case .none: return false
        case .subject: return clause.subject == nil && takesSubject(phrase, clause, isNearest: isNearest)
        case .object: return clause.argument(.object) == nil && !isAdjective(clause)
        case .complement: return isNearest
        case .than, .like, .equal: return true
        // 큰 개와 작은 고양이: one is not small with a dog.
        case .with where isAdjective(clause):
            return lexicon.predicates[clause.lexeme.key]?.contains { $0.grammar["와"] != nil } == true
                || Self.comparing.contains(clause.lexeme.key)
        default: return !isAdjective(clause) || isNearest
        }
    }

    private static let comparing: Set = ["같다", "다르다", "비슷하다", "가깝다", "똑같다", "유사하다", "동일하다", "친하다"]

    /// Whether the subject before an adnominal predicate is its own, or that of a later one.
    private func takesSubject(_ phrase: NounPhrase, _ clause: Clause, isNearest: Bool) -> Bool {
        let head = headKind()
        let key = clause.lexeme.key
        if ["있다", "없다", "아니다"].contains(key) || absorbs(phrase, key) { return isNearest }
        // 심장이 뛰는 소녀: a part of what the clause describes.
        if kind(of: phrase) == .body, clause.argument(.object) == nil { return isNearest }
        if isAdjective(clause) {
            return isNearest && (kind(of: phrase)?.isAnimate == false || !hasFinalPredicate())
        }
        if clause.ending.form == .nominal { return !hasFinalPredicate() }
        guard let head else { return true }
        if head == .frame || head == .time || head == .audio { return true }
        if head.isPlace || head == .event { return isNearest || !hasFinalPredicate() }
        if clause.argument(.object) != nil { return !head.isAnimate && !hasFinalPredicate() }
        if isIntransitive(clause) { return isNearest && !head.isAnimate && !hasFinalPredicate() }
        return true
    }

    /// 잠이 든, 화가 난: the subject is in the English verb already.
    private func absorbs(_ phrase: NounPhrase, _ key: String) -> Bool {
        (lexicon.predicates[key] ?? []).contains { sense in
            sense.absorbed == Role.subject.rawValue
                && sense.condition.holds { $0 == Role.subject.rawValue ? [phrase.lexeme.key] : [] }
        }
    }

    private func hasFinalPredicate() -> Bool {
        words[(position + 1)...].prefix { $0.kind != .stop }
            .contains { $0.kind == .predicate && $0.ending.form == .final && !$0.asks }
    }

    /// The sort of noun that the adnominal predicate in hand describes.
    func headKind() -> NounKind? {
        var head: NounKind?
        for word in words[(position + 1)...] {
            switch word.kind {
            case .noun:
                head = lexicon.nouns[word.lexeme.key]?.first?.kind ?? .person
                if !word.particle.isEmpty { return head }
            case .relation: return head ?? .time
            case .determiner, .number, .counter, .adverb: continue
            case .predicate where head == nil && word.ending.form == .adnominal: continue
            default: return head
            }
        }
        return head
    }
}
