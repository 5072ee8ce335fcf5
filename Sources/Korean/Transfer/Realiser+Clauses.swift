import Domain

extension Realiser {
    enum Form { case participle, finite(plural: Bool), infinitive }

    /// What an argument is in the English clause.
    enum Placement {
        case subject
        case inside(String)
        case adjunct(Slot, String)
        case unsaid
    }

    func english(of clause: Clause) -> String {
        clause.sense?.english ?? Romanization.romanized(clause.lexeme.key)
    }

    /// Where an argument goes, with its preposition.
    func placement(of argument: NounPhrase, in clause: Clause) -> Placement {
        let sense = clause.sense
        var argument = argument
        if let pronoun = argument.sense?.grammar["object"], argument.modifiers.isEmpty {
            argument.lexeme = Lexeme(
                key: pronoun, text: argument.lexeme.text, start: argument.lexeme.start,
                end: argument.lexeme.end, isVerbatim: true)
            if clause.subject?.lexeme.start != argument.lexeme.start { argument.sense = nil }
        }
        if sense?.grammar.has("many") == true { argument.lexeme.isPlural = true }
        if sense?.absorbed == argument.role.rawValue, argument.sense != nil { return .unsaid }
        if let subject = clause.subject, subject.lexeme.start == argument.lexeme.start { return .subject }
        if let relation = argument.relation {
            if relation == "on" { argument.relation = sense?.grammar["위"] ?? relation }
            let text = located(argument)
            return argument.isSpatial ? .adjunct(.place, text) : .inside(text)
        }
        if var preposition = sense?.preposition(for: argument.role.rawValue) {
            // 교실에 앉아 있는: one sits on a bench, but in a classroom.
            if preposition == "on", let noun = argument.sense, noun.kind == .place || noun.kind == .building {
                preposition = noun.preposition
            }
            return .inside(joined(preposition, noun(argument)))
        }
        switch argument.role {
        case .object, .none, .complement: return .inside(noun(argument))
        case .topic: return clause.argument(.object) == nil ? .inside(noun(argument)) : .unsaid
        case .quoted: return .inside("\"\(argument.lexeme.key)\"")
        default: return adjunct(argument, in: clause)
        }
    }

    private func adjunct(_ argument: NounPhrase, in clause: Clause) -> Placement {
        let kind = argument.sense?.kind
        let slot: Slot = kind?.slot ?? .place
        let isMotion = clause.sense?.grammar.has("motion") == true
        let text = noun(argument)
        switch argument.role {
        case .at where kind == .time:
            return .adjunct(.time, joined(argument.sense?.preposition ?? "at", text))
        case .at where isMotion: return .inside("to " + text)
        case .at where argument.isMeasure: return .inside("in " + text)
        case .at, .from: return .adjunct(slot, joined(argument.sense?.preposition ?? "in", text))
        case .by where isMotion && kind?.isAnimate != true && kind != .vehicle: return .inside("to " + text)
        case .by:
            if let slot = kind?.slot {
                return .adjunct(slot, "in " + (slot == .camera ? Nouns.shot(text) : text))
            }
            return .inside((kind == .vehicle ? "by " : "with ") + text)
        case .with: return .inside("with " + text)
        case .to: return .inside("to " + text)
        case .like: return .inside("like " + text)
        case .equal: return .inside("as much as " + text)
        case .than: return .inside("than " + text)
        case .until: return kind == .time ? .adjunct(.time, "until " + text) : .inside("to " + text)
        case .since: return kind == .time ? .adjunct(.time, "from " + text) : .inside("from " + text)
        default: return .inside(text)
        }
    }

    private func joined(_ preposition: String, _ text: String) -> String {
        preposition.isEmpty || preposition == "-" ? text : preposition + " " + text
    }

