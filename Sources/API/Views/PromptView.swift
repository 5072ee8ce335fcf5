import Domain
import Studio

/// A prompt as clients see it.
struct PromptView: Encodable {
    struct Versions: Encodable {
        let writer: Version
        let template: Version
        let lexicon: Version
    }

    struct Links: Encodable {
        let itself: String
        let revisions: String
        let videos: String

        enum CodingKeys: String, CodingKey {
            case itself = "self"
            case revisions, videos
        }

        init(_ id: Prompt.ID) {
            itself = "/v1/prompts/\(id)"
            revisions = itself + "/revisions"
            videos = "/v1/videos?prompt=\(id)"
        }
    }

    /// A piece of the idea and what became of it.
    struct Word: Encodable {
        let source: String?
        let english: String
    }

    let id: Prompt.ID
    let idea: String
    /// The newest text.
    let text: String
    let revision: Int
    let translation: String
    let negative: String?
    let model: ModelName
    let parameters: PromptParameters
    let category: Category
    let scene: Scene
    let phrases: [Phrase]
    let translated: [Word]
    let inferred: [Word]
    let notUnderstood: [Word]
    let enrichment: [String]
    /// What was taken from which past prompt; nil when nothing was.
    let borrowed: [BorrowedPhrase]?
    let warnings: [WarningView]
    let versions: Versions
    let cache: CacheVerdict?
    let match: CacheMatchView?
    let similar: [RecommendationView]?
    let marks: PromptMarks
    let createdAt: Timestamp
    let savedAt: Timestamp
    let links: Links

    init(_ written: WrittenPrompt, language: AnswerLanguage) {
        self.init(
            written.prompt, language: language, cache: written.cache,
            match: written.match.map { CacheMatchView($0) },
            similar: written.similar.map { RecommendationView($0, language: language) })
    }

    init(
        _ prompt: Prompt, language: AnswerLanguage, cache: CacheVerdict? = nil,
        match: CacheMatchView? = nil,
        similar: [RecommendationView]? = nil
    ) {
        let draft = prompt.draft
        id = prompt.id
        let head = prompt.head.configuration
        idea = head.idea.text
        text = head.text
        revision = prompt.head.number
        translation = draft.translation
        negative = head.negative
        model = head.model
        parameters = head.parameters
        category = draft.category
        scene = draft.scene
        phrases = draft.phrases
        translated = Self.words(of: draft, .translated)
        inferred = Self.words(of: draft, .inferred)
        notUnderstood = Self.words(of: draft, .notUnderstood)
        enrichment = draft.enrichment
        borrowed = draft.borrowed
        warnings = draft.warnings.map { WarningView($0, language: language) }
        versions = Versions(writer: draft.writer, template: draft.template, lexicon: draft.lexicon)
        self.cache = cache
        self.match = match
        self.similar = similar
        marks = prompt.marks
        createdAt = prompt.createdAt
        savedAt = prompt.head.savedAt
        links = Links(prompt.id)
    }

    private static func words(of draft: Draft, _ certainty: Certainty) -> [Word] {
        draft.phrases.filter { $0.certainty == certainty }.map {
            Word(source: $0.source?.text, english: $0.text)
        }
    }
}

/// A prompt as a list shows it.
struct PromptSummary: Encodable, Identifiable {
    let id: Prompt.ID
    let idea: String
    let text: String
    let revision: Int
    let model: ModelName
    let category: Category
    let marks: PromptMarks
    let createdAt: Timestamp
    let savedAt: Timestamp
    let links: PromptView.Links

    init(_ prompt: Prompt) {
        id = prompt.id
        idea = prompt.head.configuration.idea.text
        text = prompt.head.text
        revision = prompt.head.number
        model = prompt.head.configuration.model
        category = prompt.draft.category
        marks = prompt.marks
        createdAt = prompt.createdAt
        savedAt = prompt.head.savedAt
        links = PromptView.Links(prompt.id)
    }
}
