/// Builds clauses and noun phrases out of words.
///
/// Korean puts every modifier before its head, so one pass with a stack of what still waits for its head
/// is enough.
struct Parser {
    enum Item {
        case noun(NounPhrase)
        case modifier(Modifier)
        case adverb(Lexeme)
        case chain(Clause)
        case number(Lexeme)
    }

    let lexicon: Lexicon
    let words: [Word]
    var pending: [Item] = []
    var statements: [Statement] = []
    /// The word in hand, for looking ahead.
    var position = 0

    static func statements(of words: [Word], lexicon: Lexicon) -> [Statement] {
        var parser = Parser(lexicon: lexicon, words: words)
        for index in words.indices {
            parser.position = index
            parser.add(words[index])
        }
        parser.flush()
        return parser.statements
    }

    private mutating func add(_ word: Word) {
        switch word.kind {
        case .noun: addNoun(word)
        case .predicate: addPredicate(word)
        case .determiner: pending.append(.modifier(.determiner(word.lexeme)))
        case .number: pending.append(.number(word.lexeme))
        case .counter: addCounter(word)
        case .relation: addRelation(word)
        case .adverb where word.lexeme.key == "배경으로" && pushBackdrop(word): break
        case .adverb: pending.append(.adverb(word.lexeme))
        case .quote: addQuote(word)
        case .comma: endFragment()
        case .stop: flush()
        case .conjunction: addConjunction(word)
        case .symbol, .filler: break
        }
    }

    // MARK: Nouns

    private mutating func addNoun(_ word: Word) {
        if addWhole(word) || addHeadline(word) { return }
        var phrase = NounPhrase(word)
        absorbModifiers(into: &phrase)
        push(phrase)
    }

    /// Takes everything from the top of the stack that can only belong to this noun.
    func isCompound(_ before: NounPhrase, with phrase: NounPhrase) -> Bool {
        guard before.role == .none, !before.endsFragment, before.relation == nil else { return false }
        let senses = lexicon.nouns[before.lexeme.key] ?? []
        if senses.first?.grammar.has("adverbial") == true { return false }
        return !isMoment(before) || [.time, .weather, .frame].contains(kind(of: phrase) ?? .object)
    }

    /// 비 오는 날 창가에서: a time with a clause of its own is no part of the next noun.
    private func isMoment(_ phrase: NounPhrase) -> Bool {
        ["날", "순간"].contains(phrase.lexeme.key)
            && phrase.modifiers.contains { if case .clause = $0 { true } else { false } }
    }

    mutating func absorbModifiers(into phrase: inout NounPhrase) {
        while let last = pending.last {
            switch last {
            case .modifier(.excluded) where phrase.role == .excluded: return
            case .modifier(let modifier): phrase.modifiers.insert(modifier, at: 0)
            case .number(let number): phrase.count = count(number, counter: nil)
            case .adverb(let adverb) where phrase.count != nil && Self.measuring.contains(adverb.key):
                phrase.count?.degree = lexicon.adverbs[adverb.key]?.english
            case .noun(let before)
            where before.role == .none && before.relation != nil && !before.endsFragment:
                phrase.modifiers.insert(.located(before), at: 0)
            case .noun(let before) where isCompound(before, with: phrase):
                hoist(before, into: &phrase)
            default: return
            }
            pending.removeLast()
        }
    }

    /// Adverbs that belong to a number: 최소 다섯 마리의 고양이.
    private static let measuring: Set = ["정확히", "최소", "최소한", "적어도", "최대", "겨우", "거의", "오직"]

