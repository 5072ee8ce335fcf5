import Domain

/// What was decided about a noun or predicate.
struct SenseChoice {
    let lexeme: Lexeme
    let reason: SenseReason
    let evidence: [String]
    let sense: ExplainedSense?
    let alternatives: [ExplainedSense]
    /// Whether it is a word for the video itself.
    var isFrame = false
}

/// Follows the resolver through a tree and notes for each word why it has its sense.
struct SenseTrail {
    private let resolver: Resolver
    private var choices: [Int: SenseChoice] = [:]

    /// The choices of all statements, by the first byte of their word.
    static func choices(in statements: [Statement], _ resolver: Resolver) -> [Int: SenseChoice] {
        var trail = SenseTrail(resolver: resolver)
        for statement in statements {
            switch statement {
            case .clause(let clause): trail.visit(clause, head: nil)
            case .nominal(let phrase): trail.visit(phrase, verb: nil)
            }
        }
        return trail.choices
    }

    private init(resolver: Resolver) { self.resolver = resolver }

    private mutating func visit(_ phrase: NounPhrase, verb: String?) {
        for other in phrase.others { visit(other, verb: verb) }
        for clause in phrase.nominalized { visit(clause, head: nil) }
        for modifier in phrase.modifiers {
            switch modifier {
            case .determiner, .inscription: break
            case .clause(let clause): visit(clause, head: phrase)
            case .genitive(let inner), .compound(let inner), .located(let inner), .excluded(let inner, _):
                visit(inner, verb: nil)
            }
        }
        guard let sense = phrase.sense else { return }
        let senses = (resolver.lexicon.nouns[phrase.lexeme.key] ?? []).map(Candidate.init)
        var choice = choice(phrase.lexeme, Candidate(sense), among: senses) {
            resolver.fillers($0, of: phrase, verb: verb)
        }
        choice.isFrame = sense.kind == .frame
        choices[phrase.lexeme.start] = choice
    }

    private mutating func visit(_ clause: Clause, head: NounPhrase?) {
        for argument in clause.arguments { visit(argument, verb: clause.lexeme.key) }
        for excluded in clause.exclusions { visit(excluded, verb: nil) }
        for before in clause.chain { visit(before, head: head) }
        guard let sense = clause.sense else { return }
        let start = clause.lexeme.start
        guard clause.isKnown else {
            let isUnknown = clause.certainty == .notUnderstood
            choices[start] = SenseChoice(
                lexeme: clause.lexeme, reason: isUnknown ? .unknown : .derived, evidence: [], sense: nil,
                alternatives: [])
            return
        }
        let senses = (resolver.lexicon.predicates[clause.lexeme.key] ?? []).map(Candidate.init)
        choices[start] = choice(clause.lexeme, Candidate(sense), among: senses) {
            resolver.fillers($0, in: clause, head: head)
        }
    }

    /// A noun's or a predicate's sense.
    private struct Candidate {
        let row: ExplainedSense
        let condition: Condition

        init(_ sense: NounSense) { self.init(sense.english, sense.file, sense.grammar, sense.condition) }

        init(_ sense: PredicateSense) {
            self.init(sense.english, sense.file, sense.grammar, sense.condition)
        }

        private init(_ english: String, _ file: String, _ grammar: Grammar, _ condition: Condition) {
            self.condition = condition
            let values = grammar.keys.map { key in
                grammar[key].map { $0.isEmpty ? key : "\(key)=\($0)" } ?? key
            }
            row = ExplainedSense(english: english, file: file, grammar: values, condition: condition.text)
        }
    }

    private func choice(
        _ lexeme: Lexeme, _ chosen: Candidate, among all: [Candidate], fillers: (String) -> Set<String>
    ) -> SenseChoice {
        let evidence = chosen.condition.requirements.map { requirement in
            let found = fillers(requirement.role).intersection(requirement.alternatives).sorted()
            // A word says more than the kind that it is of.
            let word = found.first { !$0.allSatisfy(\.isASCII) } ?? found.first ?? ""
            return "\(Condition.name(of: requirement.role)) \(word)"
        }
        let reason: SenseReason =
            all.count == 1 ? .only : chosen.condition.isEmpty ? .usual : .company
        return SenseChoice(
            lexeme: lexeme, reason: reason, evidence: reason == .company ? evidence : [], sense: chosen.row,
            alternatives: all.map(\.row).filter { $0 != chosen.row })
    }
}
