/// Says the statements of an idea in plain English.
enum Translation {
    /// Sentences end with a full stop; fragments stand one behind the other with commas.
    static func text(of statements: [Statement], symbols: [String], realiser: Realiser) -> String {
        var pieces: [String] = []
        var fragments: [String] = []
        func endFragments(before isSentence: Bool = false) {
            let text = fragments.joined(separator: ", ")
            if !text.isEmpty { pieces.append(isSentence ? text.capitalizedFirst + "." : text) }
            fragments = []
        }
        for statement in statements {
            switch statement {
            case .nominal(let phrase):
                let text = fragment(phrase, realiser)
                if !text.isEmpty { fragments.append(text) }
            case .clause(let clause) where clause.subject == nil:
                fragments.append(subjectless(clause, realiser))
            case .clause(let clause):
                endFragments(before: true)
                pieces.append(realiser.sentence(clause).capitalizedFirst + ".")
            }
        }
        endFragments(before: !pieces.isEmpty)
        return (pieces + symbols).joined(separator: " ")
    }

    /// The English with the words that found no place in it.
    static func text(_ translation: String, with rest: [String]) -> String {
        let rest = rest.filter { !$0.isEmpty }.joined(separator: ", ")
        if rest.isEmpty || translation.isEmpty { return translation + rest }
        return translation.hasSuffix(".")
            ? translation + " " + rest.capitalizedFirst + "." : translation + ", " + rest
    }

    private static func subjectless(_ clause: Clause, _ realiser: Realiser) -> String {
        if let written = written(clause, realiser) { return written }
        guard let complement = clause.argument(.complement) else {
            return realiser.verbPhrase(clause, .participle)
        }
        let kind = complement.sense?.kind
        if clause.lexeme.key == "이다", clause.ending.form == .final, kind == .time || kind == .weather,
            complement.modifiers.isEmpty
        {
            return "it is " + realiser.bare(complement)
        }
        return (clause.lexeme.key == "아니다" ? "not " : "") + fragment(complement, realiser)
    }

    /// 표지에 "서울"이 적혀 있다: the words are what is written.
    private static func written(_ clause: Clause, _ realiser: Realiser) -> String? {
        guard let quote = clause.argument(.quoted), realiser.english(of: clause).hasPrefix("be ") else {
            return nil
        }
        var rest = clause
        rest.arguments.removeAll { $0.role == .quoted }
        return "\"\(quote.lexeme.key)\" " + realiser.verbPhrase(rest, .finite(plural: false))
    }

    /// A noun; the word for the video itself only where it carries a quality.
    private static func fragment(_ phrase: NounPhrase, _ realiser: Realiser) -> String {
        if phrase.role == .excluded { return realiser.without(phrase, alone: false) }
        if phrase.role == .quoted { return "\"\(phrase.lexeme.key)\"" }
        if let (shown, camera) = phrase.shot {
            return (shown + [camera]).map { fragment($0, realiser) }.joined(separator: ", ")
        }
        guard phrase.sense?.kind == .frame else { return placed(phrase, realiser) }
        var content: [String] = []
        var qualities: [String] = []
        for modifier in phrase.modifiers {
            switch modifier {
            case .clause(let clause) where clause.sense?.isAdjective == true && clause.subject == nil:
                qualities.append((clause.ending.isNegated ? "not " : "") + realiser.english(of: clause))
            case .clause(let clause) where clause.isAdjunct: content.append(realiser.adjunct(clause))
            case .clause(let clause) where isShown(clause):
                content.append(shown(clause, realiser))
            case .clause(let clause): content.append(realiser.picture(clause))
            case .compound(let inner), .genitive(let inner): content.append(fragment(inner, realiser))
            case .located(let inner): content.append(realiser.located(inner))
            case .excluded(let inner, _): content.append(realiser.without(inner, alone: false))
            case .inscription(let quote): content.append("\"\(quote.key)\"")
            case .determiner: break
            }
        }
        if !qualities.isEmpty { content.append(qualities.joined(separator: ", ")) }
        return content.filter { !$0.isEmpty }.joined(separator: ", ")
    }

    /// 나오는; but 상자에 들어가는 is an act.
    private static func isShown(_ clause: Clause) -> Bool {
        Parser.shown.contains(clause.lexeme.key) && clause.chain.isEmpty
            && (clause.lexeme.key != "들어가다" || clause.argument(.at) == nil)
    }

    /// 고양이가 나오는 영상: "a cat".
    private static func shown(_ clause: Clause, _ realiser: Realiser) -> String {
        guard let subject = clause.subject, !clause.ending.isNegated else { return realiser.picture(clause) }
        let places = clause.arguments.compactMap { argument -> String? in
            guard case .adjunct(_, let text) = realiser.placement(of: argument, in: clause) else {
                return nil
            }
            return text
        }
        return ([realiser.noun(subject)] + places).joined(separator: " ")
    }

    private static func placed(_ phrase: NounPhrase, _ realiser: Realiser) -> String {
        if phrase.relation != nil { return realiser.located(phrase) }
        switch phrase.role {
        case .at, .from:
            let preposition = phrase.sense?.preposition ?? "in"
            return (preposition == "-" ? "" : preposition + " ") + realiser.noun(phrase)
        default: return realiser.noun(phrase)
        }
    }
}
