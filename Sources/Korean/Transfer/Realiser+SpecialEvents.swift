/// Clauses before a noun that English says in another way than with a participle.
extension Realiser {
    func specialEvent(_ clause: Clause, _ head: NounPhrase) -> Attachment? {
        if let became = became(clause, head) { return .after(became, isLook: false) }
        guard clause.ownSubject == nil, !clause.ending.isNegated else { return nil }
        if clause.ending.tense == .future, !clause.ending.isImminent, !clause.ending.isAbility {
            // 인트로에 쓸 로고: "to use in an intro".
            return .after("to " + verbPhrase(clause, .infinitive), isLook: false)
        }
        if Self.ways.contains(head.lexeme.key), clause.ending.tense == .present {
            return .after("to " + verbPhrase(clause, .infinitive), isLook: false)
        }
        return added(clause, head) ?? walked(clause, head)
    }

    /// 자전거 타는 법: "a way to ride a bicycle".
    private static let ways: Set = ["법", "방법"]

    /// 폐허가 된 도시: "a city that became ruins".
    private func became(_ clause: Clause, _ head: NounPhrase) -> String? {
        guard clause.lexeme.key == "되다", clause.ending.tense == .past, !clause.ending.isNegated,
            clause.sense?.english == "become",
            let index = clause.arguments.firstIndex(where: { [.subject, .complement].contains($0.role) })
        else { return nil }
        var done = clause
        done.arguments[index].role = .object
        let isPerson = head.sense.map { $0.kind == .person || $0.kind == .group } ?? true
        let told = clause.chain.filter { $0.isSubordinate && $0.ownSubject != nil }.map(subordinate)
        return ([(isPerson ? "who" : "that"), predicates(of: done, plural: takesPluralVerb(head))] + told)
            .joined(separator: " ")
    }

    /// 설탕을 넣은 커피: "coffee with sugar".
    private func added(_ clause: Clause, _ head: NounPhrase) -> Attachment? {
        guard Self.adding.contains(clause.lexeme.key), clause.ending.tense == .past, clause.chain.isEmpty,
            head.sense?.kind.isAnimate == false, clause.arguments.count == 1,
            let thing = clause.argument(.object)
        else { return nil }
        return .after("with " + noun(thing), isLook: true)
    }

    static let adding: Set = ["넣다", "첨가하다", "추가하다", "곁들이다", "뿌리다", "얹다", "올리다"]

    /// 걷는 숲길: nobody walks but those who are not named.
    private func walked(_ clause: Clause, _ head: NounPhrase) -> Attachment? {
        guard head.sense?.kind.isPlace == true, clause.ending.tense == .present,
            Self.doings.contains(english(of: clause)), clause.argument(.object) == nil
        else { return nil }
        var done = clause
        done.ending.isProgressive = false
        return .after("where one " + predicates(of: done, plural: false), isLook: false)
    }

    /// What places cannot do.
    private static let doings: Set = [
        "walk", "stroll", "take a walk", "jog", "hike", "rest", "live", "dance", "sleep", "study", "work",
        "drive",
        "play", "camp", "fish", "surf", "swim", "shop", "meet", "wait", "relax",
    ]

    /// 얼굴의 절반, 눈: a part of somebody.
    func isBodily(_ phrase: NounPhrase) -> Bool {
        phrase.sense?.kind == .body
            || phrase.modifiers.contains { modifier in
                guard case .genitive(let owner) = modifier else { return false }
                return owner.sense?.kind == .body && ["half", "side", "part"].contains(head(of: phrase))
            }
    }
}
