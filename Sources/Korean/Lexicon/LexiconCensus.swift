/// How large the lexicon is, by field and part of speech.
package struct LexiconCensus: Sendable {
    /// The file's name without its ending, with its distinct headwords.
    package let fields: [(name: String, lemmas: Int)]
    /// The part of speech with its distinct headwords.
    package let partsOfSpeech: [(name: String, lemmas: Int)]
    /// Distinct headwords of all files.
    package let lemmas: Int
    /// Senses, which are rows.
    package let senses: Int

    init(_ rows: [LexiconFile.Row]) {
        let korean = rows.filter { $0.section != "irregular" }
        fields = Self.tally(korean) { String($0.file.prefix { $0 != "." }) }
        partsOfSpeech = Self.tally(korean) { $0.isNoun ? "noun" : $0.section }
        lemmas = Set(korean.map(\.key)).count
        senses = korean.count
    }

    private static func tally(
        _ rows: [LexiconFile.Row], by name: (LexiconFile.Row) -> String
    ) -> [(name: String, lemmas: Int)] {
        Dictionary(grouping: rows, by: name)
            .map { (name: $0.key, lemmas: Set($0.value.map(\.key)).count) }
            .sorted { ($1.lemmas, $0.name) < ($0.lemmas, $1.name) }
    }
}