    /// The predicate with its objects and, if asked, where and when it happens; without its subject.
    func verbPhrase(_ clause: Clause, _ form: Form, withAdjuncts: Bool = true) -> String {
        var inside: [String] = []
        var outside: [String] = []
        for argument in clause.arguments.sorted(by: isNearer) {
            switch placement(of: argument, in: clause) {
            case .inside(let text): inside.append(text)
            case .adjunct(_, let text): if withAdjuncts { outside.append(text) }
            case .subject, .unsaid: break
            }
        }
        if withAdjuncts { outside += clause.exclusions.map { without($0, alone: true) } }
        var words = [verb(of: clause, form)] + inside + adverbs(of: clause, leading: false) + outside
        if case .participle = form { words = chained(clause, words, withAdjuncts) }
        return words.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// The object comes before everything else.
    private func isNearer(_ left: NounPhrase, _ right: NounPhrase) -> Bool {
        (left.role == .object ? 0 : 1, left.lexeme.start) < (
            right.role == .object ? 0 : 1, right.lexeme.start
        )
    }

    /// "smiling and walking", "walking after eating".
    private func chained(_ clause: Clause, _ words: [String], _ withAdjuncts: Bool) -> [String] {
        var before: [String] = []
        var behind: [String] = []
        for inner in clause.chain {
            let phrase =
                inner.subject == nil
                ? verbPhrase(inner, .participle, withAdjuncts: withAdjuncts) : sentence(inner)
            if inner.isSubordinate {
                behind.append(inner.subject == nil ? subordinate(inner) : inner.link + " " + phrase)
            } else {
                before.append(phrase + " " + (inner.link == "but" ? "but" : "and"))
            }
        }
        return before + words + behind
    }

    /// "after eating", "to fish"; without a subject of its own.
    func subordinate(_ clause: Clause) -> String {
        if clause.link == "to" {
            return (clause.ending.isNegated ? "not to " : "to ") + verbPhrase(clause, .infinitive)
        }
        let link = clause.link == "as soon as" ? "right after" : clause.link
        return link + " " + verbPhrase(clause, .participle)
    }

    func adverbs(of clause: Clause, leading: Bool) -> [String] {
        clause.adverbs.compactMap { lexeme in
            let entry = lexicon.adverbs[lexeme.key] ?? lexicon.relations[lexeme.key]
            guard (entry?.grammar.has("degree") == true) == leading else { return nil }
            let text = entry?.grammar["alone"] ?? entry?.english ?? adverb(lexeme)
            return text == "-" ? nil : text
        }
    }

    /// An adjective that works as an adverb: 환상적으로.
    private func adverb(_ lexeme: Lexeme) -> String {
        if lexeme.isVerbatim { return lexeme.key }
        if let entry = lexicon.determiners[lexeme.key] { return entry.english }
        guard let sense = lexicon.predicates[lexeme.key]?.first else {
            if let value = KoreanNumber.value(lexeme.key) { return KoreanNumber.english(value) }
            return Romanization.romanized(lexeme.key)
        }
        return Adverbs.adverb(from: sense.english)
    }

    // MARK: Verb forms

    private func verb(of clause: Clause, _ form: Form) -> String {
        if clause.sense?.isAdjective == true || isCopula(clause) { return adjectival(clause, form) }
        var base = english(of: clause)
        // What nobody knows does not bend.
        if clause.certainty == .notUnderstood { return (clause.ending.isNegated ? "not " : "") + base }
        let ending = clause.ending
        if ending.isAttempt { base = "try to " + base }
        if ending.isWish { base = "want to " + base }
        switch form {
        case .infinitive: return base
        case .participle: return (ending.isNegated ? "not " : "") + forms.participle(base)
        case .finite(let plural): return finite(base, ending, plural: plural)
        }
    }

    func isCopula(_ clause: Clause) -> Bool { ["이다", "아니다"].contains(clause.lexeme.key) }

    private func adjectival(_ clause: Clause, _ form: Form) -> String {
        let adjective = isCopula(clause) ? "" : clause.sense?.english ?? ""
        let isNegated = clause.ending.isNegated || clause.lexeme.key == "아니다"
        let text = graded(adjective, clause)
        let negation = isNegated ? "not " : ""
        guard case .finite(let plural) = form else {
            return (isCopula(clause) ? "being " : "") + negation + text
        }
        if clause.ending.isBecoming { return finite("become " + text, clause.ending, plural: plural) }
        let copula = clause.ending.tense == .past ? (plural ? "were" : "was") : (plural ? "are" : "is")
        return (copula + " " + negation + text).trimmed
    }

    /// What is over when its result is there: 깨져 있다 is "broken".
    private static let changes: Set = [
        "break", "fall", "open", "close", "wilt", "melt", "freeze", "collapse", "scatter", "tear", "shatter",
        "crack", "stop", "wither", "rust", "split", "burst", "fade",
    ]

    /// "very big", "bigger", "biggest"; words of degree go before.
    func graded(_ adjective: String, _ clause: Clause) -> String {
        let degrees = adverbs(of: clause, leading: true)
        guard !adjective.isEmpty else { return degrees.joined(separator: " ") }
        let isMost = degrees.contains("most")
        let isMore = degrees.contains("more") || clause.argument(.than) != nil
        let form =
            isMost
            ? Comparatives.superlative(of: adjective)
            : isMore ? Comparatives.comparative(of: adjective) : adjective
        return (degrees.filter { $0 != "more" && $0 != "most" } + [form]).joined(separator: " ")
    }

    private func finite(_ base: String, _ ending: Ending, plural: Bool) -> String {
        let be = ending.tense == .past ? (plural ? "were" : "was") : (plural ? "are" : "is")
        let negation = ending.isNegated ? "not " : ""
        if base.hasPrefix("be ") { return be + " " + negation + base.dropFirst(3) }
        if ending.isAbility { return ending.isNegated ? "cannot " + base : "can " + base }
        if ending.isResult, Self.changes.contains(base) {
            return be + " " + negation + forms.pastParticiple(base)
        }
        if ending.isProgressive || ending.isResult { return be + " " + negation + forms.participle(base) }
        switch (ending.tense, ending.isNegated) {
        case (.past, false): return forms.past(base)
        case (.past, true): return "did not " + base
        case (.future, _): return "will " + negation + base
        case (.present, true): return (plural ? "do" : "does") + " not " + base
        case (.present, false): return plural ? base : forms.thirdPerson(base)
        }
    }
}

extension String {
    var trimmed: String {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
