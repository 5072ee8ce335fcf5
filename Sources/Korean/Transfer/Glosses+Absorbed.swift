extension Glosses {
    /// The first bytes of all words that the English says with another, such as a predicate's noun.
    static func absorbed(in statements: [Statement]) -> Set<Int> {
        var found: Set<Int> = []
        for statement in statements {
            switch statement {
            case .clause(let clause): collect(clause, into: &found)
            case .nominal(let phrase): collect(phrase, into: &found)
            }
        }
        return found
    }

    private static func collect(_ clause: Clause, into found: inout Set<Int>) {
        let sense = clause.sense
        if clause.isAdjunct { found.insert(clause.lexeme.start) }
        for argument in clause.arguments {
            let role = argument.role == .topic ? Role.subject : argument.role
            let isWhole = sense?.adjunct != nil && role == .subject
            if sense?.absorbed == role.rawValue || isWhole { found.insert(argument.lexeme.start) }
            collect(argument, into: &found)
        }
        for before in clause.chain { collect(before, into: &found) }
    }

    private static func collect(_ phrase: NounPhrase, into found: inout Set<Int>) {
        for clause in phrase.nominalized { collect(clause, into: &found) }
        for other in phrase.others { collect(other, into: &found) }
        for modifier in phrase.modifiers {
            switch modifier {
            case .determiner, .inscription: break
            case .clause(let clause): collect(clause, into: &found)
            case .genitive(let inner), .compound(let inner), .located(let inner): collect(inner, into: &found)
            case .excluded(let inner, _): collect(inner, into: &found)
            }
        }
    }
}
