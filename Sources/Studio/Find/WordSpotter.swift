package import Domain
import Foundation
import Similarity

/// Finds the words of a text as search compares them: Korean without particles and endings, English by
/// its stems, everything composed and in lower case.
package struct WordSpotter: Sendable {
    private let analyzer: (any MorphemeAnalyzer)?
    /// How the words are made, and by which dictionary.
    package let version: String

    /// - Parameter analyzer: nil when there is no dictionary; Hangul is then compared by pairs of syllables.
    package init(analyzer: (any MorphemeAnalyzer)?) {
        self.analyzer = analyzer
        let korean = analyzer.map { "\($0.dictionary.name) \($0.dictionary.version)" } ?? "syllables"
        version = "1 \(korean)"
    }

    /// What a prompt is found by.
    ///
    /// - Throws: ``WriterError`` when the dictionary failed.
    package func words(of idea: Idea, configuration: Configuration, translation: String)
        async throws(WriterError) -> PromptWords
    {
        let ideas = try await forms(
            of: configuration.idea.text == idea.text
                ? [idea.text]
                : [
                    configuration.idea.text, idea.text,
                ])
        let texts = try await forms(of: [configuration.text, translation])
        return PromptWords(version: version, idea: ideas, text: texts)
    }

    /// The words of a text in order, with their places in ``composed(_:)``.
    ///
    /// - Throws: ``WriterError`` when the dictionary failed.
    func words(of text: String) async throws(WriterError) -> [SpottedWord] {
        let composed = Self.composed(text)
        let runs = WordRuns(of: composed)
        let plain = runs.filter { !$0.isHangul }.map(\.word)
        guard runs.contains(where: \.isHangul) else { return plain }
        guard let analyzer else {
            return (plain + runs.filter(\.isHangul).map(\.syllablePairs)).inOrder
        }
        let morphemes = try await analyzer.morphemes(of: composed)
        return (plain + morphemes.compactMap(\.spottedWord)).inOrder
    }

    /// The form of a text that places count in.
    static func composed(_ text: String) -> String { text.precomposedStringWithCanonicalMapping }

    private func forms(of texts: [String]) async throws(WriterError) -> [String] {
        var seen: Set<String> = []
        var forms: [String] = []
        for text in texts {
            for form in try await words(of: text).flatMap(\.forms) where forms.count < PromptWords.maximum {
                if seen.insert(form).inserted { forms.append(form) }
            }
        }
        return forms
    }
}

extension [SpottedWord] {
    fileprivate var inOrder: Self { sorted { $0.place.lowerBound < $1.place.lowerBound } }
}

extension Morpheme {
    /// The content word that the morpheme is; nil for particles, endings and what is not Hangul.
    fileprivate var spottedWord: SpottedWord? {
        let isHangul = surface.unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) }
        let forms = isHangul ? (terms + compoundParts) : []
        guard !forms.isEmpty else { return nil }
        return SpottedWord(
            forms: forms, place: start..<end, isCommon: forms.allSatisfy(CommonWords.contains))
    }

    /// Nouns that a compound noun is made of.
    private var compoundParts: [String] {
        guard let expression, !tag.contains("+") else { return [] }
        return expression.split(separator: "+").compactMap { part in
            let fields = part.split(separator: "/", omittingEmptySubsequences: false)
            return fields.count > 1 && fields[1].hasPrefix("NN") ? String(fields[0]) : nil
        }.filter { $0 != surface }
    }
}
