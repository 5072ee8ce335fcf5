/// Puts the tree into English.
struct Realiser {
    let lexicon: Lexicon
    let forms: VerbForms

    init(lexicon: Lexicon) {
        self.lexicon = lexicon
        forms = VerbForms(irregular: lexicon.irregularVerbs)
    }

    /// How much of a noun phrase to say.
    enum Extent {
        /// With all that the idea says of it.
        case full
        /// Only what one sees in it: number, looks and kind, as a scene's subject.
        case core
    }

    // MARK: Noun phrases

    /// The noun with article, number and modifiers, and the nouns joined to it.
    func noun(_ phrase: NounPhrase, _ extent: Extent = .full) -> String {
        let items = (phrase.others + [phrase]).map { single($0, extent) }
        return Nouns.list(items, conjunction: phrase.conjunction)
    }

    /// One noun without the nouns joined to it.
    func single(_ phrase: NounPhrase, _ extent: Extent) -> String {
        if let clause = phrase.nominalized.first { return verbPhrase(clause, .participle) }
        var parts = NounParts(head: head(of: phrase), isPlural: isPlural(phrase), isFixed: isFixed(phrase))
        parts.plural = phrase.sense?.grammar["plural"]
        for modifier in phrase.modifiers { add(modifier, of: phrase, to: &parts, extent) }
        let core = ([parts.premodifiers, [parts.headText]] as [[String]]).joined().joined(separator: " ")
        let quantified = quantified(core, phrase, parts)
        return ([quantified] + parts.after).joined(separator: " ")
    }

    /// The bare noun in the singular.
    func name(_ phrase: NounPhrase) -> String {
        var premodifiers: [String] = []
        for case .compound(let inner) in phrase.modifiers { premodifiers.append(bare(inner)) }
        return (premodifiers + [head(of: phrase)]).joined(separator: " ")
    }

    /// A noun before another noun: no article, but its own adjectives.
    func bare(_ phrase: NounPhrase) -> String {
        guard phrase.others.isEmpty else {
            var last = phrase
            last.others = []
            return Nouns.list((phrase.others + [last]).map(bare), conjunction: phrase.conjunction)
        }
        var parts = NounParts(head: head(of: phrase), isPlural: false, isFixed: true)
        for modifier in phrase.modifiers { add(modifier, of: phrase, to: &parts, .core) }
        return (parts.premodifiers + [parts.headText]).joined(separator: " ")
    }

    /// The English of the noun alone; what nobody knows is romanised.
    func head(of phrase: NounPhrase) -> String {
        if let clause = phrase.nominalized.first { return forms.participle(english(of: clause)) }
        if let sense = phrase.sense { return sense.english }
        let key = phrase.lexeme.key
        if phrase.lexeme.isVerbatim { return key }
        let other = lexicon.adverbs[key] ?? lexicon.determiners[key] ?? lexicon.counters[key]
        if let other, other.english != "-" { return other.english }
        if KoreanNumber.value(key) != nil, key.utf8.allSatisfy({ $0 < 0x80 }) { return key }
        let isPlace = [.at, .from, .by].contains(phrase.role)
        if phrase.lexeme.isName, !isPlace, let name = Romanization.person(key) { return name }
        return Romanization.romanized(key).capitalizedFirst
    }

    /// Whether the head has no other plural: "scissors", "kimchi", a name.
    private func isFixed(_ phrase: NounPhrase) -> Bool {
        guard let sense = phrase.sense else { return !phrase.lexeme.isPlural }
        return sense.isPluralOnly || sense.isBare || sense.isMass
    }

    func isPlural(_ phrase: NounPhrase) -> Bool {
        if let count = phrase.count { return count.value != 1 }
        if phrase.lexeme.isPlural || phrase.sense?.isPluralOnly == true { return true }
        if phrase.sense?.grammar.has("pair") == true { return true }
        return phrase.modifiers.contains { modifier in
            if case .genitive(let owner) = modifier { return owner.sense?.kind == .group }
            guard case .determiner(let lexeme) = modifier else { return false }
            return lexicon.determiners[lexeme.key]?.grammar.has("plural") == true
        }
    }

    /// Whether the verb of this subject stands in the plural.
    func takesPluralVerb(_ phrase: NounPhrase) -> Bool { !phrase.others.isEmpty || isPlural(phrase) }

    private func quantified(_ core: String, _ phrase: NounPhrase, _ parts: NounParts) -> String {
        if let count = phrase.count { return counted(core, count, isMass: phrase.sense?.isMass == true) }
        if let determiner = parts.determiner { return determiner.isEmpty ? core : determiner + " " + core }
        guard let sense = phrase.sense else { return core }
        if sense.isDefinite { return "the " + core }
        if parts.isPlural || sense.isMass || sense.isBare || sense.isPluralOnly { return core }
        return Nouns.withArticle(core)
    }

