import Domain

/// Rules about the words of the prompt.
extension PromptLint {
    var overLimit: PromptWarning? {
        TextMeasure(text).excess(over: model.limits).map {
            PromptWarning(
                rule: "over-limit", message: "The prompt has \($0).",
                fix: "Describe fewer subjects and actions.")
        }
    }

    var foreignScript: PromptWarning? {
        guard !model.languages.contains("ko"), Language(of: unquoted) == .korean else { return nil }
        return PromptWarning(
            rule: "hangul-left", message: "\(model.title) does not read Korean, and the prompt holds some.",
            fix: "Say it in English, or put it in quotes if it is to be shown.")
    }

    var parameterInText: PromptWarning? {
        let words = English.words(in: unquoted.lowercased()).map { word in
            word.filter { $0.isLetter || $0.isNumber || $0 == ":" }
        }
        let units: Set<String> = ["second", "seconds", "sec", "secs", "fps"]
        let isLength = zip(words, words.dropFirst()).contains { Int($0) != nil && units.contains($1) }
        let isSize = words.contains { word in
            AspectRatio.allCases.contains { $0.rawValue == word }
                || ["720p", "1080p", "2160p"].contains(word)
        }
        guard isLength || isSize else { return nil }
        return PromptWarning(
            rule: "parameter-in-text",
            message: "Length and size are parameters; in the text they are ignored or shown.",
            fix: "Set duration and aspect instead, and take them out of the text.")
    }

    var negationInText: PromptWarning? {
        guard model.negative.policy == .field else { return nil }
        let words = WordSequence(unquoted)
        let negations = ["no", "not", "without", "never", "don't", "doesn't", "isn't", "aren't"]
        guard let word = negations.first(where: { words.contains($0) }) else { return nil }
        return PromptWarning(
            rule: "negation-in-text", message: "“\(word)” in the text often brings in what it forbids.",
            fix: "Put what must not be there into the negative prompt.")
    }

    var brandName: PromptWarning? {
        let words = WordSequence(text)
        guard let name = Self.brands.first(where: { words.contains($0.words) })?.name else { return nil }
        return PromptWarning(
            rule: "brand-name", message: "Providers may refuse “\(name)”, which is a name with an owner.",
            fix: "Describe how it looks instead.")
    }

    private static let brands: [(name: String, words: WordSequence)] = [
        "Disney", "Pixar", "Marvel", "Ghibli", "Pokémon", "Pokemon", "Nintendo", "Star Wars", "Harry Potter",
        "Nike", "Adidas", "Coca-Cola", "Starbucks", "McDonald's", "iPhone", "Tesla", "Samsung", "BTS",
        "BLACKPINK",
        "Barbie", "Lego", "Mickey Mouse", "Spider-Man", "Batman", "Pororo",
    ].map { ($0, WordSequence($0)) }
}
