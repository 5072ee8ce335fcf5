import Domain

/// Brings English wordings of the same into one form: the words that say something, in their order.
///
/// Order tells who does what to whom in English, so nothing is moved.
struct EnglishMeaning {
    private typealias Kinds = EnglishWordKinds

    private struct Item {
        var text: String
        var guardKind: Guard
        /// Says that there are several, without saying how many.
        var isPlural = false
    }

    private var items: [Item] = []
    private var styles: [String] = []
    /// A number or quantity that waits for its noun.
    private var hasQuantity = false
    /// Whether a noun rather than a verb stands next.
    private var expectsNoun = true

    static func meaning(of text: String) -> Meaning {
        var reader = Self()
        let words = EnglishTokens.words(of: text)
        var index = 0
        while index < words.count { index += reader.take(words[index...]) }
        reader.unifyWearing()
        reader.unifyGround()
        reader.unifyPlaying()
        reader.markPlaces()
        reader.trim()
        return Meaning(
            language: .english, structure: reader.items.map { $0.text + ($0.isPlural ? "+" : "") },
            tokens: reader.items.flatMap(Self.tokens), styles: reader.styles)
    }

    private static func tokens(of item: Item) -> [Meaning.Token] {
        let token = Meaning.Token(text: item.text, guardKind: item.guardKind)
        return item.isPlural
            ? [token, Meaning.Token(text: "several \(item.text)", guardKind: .numbers)] : [token]
    }

    /// Reads the phrase or word that comes next, and returns how many words it took.
    private mutating func take(_ rest: ArraySlice<EnglishTokens.Word>) -> Int {
        guard let first = rest.first else { return 1 }
        for phrase in EnglishSynonyms.phrases[first.text] ?? []
        where rest.count >= phrase.words.count && zip(rest, phrase.words).allSatisfy({ $0.text == $1 }) {
            for word in phrase.canonical.split(separator: " ") { add(EnglishTokens.Word(String(word))) }
            return phrase.words.count
        }
        add(first)
        return 1
    }

    private mutating func add(_ word: EnglishTokens.Word) {
        defer {
            expectsNoun =
                Kinds.determiners.contains(word.text) || Kinds.prepositions.contains(word.text)
                || word.text == "and" && items.dropLast().last.map { isNounLike($0.guardKind) } == true
        }
        guard !Kinds.dropped.contains(word.text) else { return }
        if word.text == "one", expectsNoun || items.isEmpty { return }
        if let number = Kinds.number(word.text) { return addNumber(number) }
        if Kinds.styles.contains(word.text) { return styles.append(word.text) }
        let lemma = EnglishLemma(word.text, mayBeVerb: !expectsNoun)
        let text = EnglishSynonyms.canonical(lemma.text)
        let kind = kind(of: text, word)
        let isPlural = lemma.isPlural && !hasQuantity
        if kind == .numbers {
            hasQuantity = true
        } else if kind == .actions || lemma.isPlural || Kinds.prepositions.contains(text) {
            hasQuantity = false
        }
        items.append(Item(text: text, guardKind: kind, isPlural: isPlural && isNounLike(kind)))
    }

    /// "Twenty five" is one number; "one" before a noun is an article.
    private mutating func addNumber(_ number: Int) {
        if let last = items.last, last.guardKind == .numbers, let tens = Int(last.text), tens >= 20,
            tens % 10 == 0, number < 10
        {
            items[items.count - 1].text = String(tens + number)
        } else {
            items.append(Item(text: String(number), guardKind: .numbers))
        }
        hasQuantity = true
    }

    private func isNounLike(_ kind: Guard) -> Bool {
        [.subjects, .people, .places, .names, .times].contains(kind)
    }

