/// Which nouns belong to a predicate, and in which role.
extension Parser {
    private func isIntransitive(_ clause: Clause) -> Bool {
        lexicon.predicates[clause.lexeme.key]?.contains { $0.isIntransitive } ?? false
    }

    func isAdjective(_ clause: Clause) -> Bool {
        lexicon.predicates[clause.lexeme.key]?.allSatisfy { $0.isAdjective } ?? false
    }

    func bareRole(of phrase: NounPhrase, in clause: Clause, isNearest: Bool) -> Role {
        if let role = expectedRole(of: phrase, in: clause) { return role }
        if phrase.isFocus, ["누구", "아무"].contains(phrase.lexeme.key) { return .subject }
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

    /// 물이 되다: what something becomes is no subject.
    func isResult(_ phrase: NounPhrase, of clause: Clause) -> Bool {
        clause.lexeme.key == "되다" && phrase.role == .subject && clause.argument(.complement) == nil
            && clause.arguments.isEmpty && expectedRole(of: phrase, in: clause) == nil
    }

    func fits(_ phrase: NounPhrase, _ clause: Clause, isNearest: Bool) -> Bool {
        switch phrase.role {
        case .topic: return false
        case .none: return false
        case .subject: return clause.subject == nil && takesSubject(phrase, clause, isNearest: isNearest)
        case .object: return clause.argument(.object) == nil && !isAdjective(clause)
        case .complement: return isNearest
        case .than, .like, .equal: return true
        // 웃는 남자와 우는 아이: both are shown, and nobody cries with anybody.
        case .with where isDescribed(phrase) && kind(of: phrase)?.isAnimate == headKind()?.isAnimate:
            return false
        // 큰 개와 작은 고양이: one is not small with a dog.
        case .with where isAdjective(clause):
            return lexicon.predicates[clause.lexeme.key]?.contains { $0.grammar["와"] != nil } == true
                || Self.comparing.contains(clause.lexeme.key)
        // 책 속에서 작은 나비들이 난다: they are not small in a book.
        case .from where isAdjective(clause) && hasFinalPredicate():
            return isNearest && clause.adverbs.contains { Self.ranking.contains($0.key) || $0.isVerbatim }
        default: return !isAdjective(clause) || isNearest
        }
    }

    private static let ranking: Set = ["가장", "제일", "더"]

    /// Endings that tell how or why one does what follows.
    private static let preparing: Set = ["아", "어", "여", "아서", "어서", "여서", "고"]

    /// Whether a clause goes on to another one than the clause behind it, which has a subject of its own.
    func isOther(_ before: Clause, than clause: Clause) -> Bool {
        guard let own = clause.subject, Self.preparing.contains(before.ending.connective) else {
            return false
        }
        guard let first = before.subject else { return true }
        return kind(of: first)?.isAnimate != kind(of: own)?.isAnimate
    }

    private static let comparing: Set = ["같다", "다르다", "비슷하다", "가깝다", "똑같다", "유사하다", "동일하다", "친하다"]

    private func isDescribed(_ phrase: NounPhrase) -> Bool {
        phrase.modifiers.contains { if case .clause = $0 { true } else { false } }
    }

    /// Whether the subject before an adnominal predicate is its own, or that of a later one.
    private func takesSubject(_ phrase: NounPhrase, _ clause: Clause, isNearest: Bool) -> Bool {
        let head = headKind()
        let key = clause.lexeme.key
        if ["있다", "없다", "아니다"].contains(key) || absorbs(phrase, key) { return isNearest }
        // 심장이 뛰는 소녀: a part of what the clause describes.
        if kind(of: phrase) == .body, clause.argument(.object) == nil { return isNearest }
        // 얼굴의 절반이 그림자에 가려진 여자.
        if isPart(phrase), clause.argument(.object) == nil { return !hasFinalPredicate() }
        if isAdjective(clause) {
            guard isNearest, hasFinalPredicate(), !hasLaterSubject() else { return isNearest }
            // 배가 거대한 파도와 싸운다: the ship fights.
            return kind(of: phrase).map(Self.describing.contains) == true
        }
        if clause.ending.form == .nominal { return !hasFinalPredicate() }
        guard let head else { return true }
        if head == .frame || head == .time || head == .audio { return true }
        if head.isPlace || head == .event {
            if !hasFinalPredicate() || hasLaterSubject() { return true }
            // 소방관이 불타는 건물에서 나온다: who acts comes out; but 눈이 내리는 거리에서 춤춘다.
            return isNearest && kind(of: phrase)?.isAnimate == false
        }
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

    private func isPart(_ phrase: NounPhrase) -> Bool {
        phrase.modifiers.contains { modifier in
            guard case .genitive(let owner) = modifier else { return false }
            return kind(of: owner) == .body
        }
    }

    /// What qualities are of: 향기가 좋은, 색이 고운.
    private static let describing: Set<NounKind> = [
        .body, .abstract, .color, .light, .mood, .audio, .clothing, .weather, .text, .material,
    ]

    /// Whether a later predicate of the sentence has a subject of its own.
    private func hasLaterSubject() -> Bool {
        words[(position + 1)...].prefix { $0.kind != .stop }.contains { $0.role == .subject }
    }

    func hasLaterPredicate() -> Bool {
        words[(position + 1)...].prefix { $0.kind != .stop }.contains { $0.kind == .predicate && !$0.asks }
    }

    func hasFinalPredicate() -> Bool {
        words[(position + 1)...].prefix { $0.kind != .stop }
            .contains { $0.kind == .predicate && $0.ending.form == .final && !$0.asks }
    }

    /// The sort of noun that the adnominal predicate in hand describes.
    func headKind() -> NounKind? {
        var head: NounKind?
        for word in words[(position + 1)...] {
            switch word.kind {
            case .noun:
                head = kind(of: word.lexeme.key) ?? .person
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
