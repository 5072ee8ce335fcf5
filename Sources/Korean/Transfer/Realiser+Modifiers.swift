/// What stands before a noun: other nouns, owners, and what it is without.
extension Realiser {
    /// 박지성 선수: "athlete Park Ji-seong".
    func titled(_ phrase: NounPhrase) -> String? {
        guard phrase.modifiers.count == 1, case .compound(let name) = phrase.modifiers[0], name.lexeme.isName,
            name.sense == nil, phrase.sense?.kind == .person, phrase.count == nil, !phrase.lexeme.isPlural
        else { return nil }
        return head(of: phrase) + " " + head(of: name)
    }

    func addCompound(_ inner: NounPhrase, to parts: inout NounParts) {
        if let count = inner.count, inner.lexeme.isVerbatim {
            let number = count.value.map(KoreanNumber.english) ?? count.amount ?? ""
            parts.adjectives.append((.size, number + "-" + head(of: inner)))
        } else if inner.sense?.grammar.has("age") == true {
            parts.after.append("in \(Self.possessive(of: parts.head)) \(head(of: inner))")
        } else if inner.sense?.kind == .color {
            parts.adjectives.append((.color, bare(inner)))
        } else if let possessive = inner.sense?.grammar["possessive"], inner.modifiers.isEmpty {
            // 내 고양이.
            parts.determiner = possessive
        } else if inner.sense?.isPlaceName == true, parts.isPlaceName {
            parts.after.append("in " + noun(inner))
        } else if inner.lexeme.made?.kind == .time, parts.isTime {
            // 1월 1일 아침: "the morning of January 1".
            parts.after.append("of " + noun(inner))
        } else if parts.head.hasSuffix(" of") {
            // A word of quantity, such as 떼: "a herd of elephants".
            parts.headSuffix = " " + (inner.sense?.isMass == true ? bare(inner) : Nouns.plural(bare(inner)))
        } else if inner.relation != nil {
            parts.after.append(located(inner))
        } else if inner.sense?.kind.isAnimate == true,
            inner.lexeme.isPlural || parts.isBodily && inner.sense?.kind == .person
        {
            // 아빠 어깨.
            let name = noun(inner, .core)
            parts.determiner = name + (name.hasSuffix("s") ? "'" : "'s")
        } else {
            parts.compounds.append(bare(inner))
        }
    }

    func addGenitive(_ owner: NounPhrase, of phrase: NounPhrase, to parts: inout NounParts) {
        if owner.sense?.kind == .group {
            parts.determiner = noun(owner)
        } else if owner.sense?.grammar.has("age") == true {
            parts.after.append("in \(Self.possessive(of: parts.head)) \(head(of: owner))")
        } else if owner.sense?.grammar.has("part") == true {
            parts.determiner = noun(owner) + " of"
        } else if let owner = owner.sense.flatMap({ $0.kind == .time ? owner : nil }),
            let preposition = owner.sense?.preposition, preposition != "-"
        {
            parts.after.append(preposition + " " + noun(owner))
        } else if let possessive = owner.sense?.grammar["possessive"] {
            parts.determiner = possessive
        } else if owner.sense?.kind == .color || owner.sense?.kind == .material || owner.sense?.kind == .style
        {
            parts.adjectives.append((owner.sense?.kind == .color ? .color : .material, bare(owner)))
        } else if owner.count?.lexemes.isEmpty == false, owner.sense == nil {
            parts.adjectives.append((.size, head(of: owner)))
        } else if owner.sense?.preposition == "-" {
            // 창밖의 지구.
            parts.after.append(noun(owner))
        } else if owner.sense?.kind.isAnimate == true, !isBusy(owner) {
            let name = noun(owner, .core)
            parts.determiner = name + (name.hasSuffix("s") ? "'" : "'s")
        } else if Self.impressions.contains(owner.sense?.english ?? "") {
            var owner = owner
            owner.count = owner.count ?? Count(value: 1, lexemes: [])
            owner.sense = owner.sense?.counted
            parts.after.append("with \(noun(owner))")
        } else if owner.sense?.kind == .clothing, phrase.sense?.kind.isAnimate == true {
            // 하얀 옷의 여자.
            parts.after.append("in \(noun(owner))")
        } else if let sense = owner.sense, isWhere(sense, phrase) {
            parts.after.append(sense.preposition + " " + noun(owner))
        } else {
            parts.after.append("of \(noun(owner))")
        }
    }

    /// 차를 마시는 여자의 하루: what somebody does is said behind them.
    private func isBusy(_ owner: NounPhrase) -> Bool {
        owner.modifiers.contains { modifier in
            guard case .clause(let clause) = modifier,
                case .after(_, let isLook) = attachment(of: clause, to: owner)
            else { return false }
            return !isLook
        }
    }

    /// 파리의 카페, 숲의 요정, 골목의 라멘집: the owner is where it is.
    private func isWhere(_ owner: NounSense, _ phrase: NounPhrase) -> Bool {
        guard owner.kind.isPlace, let kind = phrase.sense?.kind else { return false }
        if owner.isPlaceName { return ![.abstract, .text, .group].contains(kind) }
        return kind.isAnimate || owner.kind == .place && kind == .building
    }

    /// What a thing has and is not of: 몽환적인 분위기의 숲.
    static let impressions: Set = [
        "background", "atmosphere", "mood", "feel", "feeling", "vibe", "theme", "ambiance",
        "name", "dialogue", "line", "cry", "word", "words", "greeting",
    ]

    /// "without people"; a person goes "without an umbrella".
    func without(_ phrase: NounPhrase, alone: Bool) -> String {
        let sense = phrase.sense
        if alone, let kind = sense?.kind, kind == .object || kind == .clothing {
            var single = phrase
            single.sense = sense?.grammar.has("pair") == true ? nil : sense
            return "without " + (single.sense == nil ? excluded(phrase) : noun(phrase))
        }
        return "without " + excluded(phrase)
    }

    func excluded(_ phrase: NounPhrase) -> String {
        let sense = phrase.sense
        let isMass = sense == nil || sense?.isMass == true || sense?.isBare == true
        var phrase = phrase
        phrase.count = nil
        if !phrase.others.isEmpty, phrase.conjunction == "and" { phrase.conjunction = "or" }
        let isOwned = phrase.modifiers.contains { if case .genitive = $0 { true } else { false } }
        if isOwned { return noun(phrase, .core) }
        let name = bare(phrase)
        return isMass || sense?.isPluralOnly == true ? name : Nouns.plural(name)
    }

    /// Heads that only stand for what they are not: 학생이 아닌 사람.
    static let general: Set = ["person", "thing", "animal", "place", "human", "someone", "something"]
}
