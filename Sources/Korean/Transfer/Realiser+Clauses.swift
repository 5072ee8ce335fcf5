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
        let english = clause.sense?.english ?? Romanization.romanized(clause.lexeme.key)
        guard let owner = clause.owner, english.contains("one's") else { return english }
        return english.replacing("one's", with: owner)
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
        if let change = change(argument, in: clause) { return .inside(change) }
        if let subject = clause.subject, subject.lexeme.start == argument.lexeme.start { return .subject }
        if let relation = argument.relation {
            if relation == "on" { argument.relation = sense?.grammar["위"] ?? relation }
            let text = located(argument)
            return argument.isSpatial ? .adjunct(.place, text) : .inside(text)
        }
        if var preposition = sense?.preposition(for: argument.role.rawValue) {
            // 교실에 앉아 있는: one sits on a bench, but in a classroom.
            if preposition == "on", let noun = argument.sense,
                [.place, .building, .event].contains(noun.kind)
            {
                preposition = noun.preposition
            }
            // 바닥에서 논다: one plays in a park, but on the floor.
            if preposition == "in", argument.sense?.grammar["prep"] == "on" { preposition = "on" }
            // 빗속을 걷다: one walks in the rain.
            if ["along", "through"].contains(preposition), let kind = argument.sense?.kind,
                [.weather, .abstract, .mood].contains(kind)
            {
                preposition = "in"
            }
            return .inside(joined(preposition, noun(argument)))
        }
        switch argument.role {
        case .object, .none, .complement: return .inside(noun(argument))
        case .topic: return clause.argument(.object) == nil ? .inside(noun(argument)) : .unsaid
        case .quoted: return .inside((isSilent(clause) ? "saying " : "") + "\"\(argument.lexeme.key)\"")
        default: return adjunct(argument, in: clause)
        }
    }

    /// 밤에서 낮으로 바뀌는: "from night to day".
    private func change(_ argument: NounPhrase, in clause: Clause) -> String? {
        guard [.from, .by].contains(argument.role), let from = clause.argument(.from),
            let goal = clause.argument(.by), from.sense?.kind == .time, goal.sense?.kind == .time,
            from.relation == nil, goal.relation == nil
        else { return nil }
        return (argument.role == .from ? "from " : "to ") + bare(argument)
    }

    /// 웃는다, with words that are said: the verb itself says nothing.
    private func isSilent(_ clause: Clause) -> Bool {
        clause.subject?.sense?.kind.isAnimate == true && clause.sense?.isIntransitive == true
            && !Parser.speech.contains(clause.lexeme.key)
    }

    private func adjunct(_ argument: NounPhrase, in clause: Clause) -> Placement {
        let kind = argument.sense?.kind
        let slot: Slot = kind?.slot ?? .place
        let isMotion = clause.sense?.grammar.has("motion") == true
        let text = noun(argument)
        switch argument.role {
        case .at where kind == .time:
            return .adjunct(.time, joined(argument.sense?.preposition ?? "at", text))
        case .at where kind == .food && ["eat", "drink", "have"].contains(clause.sense?.english):
            // 파전에 막걸리를 마시는.
            return .inside("with " + text)
        case .at where isMotion: return .inside("to " + text)
        case .at where argument.isMeasure: return .inside("in " + text)
        case .from where clause.argument(.until) != nil || isMotion && clause.argument(.by) != nil:
            return .adjunct(slot, "from " + text)
        case .at, .from: return .adjunct(slot, joined(argument.sense?.preposition ?? "in", text))
        case .by: return means(argument, text, isMotion: isMotion)
        case .being: return .inside("as " + text)
        case .with: return .inside("with " + text)
        case .to: return .inside("to " + text)
        case .like: return .inside("like " + text)
        case .equal: return .inside("as much as " + text)
        case .than: return .inside("than " + text)
        case .until: return kind == .time ? .adjunct(.time, "until " + text) : .inside("to " + text)
        case .since: return kind == .time ? .adjunct(.time, "from " + text) : .inside("from " + text)
        case .each: return .adjunct(.time, "every " + (argument.count == nil ? bare(argument) : text))
        default: return .inside(text)
        }
    }

    /// 로: the way, the goal, the means, or how it is seen.
    private func means(_ argument: NounPhrase, _ text: String, isMotion: Bool) -> Placement {
        let kind = argument.sense?.kind
        if let slot = kind?.slot, slot != .weather, slot != .light {
            guard slot == .camera || slot == .style else { return .adjunct(slot, "in " + text) }
            let isView = ["angle", "view", "perspective"].contains(where: text.hasSuffix)
            return .adjunct(slot, (isView ? "from " : "in ") + Nouns.shot(text))
        }
        if argument.sense?.grammar["prep"] == "-" { return .inside(text) }
        if kind == .abstract, argument.sense?.grammar["prep"] == "at" { return .inside("at " + text) }
        if kind == .vehicle { return .inside("by " + text) }
        if isMotion, let sense = argument.sense {
            if text == "a house" { return .inside("home") }
            if Self.passages.contains(where: sense.english.hasSuffix) { return .inside("through " + text) }
            if sense.kind.isPlace || sense.kind == .event { return .inside("to " + text) }
        }
        return .inside("with " + text)
    }

    private func joined(_ preposition: String, _ text: String) -> String {
        preposition.isEmpty || preposition == "-" ? text : preposition + " " + text
    }

    /// The predicate with its objects and, if asked, where and when it happens; without its subject.
    func verbPhrase(_ clause: Clause, _ form: Form, withAdjuncts: Bool = true) -> String {
        if let caused = caused(clause, form, withAdjuncts: withAdjuncts) { return caused }
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
        let adverbs = adverbs(of: clause, leading: false)
        var words = around(verb(of: clause, form), &inside)
        if inside.isEmpty, case .finite = form { words = words.map(withoutDangling) }
        // "walking slowly along a road", but "slicing bread slowly".
        let isEarly = adverbs.allSatisfy { !$0.contains(" ") } && inside.allSatisfy(startsWithPreposition)
        words += isEarly ? adverbs + inside : inside + adverbs
        words += outside
        if case .participle = form { words = chained(clause, words, withAdjuncts) }
        return Self.smoothed(words.filter { !$0.isEmpty }.joined(separator: " "))
    }

    /// A verb and a noun may bring the same preposition: "walk in into" is "walk into".
    private static func smoothed(_ text: String) -> String {
        var text = text
        for (rough, smooth) in [
            (" in into ", " into "), (" in to ", " into "), (" in in ", " in "), (" onto on ", " onto "),
            (" out out", " out"), (" up up", " up"), (" on on ", " on "), (" out outside", " outside"),
        ] {
            text = text.replacingFirst(rough, with: smooth)
        }
        return text
    }

    /// 뒤를 돌아본다: "looks back", and not "looks back at".
    private func withoutDangling(_ verb: String) -> String {
        verb.hasSuffix(" at") ? String(verb.dropLast(3)) : verb
    }

    private func startsWithPreposition(_ text: String) -> Bool {
        Self.prepositions.contains { text.hasPrefix($0 + " ") }
    }

    private static let prepositions = [
        "in", "on", "at", "to", "through", "along", "from", "with", "into", "over", "under", "by", "for",
        "like",
        "around", "across", "toward", "against", "down", "up", "onto", "past",
    ]

    /// "carrying ~ on her back": the place of the object in the English verb.
    private func around(_ verb: String, _ inside: inout [String]) -> [String] {
        guard let mark = verb.firstRange(of: " ~") else { return [verb] }
        let object = inside.isEmpty ? "" : " " + inside.removeFirst()
        return [verb.replacingCharacters(in: mark, with: object)]
    }

    /// The object comes before everything else.
    private func isNearer(_ left: NounPhrase, _ right: NounPhrase) -> Bool {
        (rank(left), left.lexeme.start) < (rank(right), right.lexeme.start)
    }

    /// The object, then where, then when.
    private func rank(_ argument: NounPhrase) -> Int {
        [.object, .quoted].contains(argument.role) ? 0 : argument.sense?.kind == .time ? 2 : 1
    }

    /// "smiling and walking", "walking after eating".
    func chained(_ clause: Clause, _ words: [String], _ withAdjuncts: Bool) -> [String] {
        var before: [String] = []
        var behind: [String] = []
        for inner in clause.chain {
            let isAlone = inner.ownSubject == nil
            if inner.isSubordinate {
                behind.append(subordinate(inner))
            } else {
                let phrase =
                    isAlone ? verbPhrase(inner, .participle, withAdjuncts: withAdjuncts) : sentence(inner)
                before.append(phrase + " " + inner.conjunction)
            }
        }
        return before + words + behind
    }

    /// "makes a dolphin jump".
    private func caused(_ clause: Clause, _ form: Form, withAdjuncts: Bool) -> String? {
        guard clause.ending.isCaused,
            let causee = clause.argument(.object) == nil
                ? clause.argument(.to) : clause.argument(.to) ?? clause.argument(.object)
        else { return nil }
        var done = clause
        done.ending = Ending()
        done.chain = []
        done.arguments.removeAll { $0.lexeme.start == causee.lexeme.start }
        let words = [
            causing(clause, form), noun(causee), verbPhrase(done, .infinitive, withAdjuncts: withAdjuncts),
        ]
        guard case .participle = form else { return words.joined(separator: " ") }
        return chained(clause, words, withAdjuncts).joined(separator: " ")
    }

    /// "after eating", "to fish", "without stopping", "before the sun rises".
    func subordinate(_ clause: Clause) -> String {
        if clause.isAdjunct, clause.link == "and" || clause.link == "while" { return adjunct(clause) }
        if clause.ownSubject != nil {
            return (clause.link == "to" ? "so that" : clause.link) + " " + sentence(clause)
        }
        if clause.link == "to" {
            return (clause.ending.isNegated ? "not to " : "to ") + verbPhrase(clause, .infinitive)
        }
        if clause.link == "without" {
            var clause = clause
            clause.ending.isNegated = false
            return "without " + verbPhrase(clause, .participle)
        }
        let link = clause.link == "as soon as" ? "right after" : clause.link
        return link + " " + verbPhrase(clause, .participle)
    }

    func adverbs(of clause: Clause, leading: Bool) -> [String] {
        clause.adverbs.compactMap { lexeme in
            let entry = lexicon.adverbs[lexeme.key] ?? lexicon.relations[lexeme.key]
            guard (entry?.grammar.has("degree") == true) == leading, !isRank(lexeme, in: clause) else {
                return nil
            }
            if clause.ending.isNegated, let turned = Self.negated[lexeme.key] {
                return turned.isEmpty ? nil : turned
            }
            let text = entry?.grammar["alone"] ?? entry?.english ?? adverb(lexeme)
            return text == "-" || text.isEmpty
                ? nil : text.replacing("one's", with: clause.owner ?? "their")
        }
    }

    /// Whether a number says how good or how much a quality is: 두 번째로 큰, 두 배로 큰.
    func isRank(_ lexeme: Lexeme, in clause: Clause) -> Bool {
        guard lexeme.isVerbatim, clause.sense?.isAdjective == true else { return false }
        return KoreanNumber.isOrdinal(lexeme.key) || KoreanNumber.isMultiple(lexeme.key)
    }

    /// Adverbs that English says otherwise with a negation; empty for those that are the negation.
    static let negated: [String: String] = [
        "아직": "yet", "아직도": "yet", "더이상": "anymore", "더는": "anymore", "이제": "anymore",
        "절대": "", "절대로": "", "결코": "", "한번도": "", "전혀": "at all",
    ]

    /// An adjective that works as an adverb: 환상적으로.
    private func adverb(_ lexeme: Lexeme) -> String {
        if lexeme.isVerbatim { return lexeme.key }
        // 노랗게 익은: "ripe and yellow", and never "yellowly".
        if let color = lexicon.predicates[lexeme.key]?.first, color.order == .color { return color.english }
        if let entry = lexicon.determiners[lexeme.key] { return entry.english }
        guard let sense = lexicon.predicates[lexeme.key]?.first else {
            if let value = KoreanNumber.value(lexeme.key) { return KoreanNumber.english(value) }
            return Romanization.romanized(lexeme.key)
        }
        return Adverbs.adverb(from: sense.english)
    }
}