    /// What stands before a compound tells more about its head: 길에 있는 산 마을.
    private func hoist(_ before: NounPhrase, into phrase: inout NounPhrase) {
        if kind(of: phrase) == .frame, let sort = kind(of: before), Self.backdrops.contains(sort) {
            // 유령들이 파티하는 할로윈 영상: the video shows it.
            var inner = before
            inner.modifiers.removeAll { if case .clause = $0 { true } else { false } }
            let clauses = before.modifiers.filter { if case .clause = $0 { true } else { false } }
            return phrase.modifiers.insert(contentsOf: clauses + [.compound(inner)], at: 0)
        }
        guard kind(of: phrase) != .frame, !shows(before, by: phrase) else {
            return phrase.modifiers.insert(.compound(before), at: 0)
        }
        var inner = before
        if !inner.lexeme.isVerbatim, phrase.count == nil {
            (phrase.count, inner.count) = (inner.count, nil)
        }
        // 빨간 사과와 초록 사과: the apple is joined, not the colour.
        if [.color, .material].contains(kind(of: inner) ?? .object) {
            phrase.others = inner.others + phrase.others
            inner.others = []
        }
        let modifiers = inner.modifiers
        inner.modifiers = modifiers.filter { if case .compound = $0 { true } else { false } }
        phrase.modifiers.insert(.compound(inner), at: 0)
        phrase.modifiers.insert(
            contentsOf: modifiers.filter { if case .compound = $0 { false } else { true } }, at: 0)
    }

    /// Sorts of nouns that say what a video is like and not what it shows.
    private static let backdrops: Set<NounKind> = [.time, .style, .mood]

    /// 바리스타 클로즈업: a camera word and what it shows.
    private func shows(_ before: NounPhrase, by phrase: NounPhrase) -> Bool {
        kind(of: phrase) == .camera && kind(of: before)?.isVisible == true
    }

    mutating func push(_ phrase: NounPhrase) {
        var phrase = phrase
        joinList(&phrase)
        switch phrase.role {
        case _ where phrase.isAttributive && ![.none, .of].contains(phrase.role):
            phrase.relation = phrase.relation ?? Self.attributions[phrase.role]
            phrase.isSpatial = [.at, .from].contains(phrase.role)
            pending.append(.modifier(.located(phrase)))
        case .of:
            let modifier: Modifier = phrase.relation == nil ? .genitive(phrase) : .located(phrase)
            pending.append(.modifier(modifier))
        case .excluded: pending.append(.modifier(.excluded(phrase, asking: phrase.exclusion)))
        default: pending.append(.noun(phrase))
        }
    }

    /// What 와의, 로서의 and the like are before a noun.
    private static let attributions: [Role: String] = [
        .with: "with", .being: "as", .by: "to", .until: "up to", .since: "from", .to: "to",
    ]

    /// Joins 개와 + 고양이가, and 개, 고양이가, when both are of one sort.
    private mutating func joinList(_ phrase: inout NounPhrase) {
        while case .noun(let before)? = pending.last, before.relation == nil,
            before.role == .with
                || (before.endsFragment && phrase.role != .none && before.role == .none
                    && (phrase.role != .excluded || areTexts(before, phrase)))
                || before.isFocus && phrase.isFocus,
            isAlike(before, phrase) || before.role == .with && phrase.role == .none && endsStatement
        {
            phrase.others.insert(contentsOf: before.others + [before], at: 0)
            phrase.conjunction = before.conjunction
            pending.removeLast()
        }
    }

    /// 산호초와 열대어, …: nothing comes that one of them could do with the other.
    private var endsStatement: Bool {
        guard words.indices.contains(position + 1) else { return true }
        return [.comma, .stop].contains(words[position + 1].kind)
    }

    /// 글자, 자막 없이; but 커플, 사람 없이 leaves the couple.
    private func areTexts(_ left: NounPhrase, _ right: NounPhrase) -> Bool {
        kind(of: left) == .text && kind(of: right) == .text
    }

    func kind(of phrase: NounPhrase) -> NounKind? {
        phrase.lexeme.made?.kind ?? kind(of: phrase.lexeme.key)
    }

    /// The sort of thing that a noun usually names.
    func kind(of noun: String) -> NounKind? {
        guard let senses = lexicon.nouns[noun] else { return nil }
        return (senses.first { $0.condition.isEmpty } ?? senses.first)?.kind
    }

    private func isAlike(_ left: NounPhrase, _ right: NounPhrase) -> Bool {
        let first = kind(of: left) ?? .person
        let second = kind(of: right) ?? .person
        if first.slot != nil || second.slot != nil || first == .frame || second == .frame {
            return first == second
        }
        return first.isAnimate == second.isAnimate && first.isPlace == second.isPlace
    }

    // MARK: Numbers

