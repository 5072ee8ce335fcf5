import Domain
import Studio
import Synchronization

/// The bytes of answers to ideas that keep coming back, so that each is put into JSON once.
///
/// What a revision of a prompt answers never changes, so nothing here grows old; when it is full, it
/// starts anew.
final class RepeatedAnswers: Sendable {
    private struct Key: Hashable {
        let prompt: Prompt.ID
        let revision: Int
        let language: AnswerLanguage
    }

    private static let capacity = 2048

    private let answers = Mutex<[Key: [UInt8]]>([:])

    /// Forgets all of them, since a prompt is to be gone.
    func removeAll() { answers.withLock { $0.removeAll() } }

    /// Returns the bytes for a prompt that was found in the cache.
    func bytes(for written: WrittenPrompt, in language: AnswerLanguage) throws -> [UInt8] {
        let key = Key(
            prompt: written.prompt.id, revision: written.prompt.head.number, language: language)
        if let bytes = answers.withLock({ $0[key] }) { return bytes }
        let bytes = try JSONText.bytes(of: PromptView(written, language: language))
        answers.withLock { answers in
            if answers.count >= Self.capacity { answers.removeAll(keepingCapacity: true) }
            answers[key] = bytes
        }
        return bytes
    }
}
