import Domain

extension Realiser {
    /// What a participle cannot say of a noun: 웃지 않는 소년 is "who is not smiling", 날지 못하는 새 "that
    /// cannot fly", 커피를 쏟은 남자 "who spilled coffee"; nil for all that it can.
    func relative(_ clause: Clause, _ head: NounPhrase) -> String? {
        if let neither = neitherDoing(clause) { return neither }
        let ending = clause.ending
        let isAnimate = head.sense?.kind.isAnimate ?? true
        let isOver = ending.tense == .past && clause.sense?.isState != true && !ending.isResult && isAnimate
        let isPassive = english(of: clause).hasPrefix("be ")
        guard clause.certainty != .notUnderstood,
            ending.isNegated || ending.isAbility || isOver && !isPassive && !ending.isBecoming
        else { return nil }
        var clause = suffered(clause, by: head) ?? clause
        if ending.isNever { return verbPhrase(clause, .participle) }
        let isPlural = takesPluralVerb(head)
        clause.ending.isProgressive = ending.tense == .present && !isStill(clause)
        let isPerson = head.sense.map { $0.kind == .person || $0.kind == .group } ?? true
        return (isPerson ? "who " : "that ") + predicates(of: clause, plural: isPlural)
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
