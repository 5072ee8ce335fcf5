/// How long a prompt is in the units that models limit.
struct TextMeasure: Sendable, Hashable {
    let characters: Int
    let utf16Units: Int
    let words: Int
    /// An estimate from above for English: text encoders make about four tokens of three words.
    let tokens: Int
    let cjkCharacters: Int

    init(_ text: String) {
        characters = text.unicodeScalars.count
        utf16Units = text.utf16.count
        words = English.words(in: text).count
        let beyondLatin = text.unicodeScalars.reduce(0) { $0 + ($1.value > 0x2FF ? 1 : 0) }
        cjkCharacters = text.unicodeScalars.reduce(0) { $0 + ($1.value > 0x2E7F ? 1 : 0) }
        tokens = max((words * 4 + 2) / 3, (characters + 3) / 4) + beyondLatin
    }

    /// A limit that a text breaks.
    struct Excess: Sendable, Hashable {
        let count: Int
        let limit: Int
        let unit: String
        let koreanUnit: String
    }

    /// The first limit that the text breaks.
    func excess(over limits: TargetModel.Limits) -> Excess? {
        let measured = [
            (characters, limits.characters, "characters", "자"),
            (utf16Units, limits.utf16Units, "UTF-16 units", "UTF-16 단위"),
            (words, limits.words, "words", "단어"), (tokens, limits.tokens, "tokens", "토큰"),
            (cjkCharacters, limits.cjkCharacters, "Chinese, Japanese or Korean characters", "한중일 글자"),
        ]
        for (count, limit, unit, koreanUnit) in measured {
            if let limit, count > limit {
                return Excess(count: count, limit: limit, unit: unit, koreanUnit: koreanUnit)
            }
        }
        return nil
    }
}
