/// Chooses the sense of every word by the company it keeps.
struct Resolver {
    let lexicon: Lexicon
    /// The words of the whole idea, for conditions such as `near:바다`.
    let near: Set<String>

    func resolved(_ statement: Statement) -> Statement {
        switch statement {
        case .clause(let clause): .clause(owned(resolved(clause, head: nil), by: nil))
        case .nominal(let phrase): .nominal(resolved(phrase, verb: nil))
        }
    }

    private func owned(_ clause: Clause, by head: NounPhrase?) -> Clause {
        var clause = clause
        own(&clause, by: head)
        return clause
    }

    // MARK: Nouns

    func resolved(_ phrase: NounPhrase, verb: String?) -> NounPhrase {
        var phrase = phrase
        phrase.sense = sense(of: phrase, verb: verb)
        phrase.others = phrase.others.map { resolved($0, verb: verb) }
        phrase.nominalized = phrase.nominalized.map { owned(resolved($0, head: nil), by: nil) }
        let head = phrase
        phrase.modifiers = phrase.modifiers.map { resolved($0, head: head) }
        return phrase
    }

    private func resolved(_ modifier: Modifier, head: NounPhrase) -> Modifier {
        switch modifier {
        case .determiner, .inscription: modifier
        case .clause(let clause): .clause(owned(resolved(clause, head: head), by: head))
        case .genitive(let phrase): .genitive(resolved(phrase, verb: nil))
        case .compound(let phrase): .compound(resolved(phrase, verb: nil))
        case .located(let phrase): .located(resolved(phrase, verb: nil))
        case .excluded(let phrase, let asking): .excluded(resolved(phrase, verb: nil), asking: asking)
        }
    }

    private func sense(of phrase: NounPhrase, verb: String?) -> NounSense? {
        if let made = phrase.lexeme.made { return made }
        if let latin = latin(phrase.lexeme) { return latin }
        guard !phrase.lexeme.isVerbatim, let senses = lexicon.nouns[phrase.lexeme.key] else { return nil }
        guard senses.count > 1 else { return senses[0] }
        return pick(senses, by: \.condition) { fillers($0, of: phrase, verb: verb) }
    }

