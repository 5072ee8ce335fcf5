import Domain

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
        if let titled = titled(phrase) { return titled }
        let isGathered = phrase.count?.unit.map(Self.gatherings.contains) == true
        var parts = NounParts(
            head: head(of: phrase), isPlural: isPlural(phrase) || isGathered, isFixed: isFixed(phrase))
        parts.plural = phrase.sense?.grammar["plural"]
        parts.isTime = phrase.sense?.kind == .time
        parts.isBodily = phrase.sense?.kind == .body
        parts.isPlaceName = phrase.sense?.isPlaceName == true
        for modifier in phrase.modifiers { add(modifier, of: phrase, to: &parts, extent) }
        let core = (parts.premodifiers + [parts.headText]).filter { !$0.isEmpty }.joined(separator: " ")
        let quantified = parts.isNamed ? core : quantified(core, phrase, parts)
        return ([parts.instead, quantified].compactMap(\.self) + parts.after).joined(separator: " ")
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
        return (parts.premodifiers + [parts.headText]).filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// The English of the noun alone; what nobody knows is romanised.
    func head(of phrase: NounPhrase) -> String {
        if let clause = phrase.nominalized.first {
            let english = english(of: clause)
            return clause.certainty == .notUnderstood ? english : forms.participle(english)
        }
        if let sense = phrase.sense { return sense.english }
        let key = phrase.lexeme.key
        if phrase.lexeme.isVerbatim { return key }
        let other = lexicon.adverbs[key] ?? lexicon.determiners[key] ?? lexicon.counters[key]
        if let other, other.english != "-" { return other.english }
        if let value = KoreanNumber.value(key) {
            return key.utf8.allSatisfy { $0 < 0x80 } ? key : KoreanNumber.english(value)
        }
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
        if let owner = phrase.owner, parts.determiner == nil { return owner + " " + core }
        if let determiner = parts.determiner { return determiner.isEmpty ? core : determiner + " " + core }
        guard let sense = phrase.sense else { return core }
        if sense.isDefinite { return "the " + core }
        if parts.isPlural || sense.isMass || sense.isBare || sense.isPluralOnly { return core }
        return Nouns.withArticle(core)
    }

    private func counted(_ core: String, _ count: Count, isMass: Bool) -> String {
        if let degree = count.degree {
            var plain = count
            plain.degree = nil
            return degree + " " + counted(core, plain, isMass: isMass)
        }
        let amount = count.value.map(KoreanNumber.english) ?? count.amount ?? ""
        let isSheet = isMass && count.lexemes.last?.key == "장"
        if let unit = count.unit ?? (isSheet ? "sheet" : isMass && count.value != 1 ? "piece" : nil) {
            let units = count.value == 1 ? unit : Nouns.plural(unit)
            return (count.value == 1 ? Nouns.withArticle(unit) : amount + " " + units) + " of " + core
        }
        if count.value == 1 { return isMass ? core : Nouns.withArticle(core) }
        return amount + " " + core
    }

    /// Units of which English names the things in the plural: "a bunch of flowers".
    private static let gatherings: Set = [
        "bunch", "pair", "drop", "basket", "box", "bag", "pile", "bundle", "handful", "fistful", "set", "row",
        "bucket", "truckload", "pack",
    ]

    private func add(
        _ modifier: Modifier, of phrase: NounPhrase, to parts: inout NounParts, _ extent: Extent
    ) {
        switch modifier {
        case .determiner(let lexeme): add(lexeme, to: &parts)
        case .compound(let inner): addCompound(inner, to: &parts)
        case .genitive(let owner): addGenitive(owner, of: phrase, to: &parts)
        case .inscription(let quote):
            guard extent == .full else { return }
            parts.after.append(reading(quote, phrase, parts) + "\"\(quote.key)\"")
        case .located(let inner):
            if extent == .full || inner.relation == "with" { parts.after.append(located(inner)) }
        case .excluded(let inner, let asking):
            guard extent == .full else { return }
            add(inner, excludedAs: asking, of: phrase, to: &parts)
        case .clause(let clause):
            switch attachment(of: clause, to: phrase) {
            case .before(let text, let order): parts.adjectives.append((order, text))
            case .after(let text, let isLook):
                if extent == .full || isLook { parts.after.append(text) }
            case .around(let text, let order, let place):
                parts.adjectives.append((order, text))
                if extent == .full { parts.after.append(place) }
            case .none: break
            }
            if isSuperlative(clause), clause.subject == nil { parts.determiner = parts.determiner ?? "the" }
        }
    }

    /// "not a puppy but a cat", "that is neither a cat nor a dog", "without people".
    private func add(
        _ inner: NounPhrase, excludedAs asking: Exclusion, of phrase: NounPhrase, to parts: inout NounParts
    ) {
        switch asking {
        case .hardly: parts.after.append("with almost no " + excluded(inner))
        case .without:
            let isWorn = phrase.sense?.kind.isAnimate == true
            parts.after.append(without(inner, alone: isWorn))
        case .not where !inner.others.isEmpty:
            let items = (inner.others + [inner]).map { single($0, .full) }
            parts.after.append("that is neither " + items.joined(separator: " nor "))
        case .not where Self.general.contains(parts.head): parts.after.append("that is not " + noun(inner))
        case .not: parts.instead = "not " + noun(inner) + " but"
        }
    }

    /// A sign "that reads" it, a song "called" so.
    private func reading(_ quote: Lexeme, _ phrase: NounPhrase, _ parts: NounParts) -> String {
        if Self.impressions.contains(parts.head) { return "" }
        if phrase.isCalled { return phrase.isSpeaker(of: quote) ? "saying " : "called " }
        return parts.isPlural ? "that read " : "that reads "
    }

    private func add(_ determiner: Lexeme, to parts: inout NounParts) {
        let entry = lexicon.determiners[determiner.key]
        if let word = determiner.isVerbatim ? determiner.key : entry?.english, KoreanNumber.isOrdinal(word) {
            parts.determiner = "the " + word
            return
        }
        if determiner.isVerbatim, determiner.key.hasPrefix("looking ") {
            return parts.after.append(determiner.key)
        }
        if determiner.isVerbatim { return parts.adjectives.append((.quality, determiner.key)) }
        guard let entry else {
            return parts.adjectives.append((.quality, Romanization.romanized(determiner.key)))
        }
        if entry.grammar.has("adjective") {
            parts.adjectives.append((.quality, entry.english))
        } else {
            parts.determiner = entry.english == "-" ? nil : entry.english
        }
    }

    /// "under a tree", "three years ago".
    func located(_ phrase: NounPhrase) -> String {
        let relation = phrase.relation ?? phrase.sense?.preposition ?? "in"
        if relation == "for", let clause = phrase.nominalized.first {
            return "to " + verbPhrase(clause, .infinitive)
        }
        if let clause = phrase.nominalized.first, clause.ownSubject != nil,
            ["before", "after", "until"].contains(relation)
        {
            return relation + " " + sentence(clause)
        }
        if relation == "between", phrase.count == nil, phrase.others.isEmpty, !isPlural(phrase) {
            return passage(phrase)
        }
        if ["ago", "later"].contains(relation) { return noun(phrase) + " " + relation }
        return relation == "-" || relation.isEmpty ? noun(phrase) : relation + " " + noun(phrase)
    }

    /// 문 사이로 is "through a door", 산호초 사이를 "among coral reefs".
    private func passage(_ phrase: NounPhrase) -> String {
        if Self.passages.contains(where: head(of: phrase).hasSuffix) { return "through " + noun(phrase) }
        var all = phrase
        all.lexeme.isPlural = true
        return "among " + noun(all)
    }

    /// What one goes through.
    static let passages = ["window", "door", "gap", "hole", "crack", "gate", "curtain", "curtains", "tunnel"]

    static func possessive(of head: String) -> String {
        let last = head.split(separator: " ").last ?? ""
        if [
            "woman", "girl", "lady", "mother", "mom", "grandmother", "actress", "princess", "queen",
            "daughter",
            "sister", "bride", "wife", "aunt", "mermaid", "witch", "waitress", "ballerina", "nun", "niece",
            "granddaughter", "schoolgirl", "goddess", "stewardess",
        ].contains(last) {
            return "her"
        }
        return [
            "man", "boy", "father", "dad", "grandfather", "gentleman", "prince", "king", "son", "brother",
            "groom", "husband", "uncle", "monk", "waiter", "nephew", "grandson", "fisherman", "fireman",
            "policeman", "salesman", "businessman", "schoolboy", "emperor",
        ].contains(last) ? "his" : "their"
    }
}

extension String {
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
