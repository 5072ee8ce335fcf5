extension Realiser {
    /// Where a clause goes that tells more about a noun.
    enum Attachment {
        case before(String, AdjectiveOrder)
        /// Behind the noun; looks belong to the thing itself, as in "with big eyes".
        case after(String, isLook: Bool)
        /// "highest … in the world".
        case around(String, AdjectiveOrder, String)
        case none
    }

    func attachment(of clause: Clause, to head: NounPhrase) -> Attachment {
        let isAhead = clause.ending.isAttempt || clause.ending.isImminent
        if clause.sense?.adjunct != nil, !isAhead, !isOwn(clause, head) {
            let before = clause.chain.isEmpty ? [adjunct(clause)] : chained(clause, [adjunct(clause)], true)
            let words = before.filter { !$0.isEmpty }.joined(separator: " ")
            return words.isEmpty ? .none : .after(words, isLook: false)
        }
        switch clause.lexeme.key {
        case "있다": return existence(clause)
        case "이다": return identity(clause)
        case "같다":
            guard let model = clause.arguments.first else { break }
            return model.sense?.kind == .style
                ? .before(bare(model), .quality) : .after("like " + noun(model), isLook: true)
        default: break
        }
        return clause.sense?.isAdjective == true
            ? quality(clause) : event(clause, head: head)
    }

    /// 내리는 눈: the weather itself falls, and is not "in falling snow".
    private func isOwn(_ clause: Clause, _ head: NounPhrase) -> Bool {
        clause.subject == nil && clause.sense?.slot == .weather
            && clause.sense?.condition.holds { $0 == Role.subject.rawValue ? [head.lexeme.key] : [] } == true
    }

    /// "in the rain", "seen from above", or only what is said with it: "in drone shot".
    func adjunct(_ clause: Clause) -> String {
        if clause.ending.isNegated, let subject = clause.subject, clause.sense?.slot == .weather {
            return without(subject, alone: false)
        }
        var words = [clause.sense?.adjunct].compactMap(\.self).filter { $0 != "-" }
        if clause.ending.isNegated { words.insert("not", at: 0) }
        if clause.sense?.slot == .camera {
            for argument in clause.arguments {
                switch placement(of: argument, in: clause) {
                case .inside(let text), .adjunct(_, let text): words.append(text)
                case .subject, .unsaid: break
                }
            }
        }
        return words.joined(separator: " ")
    }

    /// 가방이 있는: "with a bag"; 해변에 있는: "on a beach".
    private func existence(_ clause: Clause) -> Attachment {
        for argument in clause.arguments {
            switch placement(of: argument, in: clause) {
            case .adjunct(_, let text), .inside(let text): return .after(text, isLook: false)
            case .subject, .unsaid: continue
            }
        }
        return clause.subject.map { .after("with " + noun($0), isLook: true) } ?? .none
    }

    private func identity(_ clause: Clause) -> Attachment {
        guard let complement = clause.argument(.complement) else { return .none }
        if complement.sense?.kind == .color { return .before(bare(complement), .color) }
        if complement.sense?.kind == .style || complement.sense?.kind == .mood {
            return .before(bare(complement), .quality)
        }
        return .after("that is \(clause.ending.isNegated ? "not " : "")\(noun(complement))", isLook: false)
    }

    private func event(_ clause: Clause, head: NounPhrase) -> Attachment {
        if let special = specialEvent(clause, head) { return special }
        if let subject = clause.ownSubject { return ownSubject(clause, subject, head: head) }
        if let relative = relative(clause, head) { return .after(relative, isLook: false) }
        let isFinished = clause.ending.tense == .past && clause.sense?.isState != true
        let isPassive = english(of: clause).hasPrefix("be ")
        let lacksObject = clause.sense?.isIntransitive != true && clause.argument(.object) == nil
        let isAnimate = (head.sense?.kind.isAnimate ?? true) && !isCrafted(clause)
        var phrase = verbPhrase(clause, .participle)
        if head.sense?.kind == .audio && !isMotion(clause)
            || head.sense?.kind == .time && !Self.passing.contains(english(of: clause))
            || Self.perceived.contains(head.sense?.english ?? "")
        {
            return .after("of " + phrase, isLook: true)
        }
        let isObject = lacksObject && !isAnimate && !isPassive && clause.sense?.absorbed == nil
        let isChanged = isChange(english(of: clause)) && clause.argument(.object) == nil
        if isFinished && !isPassive && !isAnimate
            && (isObject || clause.sense?.isIntransitive == true && !isMotion(clause))
            || isChanged && clause.ending.tense == .past
        {
            let form = forms.participle(english(of: clause))
            let finished = result(of: english(of: clause))
            phrase = phrase.replacingFirst(form, with: finished)
        }
        let isSingle = !phrase.contains(" ")
        if isSingle && (!isAnimate || isPassive) { return .before(phrase, .quality) }
        return .after(phrase, isLook: clause.sense?.isState == true && clause.sense?.isIntransitive != true)
    }

    /// 들어온 햇살 still comes in.
    private func isMotion(_ clause: Clause) -> Bool {
        clause.sense?.grammar.has("motion") == true
            || ["come", "come in", "arrive", "go", "pass"].contains(english(of: clause))
    }

    /// What is done to words on a thing, and needs no word in English.
    private static let writing: Set = [
        "be written", "be engraved", "be printed", "be carved", "be drawn", "be marked",
    ]

    /// Times come and go themselves.
    private static let passing: Set = [
        "be visible", "be seen", "arrive", "come", "pass", "begin", "end", "dawn", "come around",
    ]

    /// What a clause before it is the content of: 빵 굽는 냄새.
    private static let perceived: Set = ["smell", "scent", "fragrance", "sound", "noise"]

    /// 할머니가 만든 김치; 아이들이 노는 공원.
    private func ownSubject(_ clause: Clause, _ subject: NounPhrase, head: NounPhrase) -> Attachment {
        let kind = head.sense?.kind
        if clause.sense?.isIntransitive != true, clause.argument(.object) == nil, kind?.isPlace != true,
            kind != .time, !english(of: clause).hasPrefix("be ")
        {
            guard clause.ending.tense == .past else {
                return .after("that " + sentence(clause), isLook: true)
            }
            var passive = clause
            passive.arguments.removeAll { $0.role == .subject || $0.role == .topic }
            let form = forms.participle(english(of: clause))
            let phrase = verbPhrase(passive, .participle)
                .replacingFirst(form, with: forms.pastParticiple(english(of: clause)))
            return .after(phrase + " by " + noun(subject), isLook: true)
        }
        if subject.sense?.kind == .text, Self.writing.contains(english(of: clause)) {
            return .after("with " + noun(subject), isLook: true)
        }
        if kind == .audio || Self.perceived.contains(head.sense?.english ?? "") {
            return .after("of \(noun(subject)) \(verbPhrase(clause, .participle))", isLook: true)
        }
        let isPart = isBodily(subject) && kind?.isPlace != true && kind != .time
        if isPart, clause.ending.tense == .past, isChange(english(of: clause)) {
            return .after("with \(noun(subject)) \(result(of: english(of: clause)))", isLook: true)
        }
        if kind == .body || kind == .clothing || kind == .object || isPart {
            return .after("with \(noun(subject)) \(verbPhrase(clause, .participle))", isLook: true)
        }
        var lasting = clause
        if clause.sense?.isIntransitive == true || english(of: clause).hasPrefix("be ") {
            // 꽃이 핀, 등불이 켜진: what came about is still to be seen.
            lasting.ending.tense = .present
        }
        return .after((kind == .time ? "when " : "where ") + sentence(lasting), isLook: false)
    }

    // MARK: Sentences

    /// Subject and predicate without a full stop; without a subject a participle.
    func sentence(_ clause: Clause) -> String {
        guard let subject = clause.subject else { return verbPhrase(clause, .participle) }
        let weather = clause.chain.filter { $0.isAdjunct && ["and", "while"].contains($0.link) }
        let told = clause.chain.filter { inner in !(inner.isAdjunct && ["and", "while"].contains(inner.link))
        }
        let fronted = told.filter { $0.ownSubject != nil }.map { inner in
            !inner.isSubordinate
                ? "\(sentence(inner)) \(inner.conjunction)" : "\(inner.link) \(sentence(inner)),"
        }
        let isAlone = !clause.chain.contains { $0.ownSubject == nil }
        let main =
            (isAlone ? existential(clause, subject) : nil)
            ?? noun(subject) + " " + predicates(of: clause, plural: takesPluralVerb(subject))
        let around = weather.filter { $0.ownSubject != nil }.map(adjunct)
        return (fronted + [main] + around).joined(separator: " ")
    }

    /// What is to be seen, as one names a picture: "a puppy frolicking".
    func picture(_ clause: Clause) -> String {
        guard let subject = clause.subject, !clause.chain.contains(where: { $0.subject != nil }),
            !["있다", "없다", "이다"].contains(clause.lexeme.key)
        else { return sentence(clause) }
        return noun(subject) + " " + verbPhrase(clause, .participle)
    }

    /// What one subject does in a row: "is standing on a stage and singing".
    func predicates(of clause: Clause, plural: Bool) -> String {
        let ownless = clause.chain.filter { $0.ownSubject == nil }
        var clauses = ownless.filter { !$0.isSubordinate }.map { $0.alike(clause) }
        var last = clause
        last.chain = []
        clauses.append(last)
        var text = ""
        for (index, one) in clauses.enumerated() {
            // One auxiliary is enough for several participles.
            let sharesAuxiliary =
                index > 0 && last.ending.isProgressive && !one.ending.isNegated
                && one.sense?.isAdjective != true
            text += verbPhrase(one, sharesAuxiliary ? .participle : .finite(plural: plural))
            if index < clauses.count - 1 { text += " \(one.conjunction) " }
        }
        return ([text] + ownless.filter(\.isSubordinate).map(subordinate)).joined(separator: " ")
    }

    /// 컵이 있다: "there is a cup on a table".
    private func existential(_ clause: Clause, _ subject: NounPhrase) -> String? {
        let key = clause.lexeme.key
        guard key == "있다" || key == "없다" else { return nil }
        var places = clause.arguments.compactMap { argument -> String? in
            guard case .adjunct(_, let text) = placement(of: argument, in: clause) else { return nil }
            return text
        }
        places += adverbs(of: clause, leading: false)
        let be = takesPluralVerb(subject) ? "are" : "is"
        if key == "없다" {
            return (["there \(be) no \(bare(subject))"] + places).joined(separator: " ")
        }
        if places.isEmpty { return "there \(be) \(noun(subject))" }
        return ([noun(subject), be] + places).joined(separator: " ")
    }
}

extension Clause {
    /// The same aspect as the clause it goes on to: 서서 노래하고 있다 is "is standing and singing".
    func alike(_ clause: Clause) -> Clause {
        var copy = self
        copy.ending.isProgressive = clause.ending.isProgressive
        copy.ending.isResult = clause.ending.isResult
        copy.ending.tense = clause.ending.tense
        return copy
    }
}

extension String {
    func replacingFirst(_ target: String, with replacement: String) -> String {
        guard let range = self.firstRange(of: target) else { return self }
        return replacingCharacters(in: range, with: replacement)
    }

    func firstRange(of target: String) -> Range<String.Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(target) { return start..<index(start, offsetBy: target.count) }
            start = index(after: start)
        }
        return nil
    }

    func replacingCharacters(in range: Range<Index>, with text: String) -> String {
        String(self[..<range.lowerBound]) + text + self[range.upperBound...]
    }
}
