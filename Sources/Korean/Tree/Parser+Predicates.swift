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
            if clause.arguments.isEmpty, case .noun(let topic)? = pending.last, topic.role == .topic {
                // 고양이는 아니지만.
                pending.removeLast()
                clause.arguments = [topic]
            }
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
        // 무섭지 않게 노는: "playing without being scary".
        if clause.ending.isNegated, let quality = lexicon.predicates[clause.lexeme.key]?.first?.english {
            (adverb.key, adverb.isVerbatim) = ("without being " + quality, true)
        }
        pending.append(.adverb(adverb))
    }

    /// 강아지가 아닌, 사람이 없는 exclude; everything else describes.
    private mutating func pushAdnominal(_ clause: Clause) {
        var clause = clause
        if headKind() == .frame { shareSubject(with: &clause) }
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
            !Self.movers.contains(clause.arguments[index].lexeme.key),
            let senses = lexicon.predicates[clause.lexeme.key], !senses.contains(where: \.isIntransitive)
        else { return }
        switch kind(of: clause.arguments[index]) {
        case .food, .object, .body, .clothing, .text, .color, .instrument, .style:
            clause.arguments[index].role = .object
        default: if clause.ending.isRequest { clause.arguments[index].role = .object }
        }
    }

    /// Things that do something of their own accord.
    private static let movers: Set = ["카메라", "드론", "로봇", "화면", "렌즈", "시점"]

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
                // 창가에 앉아 비 오는 거리를 보는: the rain does not sit.
                if isOther(before, than: clause), hasLaterPredicate() { return }
                clause.chain.insert(contentsOf: before.flattened, at: 0)
            case .noun(var phrase):
                // 고양이, 부드러운 조명: a comma ends a fragment.
                if phrase.endsFragment, phrase.role == .none { return }
                if phrase.role == .none || phrase.role == .topic && phrase.isFocus && isNearest {
                    phrase.role = bareRole(of: phrase, in: clause, isNearest: isNearest)
                }
                if isNearest, isResult(phrase, of: clause) { phrase.role = .complement }
                guard fits(phrase, clause, isNearest: isNearest) else { return }
                clause.arguments.insert(phrase, at: 0)
            case .modifier(.inscription(let quote)): clause.arguments.insert(quoted(quote), at: 0)
            case .modifier, .number: return
            }
            isNearest = false
            pending.removeLast()
        }
    }
}