    func count(_ number: Lexeme, counter: Lexeme?) -> Count {
        let unit = counter.flatMap { lexicon.counters[$0.key]?.english }
        return Count(
            value: KoreanNumber.value(number.key), amount: KoreanNumber.amount(number.key),
            unit: unit == "-" ? nil : unit, lexemes: [number] + (counter.map { [$0] } ?? []))
    }

    /// 강아지 세 마리가: the count goes to the noun before; 세 마리의 강아지: to the noun behind.
    private mutating func addCounter(_ word: Word) {
        guard case .number(let number)? = pending.last else { return addNoun(word) }
        pending.removeLast()
        var word = word
        // 두 분 are people, 2분 and 이 분 are minutes.
        if word.lexeme.key == "분", KoreanNumber.isNative(number.key) { word.lexeme.key = "명" }
        let count = count(number, counter: word.lexeme)
        if word.lexeme.key == "번째", let value = count.value {
            return pending.append(.modifier(.determiner(ordinal(value, number, word.lexeme))))
        }
        if lexicon.counters[word.lexeme.key]?.grammar["kind"] == "time" {
            var phrase = NounPhrase(word)
            phrase.lexeme.key = count.unit ?? word.lexeme.key
            phrase.lexeme.isVerbatim = true
            phrase.lexeme.isPlural = count.value != 1
            phrase.count = Count(value: count.value, amount: count.amount, lexemes: [number])
            return push(phrase)
        }
        // 사람이 한 명도 없는: none at all, said by the predicate.
        if case .noun(let before)? = pending.last, count.value == 1, word.particle.hasPrefix("도"),
            [.subject, .topic, .object].contains(before.role)
        {
            return
        }
        if case .noun(var before)? = pending.last, before.role == .none, !before.endsFragment {
            pending.removeLast()
            before.count = count
            before.role = word.role
            return push(before)
        }
        if word.role == .of || word.particle.isEmpty {
            pending.append(.number(number))
        } else {
            // 한 명은, 두 마리가: the counter says what sort of thing.
            var phrase = NounPhrase(word)
            phrase.count = count
            let sorts = ["명": "사람", "분": "사람", "인": "사람", "사람": "사람", "마리": "동물"]
            phrase.lexeme.key = sorts[word.lexeme.key] ?? "것"
            push(phrase)
        }
    }

    /// 두 번째: "second".
    private func ordinal(_ value: Int, _ number: Lexeme, _ counter: Lexeme) -> Lexeme {
        Lexeme(
            key: KoreanNumber.ordinal(value), text: number.text + counter.text, start: number.start,
            end: counter.end, isVerbatim: true)
    }

    // MARK: The rest

    private mutating func addQuote(_ word: Word) {
        // 로고 텍스트 "SEOUL"이: the words are those of the noun before them.
        if case .noun(var carrier)? = pending.last, carrier.role == .none, !carrier.endsFragment,
            carrier.relation == nil, [.subject, .object, .topic].contains(word.role)
        {
            pending.removeLast()
            carrier.modifiers.append(.inscription(word.lexeme))
            carrier.role = word.role
            return push(carrier)
        }
        pending.append(.modifier(.inscription(word.lexeme)))
    }

    private mutating func addConjunction(_ word: Word) {
        guard case .noun(var before)? = pending.last, before.role == .none,
            ["및", "그리고", "또는", "혹은"].contains(word.lexeme.key)
        else { return }
        before.role = .with
        before.conjunction = ["또는", "혹은"].contains(word.lexeme.key) ? "or" : "and"
        pending[pending.count - 1] = .noun(before)
    }

    private mutating func endFragment() {
        let isInscribed = inscribe()
        if stateTopic() { return }
        if isInscribed, case .noun(let carrier)? = pending.last {
            // 간판에 "서울", 문에 "영업중".
            pending.removeLast()
            return statements.append(.nominal(carrier))
        }
        if case .adverb(let manner)? = pending.last, manner.isVerbatim, manner.key.hasPrefix("without ") {
            // 무섭지 않게, …: a wish of its own.
            pending.removeLast()
            return statements.append(.nominal(NounPhrase(Word(kind: .adverb, lexeme: manner))))
        }
        guard case .noun(var before)? = pending.last else { return }
        before.endsFragment = true
        pending[pending.count - 1] = .noun(before)
    }
}