    /// beach, girl: an English word of the lexicon takes an article, as its translation would.
    private func latin(_ lexeme: Lexeme) -> NounSense? {
        guard lexeme.isVerbatim, lexeme.key.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A || $0 == 0x20 }),
            let known = lexicon.englishNouns[lexeme.key] ?? nil, known.kind.slot == nil
        else { return nil }
        return known
    }

    /// What stands in a role of a noun's condition: its verb, its modifiers, the words of the idea.
    func fillers(_ role: String, of phrase: NounPhrase, verb: String?) -> Set<String> {
        if role == "near" { return near }
        var found: Set<String> = []
        if role == "verb", let verb { found.insert(verb) }
        for modifier in phrase.modifiers {
            switch modifier {
            case .clause(let clause) where role == "verb": found.insert(clause.lexeme.key)
            case .compound(let other) where role == "mod", .genitive(let other) where role == "mod",
                .located(let other) where role == "mod":
                found.formUnion(words(of: other))
            default: break
            }
        }
        if role == "mod", let counter = phrase.count?.lexemes.dropFirst().first { found.insert(counter.key) }
        return found
    }

    private func words(of phrase: NounPhrase) -> Set<String> {
        var words: Set = [phrase.lexeme.key]
        if let kind = phrase.sense?.kind ?? lexicon.nouns[phrase.lexeme.key]?.first?.kind {
            words.insert(kind.rawValue)
        }
        return words
    }

    private func pick<Sense>(
        _ senses: [Sense], by condition: (Sense) -> Condition, fillers: (String) -> Set<String>
    ) -> Sense? {
        senses.first { !condition($0).isEmpty && condition($0).holds(fillers) }
            ?? senses.first { condition($0).isEmpty } ?? senses.first
    }

    // MARK: Predicates

    func resolved(_ clause: Clause, head: NounPhrase?) -> Clause {
        var clause = clause
        foldObject(into: &clause)
        foldNothing(into: &clause)
        clause.arguments = clause.arguments.map { resolved($0, verb: clause.lexeme.key) }
        clause.exclusions = clause.exclusions.map { resolved($0, verb: nil) }
        clause.chain = clause.chain.map { resolved($0, head: head) }
        turnToWalk(&clause)
        turnToLive(&clause)
        if let senses = lexicon.predicates[clause.lexeme.key] {
            clause.sense = pick(sayable(senses, in: clause), by: \.condition) {
                fillers($0, in: clause, head: head)
            }
        } else {
            (clause.sense, clause.isKnown) = (Fallback.sense(of: clause, lexicon: lexicon), false)
        }
        // 울지 않고 서 있는, 우산을 쓰지 않은 채: "without crying".
        let isBeside = clause.ending.connective == "고" || clause.link == "while"
        if clause.ending.isNegated, isBeside, clause.ending.form == .connective, clause.ownSubject == nil,
            clause.sense?.isAdjective != true
        {
            clause.link = "without"
        }
        return clause
    }

    /// 아내의 손을 잡은: whose hands they are can only be said with hands, so "hold hands" is but "hold".
    private func sayable(_ senses: [PredicateSense], in clause: Clause) -> [PredicateSense] {
        let owned = clause.arguments.filter { argument in
            argument.modifiers.contains { if case .genitive = $0 { true } else { false } }
        }
        return senses.map { sense in
            let words = sense.english.split(separator: " ")
            guard words.count > 1, owned.contains(where: { $0.role.rawValue == sense.absorbed }) else {
                return sense
            }
            return PredicateSense(
                english: String(words[0]), order: sense.order,
                grammar: Grammar((sense.isState ? "state" : "")[...].utf8), condition: sense.condition)
        }
    }

    /// 아기가 걸어요: 걷다, which looks like 걸다, has nothing that is hung.
    private func turnToWalk(_ clause: inout Clause) {
        let text = clause.lexeme.text
        let isSure = text.hasPrefix("걸을") || text.hasPrefix("걸으") || text.hasPrefix("걸은")
        let isAlone = clause.argument(.object) == nil && clause.argument(.at) == nil && clause.subject != nil
        guard clause.lexeme.key == "걸다",
            isSure || isAlone && (text.hasPrefix("걸어") || text.hasPrefix("걸었"))
        else { return }
        clause.lexeme.key = "걷다"
    }

    /// 도시에 사는 사람들: 살다, which looks like 사다, has nothing that is bought.
    private func turnToLive(_ clause: inout Clause) {
        guard clause.lexeme.key == "사다", clause.ending.form == .adnominal, clause.ending.tense == .present,
            clause.argument(.object) == nil, clause.argument(.at) ?? clause.argument(.from) != nil
        else { return }
        clause.lexeme.key = "살다"
    }

    private static let none = [
        "아무도": "nobody", "아무": "nobody", "아무것": "nothing", "아무것도": "nothing", "누구": "nobody",
    ]

    /// 아무도 웃지 않는다: English says the negation once, in the noun.
    private func foldNothing(into clause: inout Clause) {
        guard clause.ending.isNegated,
            let index = clause.arguments.firstIndex(where: {
                Self.none[$0.lexeme.key] != nil && ($0.lexeme.key != "누구" || $0.isFocus)
            }),
            let english = Self.none[clause.arguments[index].lexeme.key]
        else { return }
        clause.ending.isNegated = false
        clause.arguments[index].lexeme.made = NounSense(
            english: english, kind: .abstract, grammar: Grammar("bare"[...].utf8), condition: Condition())
    }

    /// 요리를 하다 is 요리하다.
    private func foldObject(into clause: inout Clause) {
        guard clause.lexeme.key == "하다",
            let index = clause.arguments.firstIndex(where: isFoldable),
            clause.arguments[index].count == nil,
            lexicon.predicates[clause.arguments[index].lexeme.key + "하다"] != nil
        else { return }
        let object = clause.arguments.remove(at: index).lexeme
        clause.lexeme.key = object.key + "하다"
        clause.lexeme.start = object.start
    }

    /// 말을, and 아무 말도.
    private func isFoldable(_ argument: NounPhrase) -> Bool {
        guard argument.role == .object || argument.isFocus else { return false }
        return argument.modifiers.allSatisfy { modifier in
            guard case .determiner(let lexeme) = modifier else { return false }
            return lexeme.key == "아무"
        }
    }

    /// The roles that a clause before a noun leaves to it: 위에서 내려다본 도시, but not 도시를 내려다본 남자.
    private func openRoles(of clause: Clause, head: NounPhrase?) -> Set<String> {
        guard head != nil, clause.ending.form == .adnominal, clause.ending.tense == .past else { return [] }
        var open: Set<String> = []
        if clause.subject == nil { open.insert(Role.subject.rawValue) }
        if clause.argument(.object) == nil { open.insert(Role.object.rawValue) }
        return open
    }

    /// What stands in a role of a predicate's condition.
    func fillers(_ role: String, in clause: Clause, head: NounPhrase?) -> Set<String> {
        if role == "near" { return near }
        if role == "head" { return head.map(words) ?? [] }
        if role == "open" { return openRoles(of: clause, head: head) }
        var found: Set<String> = []
        for argument in clause.arguments {
            if argument.role == .quoted, role == Role.object.rawValue { found.insert(NounKind.text.rawValue) }
            let name = argument.role == .topic ? Role.subject.rawValue : argument.role.rawValue
            if name == role { found.formUnion(words(of: argument)) }
        }
        // The noun that a relative clause describes fills the role that is left open.
        if found.isEmpty, let head, role == "이" || role == "을" { found = words(of: head) }
        return found
    }
}
