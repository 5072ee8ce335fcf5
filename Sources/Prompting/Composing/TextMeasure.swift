/// How long a prompt is in the units that models limit.
struct TextMeasure: Sendable, Hashable {
    let characters: Int
    let utf16Units: Int
    let words: Int
    /// An estimate from above for English: text encoders make about four tokens of three words.
    let tokens: Int

    init(_ text: String) {
        characters = text.unicodeScalars.count
        utf16Units = text.utf16.count
        words = English.words(in: text).count
        let beyondLatin = text.unicodeScalars.reduce(0) { $0 + ($1.value > 0x2FF ? 1 : 0) }
        tokens = max((words * 4 + 2) / 3, (characters + 3) / 4) + beyondLatin
    }

    /// The first limit that the text breaks, as words for a message.
    func excess(over limits: TargetModel.Limits) -> String? {
        let measured = [
            (characters, limits.characters, "characters"), (utf16Units, limits.utf16Units, "UTF-16 units"),
            (words, limits.words, "words"), (tokens, limits.tokens, "tokens"),
        ]
        for (count, limit, unit) in measured {
            if let limit, count > limit { return "\(count) \(unit), and the model reads \(limit)" }
        }
        return nil
    }
}
