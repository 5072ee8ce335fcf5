import Domain
import Foundation

/// What the model wrote, as its JSON says it.
struct SceneAnswer: Decodable {
    struct Phrase: Decodable {
        let text: String
        let source: String?
    }

    struct Subject: Decodable {
        let text: String
        let source: String?
        let name: String
        let kind: Domain.Subject.Kind
        let count: Int?
        let looks: [String]?
    }

    struct Action: Decodable {
        let text: String
        let source: String?
        let subject: Int?
    }

    let language: String
    let translation: String
    let subjects: [Subject]?
    let actions: [Action]?
    let place: [Phrase]?
    let time: [Phrase]?
    let weather: [Phrase]?
    let light: [Phrase]?
    let camera: [Phrase]?
    let style: [Phrase]?
    let mood: [Phrase]?
    let audio: [Phrase]?
    let onScreenText: [Phrase]?
    let exclusions: [Phrase]?

    /// Reads the JSON.
    ///
    /// - Throws: ``AnswerProblems`` that says where it differs from what was asked for.
    init(_ text: String) throws(AnswerProblems) {
        do {
            self = try JSONDecoder().decode(Self.self, from: Data(text.utf8))
        } catch {
            throw AnswerProblems([AnswerProblems.sentence(about: error)])
        }
    }
}

/// What is wrong with an answer, for the model that wrote it.
struct AnswerProblems: Error, Sendable {
    let sentences: [String]
    /// The facts of the idea that the answer does not keep; empty when its form is wrong.
    var drifts: [Drift] = []

    init(_ sentences: [String]) { self.sentences = sentences }

    init(_ drifts: [Drift]) {
        self.drifts = drifts
        sentences = drifts.map(\.sentence)
    }

    fileprivate static func sentence(about error: any Error) -> String {
        switch error {
        case DecodingError.keyNotFound(let key, let context):
            "\(path(context)): \(key.stringValue) is missing"
        case DecodingError.typeMismatch(let type, let context),
            DecodingError.valueNotFound(let type, let context):
            "\(path(context)): expected \(type)"
        case DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty:
            "\(path(context)): not an allowed value"
        default: "The answer is not one JSON object"
        }
    }

    private static func path(_ context: DecodingError.Context) -> String {
        let keys = context.codingPath.map { key in key.intValue.map(String.init) ?? key.stringValue }
        return keys.isEmpty ? "the object" : keys.joined(separator: ".")
    }
}
