import Foundation

/// One message of a conversation with a model.
struct ChatMessage: Sendable, Hashable {
    enum Role: String, Sendable, Hashable {
        case system, user, assistant
    }

    let role: Role
    let content: String
}

/// How the model is held to the shape of its answer, the strictest first.
///
/// Servers differ in what they take; each step asks for less.
enum ChatStrictness: Int, Sendable, CaseIterable {
    /// By the JSON schema, with the least chance.
    case schema
    /// By the JSON schema; some models let nobody choose temperature and seed.
    case schemaOnly
    /// JSON of any shape.
    case json
    /// By the instruction alone.
    case instruction

    var next: Self? { Self(rawValue: rawValue + 1) }
}

/// The body of `POST /chat/completions`.
struct ChatRequest {
    let model: String
    let messages: [ChatMessage]
    let strictness: ChatStrictness

    var body: [UInt8] {
        get throws {
            var fields: [String: Any] = [
                "model": model,
                "messages": messages.map { ["role": $0.role.rawValue, "content": $0.content] },
            ]
            switch strictness {
            case .schema, .schemaOnly:
                fields["response_format"] = ["type": "json_schema", "json_schema": SceneSchema.named]
            case .json:
                fields["response_format"] = ["type": "json_object"]
            case .instruction:
                break
            }
            if strictness == .schema { (fields["temperature"], fields["seed"]) = (0, 0) }
            return [UInt8](
                try JSONSerialization.data(
                    withJSONObject: fields, options: [.sortedKeys, .withoutEscapingSlashes]))
        }
    }
}

/// The answer to it, as far as it matters.
struct ChatAnswer: Decodable {
    struct Choice: Decodable {
        struct Message: Decodable {
            let content: String?
            let refusal: String?
        }

        let message: Message
        let finishReason: String?
    }

    struct Usage: Decodable {
        let promptTokens: Int?
        let completionTokens: Int?
    }

    let choices: [Choice]
    let usage: Usage?

    /// What the model wrote, without its thoughts and without the fence around it.
    func text() throws(LanguageModelError) -> String {
        guard let choice = choices.first else { throw LanguageModelError(.malformed, "its answer is empty") }
        guard choice.message.refusal == nil, choice.finishReason != "content_filter" else {
            throw LanguageModelError(.declined, "it declined to write about this idea")
        }
        guard choice.finishReason != "length" else {
            throw LanguageModelError(.cut, "it stopped before its answer was whole")
        }
        guard let content = choice.message.content else {
            throw LanguageModelError(.malformed, "its answer is empty")
        }
        return AnswerText.bare(content)
    }
}
