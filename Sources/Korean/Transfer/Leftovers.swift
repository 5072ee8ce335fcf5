import Domain

/// Finds the words of an idea that its English does not say.
///
/// The parser does not see through every sentence. Whatever it drops is named all the same, so that no
/// word of an idea disappears silently.
struct Leftovers {
    let realiser: Realiser
    /// First bytes of the nouns that an English verb says already, such as 춤 in 춤을 추다.
    let absorbed: Set<Int>

    /// A content word without a place, and its English.
    struct Leftover {
        let word: Word
        let phrase: Phrase
        let kind: NounKind?
        var isExcluded = false
    }

    /// The nouns, numbers and predicates that no form of is in the English.
    func missing(from english: String, words: [Word], phrases: [Phrase]) -> [Leftover] {
        let tokens = english.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        let said = Set(tokens)
        let byStart = Dictionary(phrases.map { ($0.source?.start ?? -1, $0) }) { first, _ in first }
        let isInscribed = words.contains { $0.kind == .quote }
        let negations = Negations(words, in: tokens)
        return words.indices.compactMap { index in
            let word = words[index]
            // "that reads" says it already.
            if absorbed.contains(word.lexeme.start) { return nil }
            if isInscribed, Self.writing.contains(word.lexeme.key) { return nil }
            guard let phrase = byStart[word.lexeme.start] else { return nil }
            if negations.lack(word, phrase.text), !Self.empty.contains(word.lexeme.key) {
                let text = Phrase("not " + phrase.text, source: phrase.source, certainty: phrase.certainty)
                return Leftover(word: word, phrase: text, kind: nil)
            }
            if word.lexeme.isVerbatim || word.lexeme.made != nil {
                return isFigureSaid(word, phrase.text, english)
                    ? nil : Leftover(word: word, phrase: phrase, kind: word.lexeme.made?.kind)
            }
            guard isContent(word) else { return nil }
            let kind = realiser.lexicon.nouns[word.lexeme.key]?.first?.kind
            guard kind != .frame, !isSaid(phrase.text, word, said) else { return nil }
            guard Self.isExcluded(index, words) else {
                return Leftover(word: word, phrase: phrase, kind: kind)
            }
            let text = phrase.text.isEmpty ? "" : "without " + phrase.text
            return Leftover(
                word: word, phrase: Phrase(text, source: phrase.source, certainty: phrase.certainty),
                kind: kind,
                isExcluded: true)
        }
    }

    /// Latin words, figures and dates stand as they are.
    private func isFigureSaid(_ word: Word, _ text: String, _ english: String) -> Bool {
        guard [.noun, .adverb, .determiner].contains(word.kind) else { return true }
        return text.isEmpty || english.lowercased().contains(text.lowercased())
    }

    private static func isExcluded(_ index: Int, _ words: [Word]) -> Bool {
        let word = words[index]
        if [Role.excluded.rawValue, "말고"].contains(word.particle) { return true }
        let next = words.indices.contains(index + 1) ? words[index + 1] : nil
        return word.kind == .noun && next?.lexeme.key == "없다" && next?.ending.isNegated == false
    }

    private static let writing: Set = ["쓰다", "적다", "쓰이다", "적히다", "새기다", "새겨지다", "표시되다"]

    private static let empty: Set = [
        "있다", "없다", "이다", "아니다", "하다", "되다", "같다", "많다", "것", "오다", "가다", "보다", "주다", "때문",
    ]

    private func isContent(_ word: Word) -> Bool {
        let key = word.lexeme.key
        let isSmall = Self.empty.contains(key) || realiser.lexicon.postpositions[key] != nil
        switch word.kind {
        case .noun:
            // 슬로 모션으로 촬영.
            if word.particle.isEmpty, Parser.requested.contains(key + "하다") { return false }
            let grammar = realiser.lexicon.nouns[key]?.first?.grammar
            return !isSmall && grammar?.has("possessive") != true && !word.lexeme.isVerbatim
        case .number: return (KoreanNumber.value(key) ?? 1) > 1
        case .adverb where key == "배경으로": return false
        case .adverb:
            // "bigger" and "never" say them already.
            let english = realiser.lexicon.adverbs[key]?.english ?? key
            return !["-", "most", "more"].contains(english) && Realiser.negated[key] == nil
        // 나왔으면 좋겠어.
        case .predicate where key == "좋다" && word.lexeme.text.contains("겠"): return false
        case .predicate where word.ending.isRequest && Parser.avoided.contains(key): return false
        case .predicate where Parser.shown.contains(key) || word.ending.isNegated && Parser.put.contains(key):
            return false
        case .predicate: return !isSmall && !Parser.requested.contains(key)
        default: return false
        }
    }

    /// Whether a form of the longest word of the gloss is there.
    private func isSaid(_ gloss: String, _ word: Word, _ said: Set<String>) -> Bool {
        let parts = gloss.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        guard let longest = parts.max(by: { $0.count < $1.count }) else { return true }
        if longest == "house", said.contains("home") { return true }
        // Most words stand there as they are; their forms are made only for the others.
        if parts.contains(where: { $0.count == longest.count && said.contains($0) }) { return true }
        var accepted = Set(parts.filter { $0.count == longest.count } + [Nouns.plural(longest)])
        accepted.formUnion([Comparatives.comparative(of: longest), Adverbs.adverb(from: longest)])
        accepted.insert(Comparatives.superlative(of: longest))
        // 뜨개질을 하다 is "knits".
        if longest.count > 5, longest.hasSuffix("ing") {
            let stem = longest.dropLast(3)
            accepted.formUnion([String(stem), String(stem) + "e", stem + "s", stem + "es", stem + "ed"])
            if stem.last == stem.dropLast().last { accepted.insert(String(stem.dropLast())) }
        }
        accepted.formUnion([realiser.forms.participle(longest), realiser.forms.thirdPerson(longest)])
        if word.kind == .predicate { accepted.formUnion(verbForms(of: word)) }
        if let value = KoreanNumber.value(word.lexeme.key) { accepted.insert(String(value)) }
        return !accepted.isDisjoint(with: said)
    }

    private func verbForms(of word: Word) -> Set<String> {
        var accepted: Set<String> = []
        let known = realiser.lexicon.predicates[word.lexeme.key]
        for sense in known
            ?? [Fallback.sense(for: word.lexeme.key, lexicon: realiser.lexicon)].compactMap(\.self)
        {
            let base = sense.english
            let forms = realiser.forms
            let all = [base, forms.participle(base), forms.past(base), forms.pastParticiple(base)]
            for form in all + [forms.thirdPerson(base), sense.adjunct ?? base] {
                let words = form.split { $0 == " " || $0 == "-" }.map(String.init)
                accepted.formUnion(
                    words.filter { !["be", "is", "was", "in", "on", "at", "the", "to"].contains($0) })
            }
        }
        return accepted
    }
}
