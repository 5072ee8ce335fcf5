package import Domain
package import Korean
package import Similarity

/// Understands ideas: Korean through morphemes, English by its words.
package struct IdeaReader: Sendable {
    private let analyzer: (any MorphemeAnalyzer)?
    private let korean: KoreanReader
    private let english: EnglishReader
    /// What a reading depends on besides the idea: the lexicon, and the dictionary when there is one.
    let versions: [Version]
    /// Finds the words that search compares, by the same dictionary.
    package let spotter: WordSpotter

    /// - Parameters:
    ///   - analyzer: nil when there is no dictionary; Korean ideas are then refused with a sentence.
    ///   - lexicon: What the words mean.
    package init(analyzer: (any MorphemeAnalyzer)?, lexicon: Lexicon) {
        self.analyzer = analyzer
        spotter = WordSpotter(analyzer: analyzer)
        korean = KoreanReader(lexicon: lexicon)
        english = EnglishReader(lexicon: lexicon)
        versions =
            [Version(name: "lexicon", version: lexicon.version)] + (analyzer.map { [$0.dictionary] } ?? [])
    }

    /// An idea understood, and its content words in dictionary form.
    package struct Reading: Sendable, Hashable {
        package let understanding: Understanding
        package let terms: [String]
    }

    /// Reads an idea.
    ///
    /// - Throws: ``WriterError/unsupportedLanguage(_:)`` for other languages than Korean and English,
    ///   ``WriterError/unavailable(_:)`` for Korean without a dictionary.
    package func read(_ idea: Idea) async throws(WriterError) -> Reading {
        switch idea.language {
        case .korean:
            let morphemes = try await morphemes(of: idea)
            return Reading(
                understanding: korean.read(idea.text, morphemes: morphemes),
                terms: morphemes.flatMap(\.terms))
        case .english:
            return Reading(understanding: english.read(idea.text), terms: [])
        case .other:
            throw .unsupportedLanguage(idea.language)
        }
    }

    /// What an idea means, in one form for all its wordings; nil when it cannot be read.
    package func meaning(of idea: Idea) async -> Meaning? {
        switch idea.language {
        case .english: Meaning(english: idea.text)
        case .korean: (try? await morphemes(of: idea)).map(Meaning.init(korean:))
        case .other: nil
        }
    }

    /// Reads an idea and says how every word was understood, and why.
    ///
    /// - Throws: As ``read(_:)`` does.
    package func explanation(of idea: Idea) async throws(WriterError) -> Explanation {
        guard idea.language == .korean else {
            return Explanation(
                idea: idea.text, language: idea.language, understanding: try await read(idea).understanding)
        }
        return korean.explanation(of: idea.text, morphemes: try await morphemes(of: idea))
    }

    private func morphemes(of idea: Idea) async throws(WriterError) -> [Morpheme] {
        guard let analyzer else {
            throw .unavailable("Korean needs the dictionary of data/packages; 'make packages' fetches it")
        }
        return try await analyzer.morphemes(of: idea.text)
    }
}

extension Morpheme {
    /// Content words of the morpheme in dictionary form: nouns, verbs with 다, adverbs, foreign words.
    var terms: [String] {
        guard let expression, tag.contains("+") else {
            return Self.term(surface, tag: tag).map { [$0] } ?? []
        }
        return expression.split(separator: "+").compactMap { part in
            let fields = part.split(separator: "/", omittingEmptySubsequences: false)
            return fields.count > 1 ? Self.term(String(fields[0]), tag: String(fields[1])) : nil
        }
    }

    private static func term(_ text: String, tag: String) -> String? {
        switch tag {
        case "NNG", "NNP", "XR", "SL", "SN", "MAG": text
        case "VV", "VA": text + "다"
        default: nil
        }
    }
}
