import Domain

extension Realiser {
    /// What a participle cannot say of a noun: 웃지 않는 소년 is "who is not smiling", 날지 못하는 새 "that
    /// cannot fly", 커피를 쏟은 남자 "who spilled coffee"; nil for all that it can.
    func relative(_ clause: Clause, _ head: NounPhrase) -> String? {
        if let neither = neitherDoing(clause) { return neither }
        let ending = clause.ending
        let isAnimate = (head.sense?.kind.isAnimate ?? true) && !isCrafted(clause)
        let isOver = ending.tense == .past && clause.sense?.isState != true && !ending.isResult && isAnimate
        let isPassive = english(of: clause).hasPrefix("be ")
        if let without = withoutAdded(clause, head) { return without }
        guard clause.certainty != .notUnderstood,
            ending.isNegated || ending.isAbility || isOver && !isPassive && !ending.isBecoming
        else { return nil }
        if ending.isNever { return neverDone(clause, head) }
        var clause = suffered(clause, by: head) ?? clause
        let isPlural = takesPluralVerb(head)
        // 모자를 쓰지 않은 남자: what is not worn now.
        if ending.isNegated, ending.tense == .past, clause.sense?.isState == true, !ending.isAbility,
            clause.argument(.object) != nil
        {
            clause.ending.tense = .present
        }
        clause.ending.isProgressive = clause.ending.tense == .present && !isStill(clause)
        if let there = cannotGo(clause, head) { return there }
        let isPerson = head.sense.map { $0.kind == .person || $0.kind == .group } ?? true
        return (isPerson ? "who " : "that ") + predicates(of: clause, plural: isPlural)
    }

    /// 본 적 없는 풍경: "never seen before"; 바다를 본 적 없는 소녀: "who has never seen the sea".
    private func neverDone(_ clause: Clause, _ head: NounPhrase) -> String {
        var done = clause
        if clause.lexeme.key == "보다", english(of: clause) == "look at", let sense = clause.sense {
            done.sense = PredicateSense(
                english: "see", order: nil, grammar: sense.grammar, condition: Condition())
        }
        done.adverbs.removeAll { Self.never.contains($0.key) }
        done.ending.isNegated = false
        let base = english(of: done)
        let phrase = verbPhrase(done, .participle)
            .replacingFirst(forms.participle(base), with: forms.pastParticiple(base))
        let isPassive = done.sense?.isIntransitive != true && done.argument(.object) == nil
        if isPassive { return "never " + phrase + " before" }
        let isPerson = head.sense.map { $0.kind == .person || $0.kind == .group } ?? true
        return (isPerson ? "who " : "that ") + (takesPluralVerb(head) ? "have" : "has") + " never " + phrase
    }

    /// 설탕을 넣지 않은 커피: "coffee without sugar".
    private func withoutAdded(_ clause: Clause, _ head: NounPhrase) -> String? {
        guard Self.adding.contains(clause.lexeme.key), clause.ending.isNegated, !clause.ending.isAbility,
            clause.chain.isEmpty, clause.arguments.count == 1, head.sense?.kind.isAnimate == false,
            let thing = clause.argument(.object)
        else { return nil }
        return without(thing, alone: false)
    }

    /// 돌아갈 수 없는 고향: one cannot go there, and it goes nowhere.
    private func cannotGo(_ clause: Clause, _ head: NounPhrase) -> String? {
        guard clause.ending.isAbility, head.sense?.kind.isPlace == true,
            clause.sense?.isIntransitive == true, clause.sense?.grammar.has("motion") == true
        else { return nil }
        return "that one " + predicates(of: clause, plural: false) + " to"
    }

    /// 구름으로 만든 양: what is made, be it alive or not.
    func isCrafted(_ clause: Clause) -> Bool {
        clause.ending.tense == .past && clause.argument(.object) == nil && clause.ownSubject == nil
            && ["만들다", "빚다", "그리다", "조각하다", "접다", "깎다", "짓다", "뜨다"].contains(clause.lexeme.key)
    }

    /// The clause in the passive when the noun is what something is done to: 쓰지 않는 공장.
    private func suffered(_ clause: Clause, by head: NounPhrase) -> Clause? {
        guard let sense = clause.sense, !sense.isIntransitive, sense.absorbed == nil,
            clause.argument(.object) == nil, head.sense?.kind.isAnimate == false,
            !sense.english.hasPrefix("be "), !Self.bothWays.contains(sense.english)
        else { return nil }
        var passive = clause
        passive.sense = PredicateSense(
            english: "be " + forms.pastParticiple(sense.english), order: nil, grammar: sense.grammar,
            condition: Condition())
        return passive
    }

    /// Verbs that English uses both for doing and for what happens by itself.
    private static let bothWays: Set = [
        "move", "open", "close", "break", "spin", "turn", "melt", "burn", "stop", "start", "begin", "ring",
        "shake", "swing", "roll", "grow", "fly", "float", "crack", "change", "bounce", "drop", "explode",
        "boil", "dry", "freeze", "end", "fill", "run", "work", "continue", "sound", "appear", "crumble",
    ]

    /// Verbs without a progressive, and abilities and passives, which need none.
    private func isStill(_ clause: Clause) -> Bool {
        let base = english(of: clause)
        let isNever = clause.adverbs.contains { Realiser.never.contains($0.key) }
        return isNever || clause.ending.isAbility || base.hasPrefix("be ") || clause.ending.isWish
            || Self.stative.contains(base)
    }

    private static let stative: Set = [
        "know", "have", "need", "like", "love", "hate", "want", "believe", "contain", "belong", "exist",
        "fit",
        "understand", "remember", "seem", "own",
    ]

    /// 먹지도 자지도 않는: "neither eating nor sleeping".
    private func neitherDoing(_ clause: Clause) -> String? {
        let parallel = clause.chain.filter { $0.link == "nor" }
        guard clause.ending.isNegated, !parallel.isEmpty else { return nil }
        var last = clause
        last.chain = []
        last.ending.isNegated = false
        return "neither " + (parallel + [last]).map { verbPhrase($0, .participle) }.joined(separator: " nor ")
    }
}