    private func counted(_ core: String, _ count: Count, isMass: Bool) -> String {
        let amount = count.value.map(KoreanNumber.english) ?? count.amount ?? ""
        if let unit = count.unit {
            let units = count.value == 1 ? unit : Nouns.plural(unit)
            return (count.value == 1 ? Nouns.withArticle(unit) : amount + " " + units) + " of " + core
        }
        if count.value == 1 { return isMass ? core : Nouns.withArticle(core) }
        return amount + " " + core
    }

    private func add(
        _ modifier: Modifier, of phrase: NounPhrase, to parts: inout NounParts, _ extent: Extent
    ) {
        switch modifier {
        case .determiner(let lexeme): add(lexeme, to: &parts)
        case .compound(let inner): addCompound(inner, to: &parts)
        case .genitive(let owner): addGenitive(owner, of: phrase, to: &parts)
        case .inscription(let quote):
            if extent == .full { parts.after.append("that reads \"\(quote.key)\"") }
        case .located(let inner): if extent == .full { parts.after.append(located(inner)) }
        case .excluded(let inner, let asking):
            guard extent == .full else { return }
            let isWorn = asking == .without && phrase.sense?.kind.isAnimate == true
            parts.after.append(asking == .not ? "that is not " + noun(inner) : without(inner, alone: isWorn))
        case .clause(let clause):
            switch attachment(of: clause, to: phrase) {
            case .before(let text, let order): parts.adjectives.append((order, text))
            case .after(let text, let isLook):
                if extent == .full || isLook { parts.after.append(text) }
            case .none: break
            }
        }
    }

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

    private func excluded(_ phrase: NounPhrase) -> String {
        let sense = phrase.sense
        let isMass = sense == nil || sense?.isMass == true || sense?.isBare == true
        let name = bare(phrase)
        return isMass || sense?.isPluralOnly == true ? name : Nouns.plural(name)
    }

    private func add(_ determiner: Lexeme, to parts: inout NounParts) {
        if determiner.isVerbatim { return parts.adjectives.append((.quality, determiner.key)) }
        guard let entry = lexicon.determiners[determiner.key] else { return }
        if entry.grammar.has("adjective") {
            parts.adjectives.append((.quality, entry.english))
        } else {
            parts.determiner = entry.english == "-" ? nil : entry.english
        }
    }

    private func addCompound(_ inner: NounPhrase, to parts: inout NounParts) {
        if let count = inner.count, inner.lexeme.isVerbatim {
            let number = count.value.map(KoreanNumber.english) ?? count.amount ?? ""
            parts.adjectives.append((.size, number + "-" + head(of: inner)))
        } else if inner.sense?.grammar.has("age") == true {
            parts.after.append("in \(Self.possessive(of: parts.head)) \(head(of: inner))")
        } else if inner.sense?.kind == .color {
            parts.adjectives.append((.color, bare(inner)))
        } else if parts.head.hasSuffix(" of") {
            // A word of quantity, such as 떼: "a herd of elephants".
            parts.headSuffix = " " + (inner.sense?.isMass == true ? bare(inner) : Nouns.plural(bare(inner)))
        } else if inner.relation != nil {
            parts.after.append(located(inner))
        } else {
            parts.compounds.append(bare(inner))
        }
    }

    private func addGenitive(_ owner: NounPhrase, of phrase: NounPhrase, to parts: inout NounParts) {
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
        } else if owner.sense?.kind.isAnimate == true {
            let name = noun(owner, .core)
            parts.determiner = name + (name.hasSuffix("s") ? "'" : "'s")
        } else if let kind = owner.sense?.kind, kind.isPlace, phrase.sense?.kind.isAnimate == true {
            parts.after.append("in \(noun(owner))")
        } else {
            parts.after.append("of \(noun(owner))")
        }
    }

    /// "under a tree", "three years ago".
    func located(_ phrase: NounPhrase) -> String {
        let relation = phrase.relation ?? phrase.sense?.preposition ?? "in"
        if relation == "for", let clause = phrase.nominalized.first {
            return "to " + verbPhrase(clause, .infinitive)
        }
        if ["ago", "later"].contains(relation) { return noun(phrase) + " " + relation }
        return relation == "-" || relation.isEmpty ? noun(phrase) : relation + " " + noun(phrase)
    }

    private static func possessive(of head: String) -> String {
        let last = head.split(separator: " ").last ?? ""
        if ["woman", "girl", "lady", "mother", "mom", "grandmother", "actress"].contains(last) {
            return "her"
        }
        return ["man", "boy", "father", "dad", "grandfather", "gentleman"].contains(last) ? "his" : "their"
    }
}

extension String {
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
