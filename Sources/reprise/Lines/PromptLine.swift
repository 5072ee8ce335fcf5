import Domain

/// A line of `reprise prompt --jsonl`, and what it gets.
struct PromptLine: Decodable, Identifiable {
    let id: String
    let idea: String

    /// The answer to one line.
    struct Answer: Encodable {
        let id: String
        let idea: String
        let translation: String
        let prompt: String
        let negative: String?
        let category: Category
        let scene: Scene
        /// Words that no lexicon knows, as the idea has them.
        let unknown: [String]
        let warnings: [PromptWarning]

        init(_ line: PromptLine, _ draft: Draft) {
            id = line.id
            idea = line.idea
            translation = draft.translation
            prompt = draft.text
            negative = draft.negative
            category = draft.category
            scene = draft.scene
            unknown = draft.unknownWords
            warnings = draft.warnings
        }
    }
}

extension Draft {
    /// What was not understood, as the idea has it.
    var unknownWords: [String] {
        phrases.filter { $0.certainty == .notUnderstood }.map { $0.source?.text ?? $0.text }
    }
}
