import Foundation
import TestSupport

/// Answers of a server that speaks the OpenAI API.
enum Completion {
    /// A completion with this text.
    static func text(_ text: String, finish: String = "stop", refusal: String? = nil) -> ScriptedServer.Answer
    {
        var message: [String: Any] = ["role": "assistant", "content": text]
        if let refusal { (message["content"], message["refusal"]) = (NSNull(), refusal) }
        return .init(
            headers: ["Content-Type": "application/json"],
            body: json([
                "choices": [["index": 0, "message": message, "finish_reason": finish]],
                "usage": ["prompt_tokens": 1000, "completion_tokens": 500],
            ]))
    }

    /// A completion with a scene of one subject.
    static func scene(
        _ translation: String, subject: String, name: String, count: Int? = nil, action: String? = nil,
        source: String? = nil, language: String = "en", exclusions: [String] = []
    ) -> String {
        let subject: [String: Any] = [
            "text": subject, "name": name, "kind": "animal", "count": count ?? NSNull(), "looks": [String](),
            "source": source ?? NSNull(),
        ]
        return json([
            "language": language, "translation": translation, "subjects": [subject],
            "actions": action.map { [["text": $0, "subject": 0, "source": NSNull()] as [String: Any]] } ?? [],
            "exclusions": exclusions.map { ["text": $0, "source": NSNull()] as [String: Any] },
        ])
    }

    static func json(_ value: Any) -> String {
        let data = try? JSONSerialization.data(withJSONObject: value, options: [.withoutEscapingSlashes])
        return String(decoding: data ?? Data(), as: UTF8.self)
    }

    static let idea = "three red foxes running in a forest without people"

    static let faithful = scene(
        "Three red foxes are running in a forest without people.", subject: "three red foxes", name: "fox",
        count: 3, action: "running in a forest", source: "three red foxes", exclusions: ["people"])
}
