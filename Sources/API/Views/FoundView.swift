import Domain
import HTTPServer
import Studio

/// A prompt that was found, as clients see it.
struct FoundView: Encodable {
    /// A piece of a text; all pieces one after the other are the text.
    struct Piece: Encodable {
        let text: String
        let isMatch: Bool

        init(_ piece: HighlightedText) {
            text = piece.text
            isMatch = piece.isMatch
        }
    }

    struct Highlight: Encodable {
        let idea: [Piece]
        let text: [Piece]
    }

    let id: Prompt.ID
    let idea: String
    let text: String
    let revision: Int
    let model: ModelName
    let category: Category
    let marks: PromptMarks
    let createdAt: Timestamp
    let savedAt: Timestamp
    /// Where the words were found.
    let rank: String
    let highlight: Highlight
    let links: PromptView.Links

    init(_ found: HighlightedPrompt) {
        let head = found.prompt.head
        id = found.prompt.id
        idea = head.configuration.idea.text
        text = head.text
        revision = head.number
        model = head.configuration.model
        category = found.prompt.draft.category
        marks = found.prompt.marks
        createdAt = found.prompt.createdAt
        savedAt = head.savedAt
        rank = found.rank.word
        highlight = Highlight(idea: found.idea.map(Piece.init), text: found.text.map(Piece.init))
        links = PromptView.Links(found.prompt.id)
    }

    /// Of a list, with or without a search.
    static let listSchema = Schemas.object(
        [
            "id": Schemas.text, "idea": Schemas.text, "text": Schemas.text, "revision": Schemas.number,
            "model": Schemas.text, "category": Schemas.words(Category.allCases.map(\.rawValue)),
            "marks": PromptMarks.schema, "createdAt": Schemas.time, "savedAt": Schemas.time,
            "rank": Schemas.words(MatchRank.allCases.map(\.word)),
            "highlight": Schemas.object(["idea": pieces, "text": pieces]), "links": Schemas.links,
        ], optional: ["rank", "highlight"])

    private static let pieces = Schemas.list(
        of: Schemas.object(["text": Schemas.text, "isMatch": Schemas.flag]))
}

extension MatchRank {
    /// As clients see it.
    var word: String {
        switch self {
        case .idea: "idea"
        case .text: "text"
        case .translation: "translation"
        case .allButOne: "all-but-one"
        }
    }
}

extension PromptMarks {
    static let schema = Schemas.object(
        [
            "tags": Schemas.list(of: Schemas.text), "isFavourite": Schemas.flag, "rating": Schemas.number,
            "uses": Schemas.number, "lastUsedAt": Schemas.time,
            "outcomes": Schemas.list(of: Schemas.words(PromptOutcome.allCases.map(\.rawValue))),
        ], optional: ["rating", "lastUsedAt"])
}

/// A page of what was found.
struct FoundPageView: Encodable {
    let prompts: [FoundView]
    let next: String?

    init(_ page: FoundPage, of input: Input, limit: Int) {
        prompts = page.prompts.map(FoundView.init)
        next = page.next.map { input.path(from: $0.cursor, limit: limit) }
    }

    /// The page as an answer, with the next one also as a link (RFC 8288).
    var response: HTTPResponse {
        get throws { try .json(self, headers: next.map { ["Link": "<\($0)>; rel=\"next\""] } ?? [:]) }
    }
}
