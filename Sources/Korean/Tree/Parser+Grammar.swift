/// Predicates that Korean uses as small words.
extension Parser {
    /// 도시를 배경으로 한 영화: "set in a city".
    mutating func pushSetting(_ clause: Clause) -> Bool {
        guard clause.lexeme.key == "하다", var scenery = clause.arguments.last,
            scenery.relation == "against", clause.arguments.count == 1
        else { return false }
        scenery.relation = "set in"
        pending.append(.modifier(.located(scenery)))
        return true
    }

    /// 을 위해, 에 대한, 을 따라: "for", "about", "along".
    mutating func pushPostposition(_ clause: Clause) -> Bool {
        guard let entry = lexicon.postpositions[clause.lexeme.key], !clause.ending.isNegated,
            clause.ending.tense != .future, var phrase = clause.arguments.last, phrase.role != .subject,
            phrase.role != .topic, phrase.relation == nil
        else { return false }
        if clause.ending.form == .connective {
            let endings = (entry.grammar["endings"] ?? "아|어|여|아서|어서|여서").split(separator: "|")
            guard endings.contains(where: { $0 == clause.ending.connective }) else { return false }
        } else if entry.grammar.has("adverbial") {
            return false
        }
        phrase.relation = entry.english
        phrase.isSpatial = entry.grammar.has("spatial")
        phrase.lexeme.end = max(phrase.lexeme.end, clause.lexeme.end)
        // The other arguments go on waiting for a predicate of meaning.
        for chained in clause.chain { pending.append(.chain(chained)) }
        for argument in clause.arguments.dropLast() { pending.append(.noun(argument)) }
        for adverb in clause.adverbs { pending.append(.adverb(adverb)) }
        phrase.role = .at
        pending.append(clause.ending.form == .connective ? .noun(phrase) : .modifier(.located(phrase)))
        return true
    }

    /// What is said aloud is not written anywhere.
    static let speech: Set = [
        "말하다", "외치다", "속삭이다", "소리치다", "대답하다", "묻다", "부르다", "노래하다", "읊다", "중얼거리다", "인사하다", "이야기하다",
    ]

    /// '서울'이라고 적힌: the words are to be read on the thing.
    mutating func pushInscription(_ clause: Clause) -> Bool {
        guard !Self.speech.contains(clause.lexeme.key), let quote = clause.argument(.quoted),
            quote.lexeme.isVerbatim, clause.subject == nil, clause.chain.isEmpty
        else { return false }
        let isPassive = lexicon.predicates[clause.lexeme.key]?.first?.english.hasPrefix("be ") == true
        if clause.arguments.count == 1, isPassive || clause.ending.tense == .past {
            pending.append(.modifier(.inscription(quote.lexeme)))
            return true
        }
        // 티셔츠에 "서울"이라고 적힌 소년: "with a T-shirt that reads it".
        guard clause.arguments.count == 2, var carrier = clause.argument(.at), carrier.relation == nil,
            isPassive
        else { return false }
        carrier.modifiers.append(.inscription(quote.lexeme))
        (carrier.relation, carrier.isSpatial) = ("with", false)
        pending.append(.modifier(.located(carrier)))
        return true
    }

    /// 간판에 "생일 축하해": the words stand on what is named before them.
    @discardableResult
    mutating func inscribe() -> Bool {
        let before = pending.count
        for index in pending.indices.dropFirst().reversed() {
            guard case .modifier(.inscription(let quote)) = pending[index],
                case .noun(var carrier) = pending[index - 1],
                [.at, .topic, .none].contains(carrier.role), carrier.relation == nil,
                !carrier.endsFragment || kind(of: carrier) == .text
            else { continue }
            carrier.modifiers.append(.inscription(quote))
            (carrier.role, carrier.endsFragment) = (.none, false)
            pending[index - 1] = .noun(carrier)
            pending.remove(at: index)
        }
        return pending.count < before
    }

    /// 야경을 드론으로 찍은 영상: how the video is made is no content, what it shows is.
    mutating func pushShown(_ clause: Clause) -> Bool {
        let isShot = lexicon.predicates[clause.lexeme.key]?.contains { $0.slot == .camera } == true
        guard isShot || Self.requested.contains(clause.lexeme.key), clause.subject == nil,
            clause.chain.isEmpty,
            let object = clause.argument(.object)
        else { return false }
        pending.append(.modifier(.genitive(object)))
        if !Self.requested.contains(clause.lexeme.key) {
            var shot = clause
            shot.arguments = clause.arguments.filter { $0.role != .object }
            pending.append(.modifier(.clause(shot)))
            return true
        }
        for var other in clause.arguments where other.role != .object {
            if other.role == .by { other.relation = "by" }
            other.isSpatial = other.role != .by
            pending.append(.modifier(.located(other)))
        }
        return true
    }

    /// 많다 and 적다 as determiners of what there is much or little of.
    func quantity(of clause: Clause) -> Lexeme? {
        let isFew = clause.lexeme.key == "적다" && clause.argument(.object) == nil && clause.subject != nil
        guard clause.lexeme.key == "많다" || isFew, !clause.ending.isNegated else { return nil }
        var many = clause.lexeme
        many.key = isFew ? "적은" : "많은"
        return many
    }

    /// 많은 사람 and 사람이 많은 거리.
    mutating func pushQuantity(_ clause: Clause) -> Bool {
        guard let many = quantity(of: clause) else { return false }
        guard var owned = clause.subject else {
            pending.append(.modifier(.determiner(many)))
            return true
        }
        var existence = clause
        existence.lexeme.key = "있다"
        owned.modifiers.insert(.determiner(many), at: 0)
        existence.arguments = clause.arguments.map { $0.lexeme.start == owned.lexeme.start ? owned : $0 }
        pending.append(.modifier(.clause(existence)))
        return true
    }
}