    private func kind(of text: String, _ word: EnglishTokens.Word) -> Guard {
        if Kinds.negations.contains(text) { return .negations }
        if Kinds.quantities.contains(text) || text.first?.isNumber == true { return .numbers }
        if Kinds.colours.contains(text) { return .colours }
        if Kinds.people.contains(text) { return .people }
        if Kinds.times.contains(text) { return .times }
        if Kinds.sides.contains(text) { return .sides }
        if word.isName { return .names }
        if EnglishVerbs.all.contains(text), !expectsNoun { return .actions }
        return .subjects
    }
}

extension EnglishMeaning {
    /// "In a hat", "with a hat" and "wearing a hat" are one.
    private mutating func unifyWearing() {
        for index in items.indices where ["with", "in", "have"].contains(items[index].text) {
            let noun = items[(index + 1)...].prefix(4).first {
                Kinds.prepositions.contains($0.text) || $0.guardKind == .actions || $0.text == "and"
                    || Kinds.clothes.contains($0.text)
            }
            if let noun, Kinds.clothes.contains(noun.text) {
                items[index] = Item(text: "wear", guardKind: .actions)
            }
        }
    }

    /// Running in the grass, on it and through it are one, and so are streets and what one is on.
    private mutating func unifyGround() {
        for index in items.indices {
            let following = items[(index + 1)...].prefix(3).first {
                Kinds.areas.contains($0.text) || Kinds.ways.contains($0.text)
                    || Kinds.prepositions.contains($0.text) || $0.guardKind == .actions || $0.text == "and"
            }
            guard let ground = following?.text else { continue }
            let isSame =
                Kinds.areas.contains(ground) && Kinds.areaPrepositions.contains(items[index].text)
                || Kinds.ways.contains(ground) && Kinds.wayPrepositions.contains(items[index].text)
            if isSame { items[index] = Item(text: "at", guardKind: .places) }
        }
    }

    /// One plays the drum or the drums, does a trick or tricks.
    private mutating func unifyPlaying() {
        for index in items.indices.dropFirst() where ["play", "do"].contains(items[index - 1].text) {
            items[index].isPlural = false
        }
    }

    private mutating func markPlaces() {
        for index in items.indices.dropFirst()
        where ["in", "on", "at"].contains(items[index - 1].text) && items[index].guardKind == .subjects {
            items[index].guardKind = .places
        }
    }

    /// A young child is a child whichever word says young; "and" and commas at the ends join nothing.
    private mutating func trim() {
        for index in items.indices.dropLast()
        where ["young", "small"].contains(items[index].text)
            && ["boy", "girl", "child"].contains(items[index + 1].text)
        {
            items[index] = Item(text: "young", guardKind: .people)
        }
        while let first = items.first, first.text == "and" { items.removeFirst() }
        while let last = items.last, last.text == "and" { items.removeLast() }
    }
}

/// The words of an English text, in lower case, with what capitals say.
enum EnglishTokens {
    struct Word: Hashable {
        let text: String
        /// Written with a capital where no sentence begins.
        let isName: Bool

        init(_ text: String, isName: Bool = false) {
            (self.text, self.isName) = (text, isName)
        }
    }

    static func words(of text: String) -> [Word] {
        var words: [Word] = []
        var letters = ""
        var startsSentence = true
        func end() {
            guard !letters.isEmpty else { return }
            let isCapital =
                letters.first?.isUppercase == true && letters.dropFirst().contains(where: \.isLowercase)
            words += parts(of: letters.lowercased()).map { Word($0, isName: isCapital && !startsSentence) }
            letters = ""
            startsSentence = false
        }
        for character in text.replacing("’", with: "'") {
            if character.isLetter || character.isNumber || character == "'" && !letters.isEmpty {
                letters.append(character)
            } else {
                end()
                if ".!?".contains(character) { startsSentence = true }
            }
        }
        end()
        return words
    }

    /// "Don't" says not, "man's" says man, "it's" may say "its".
    private static func parts(of word: String) -> [String] {
        if word.hasSuffix("n't") { return [String(word.dropLast(3)), "n't"] }
        if word.hasSuffix("'s") { return [String(word.dropLast(2))] }
        return [word.filter { $0 != "'" }].filter { !$0.isEmpty }
    }
}
