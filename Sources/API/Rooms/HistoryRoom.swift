import Domain
import HTTPServer
import Studio

/// Everything ever made: a search, and a card for each prompt that was found.
struct HistoryRoom {
    /// A prompt that was found, with its videos.
    struct Card {
        let found: HighlightedPrompt
        let jobs: [VideoJob]
    }

    let cards: [Card]
    let next: FindMark?
    /// The target models that can be chosen.
    let models: [ModelName]
    let input: Input

    var page: RoomPage { RoomPage(.history, [search, list] + more, of: input) }

    private var language: AnswerLanguage { input.language }

    private func asked(_ name: String) -> String { input.request.query(name) ?? "" }

    private var search: HTML {
        let words = HTML.element(
            "input",
            [
                "type": "search", "name": "q", "value": asked("q"), "maxlength": "400", "dir": "auto",
                "aria-label": RoomWords.search.said(in: language),
                "placeholder": RoomWords.search.said(in: language),
            ], [])
        let send = HTML.element(
            "button", ["type": "submit", "class": "primary"], [.text(RoomWords.find.said(in: language))])
        let isFiltered = ["tag", "model", "favourite", "rating", "outcome"].contains { !asked($0).isEmpty }
        var filterAttributes: HTML.Attributes = ["class": "filters"]
        if isFiltered { filterAttributes["open"] = "" }
        return .element(
            "form", ["class": "search", "role": "search", "action": "/history", "method": "get"],
            [
                .element("div", ["class": "search-line"], [words, send]),
                .element(
                    "details", filterAttributes,
                    [.element("summary", RoomWords.filters.said(in: language))] + filters),
            ])
    }

    private var filters: [HTML] {
        let any = (value: "", name: RoomWords.any.said(in: language))
        return [
            RoomForm.Field.line("tag", RoomWords.tag.said(in: language), value: asked("tag"), maximum: 200),
            RoomForm.Field.choice(
                "model", RoomWords.model.said(in: language),
                [any] + models.map { ($0.rawValue, $0.rawValue) }, chosen: asked("model")),
            RoomForm.Field.choice(
                "favourite", RoomWords.favourite.said(in: language),
                [any, ("true", RoomWords.favouritesOnly.said(in: language))], chosen: asked("favourite")),
            RoomForm.Field.choice(
                "rating", RoomWords.rating.said(in: language),
                [any] + PromptMarks.ratings.map { ("\($0)", Stars(rating: $0).text + "+") },
                chosen: asked("rating")),
            RoomForm.Field.choice(
                "outcome", RoomWords.outcome.said(in: language),
                [any]
                    + PromptOutcome.allCases.map { ($0.rawValue, RoomWords.of($0).said(in: language)) },
                chosen: asked("outcome")),
        ]
    }

    private var list: HTML {
        guard !cards.isEmpty else {
            let words = input.request.query.isEmpty ? RoomWords.nothingYet : RoomWords.nothingFound
            return .element("p", ["class": "empty"], [.text(words.said(in: language))])
        }
        return .element("ul", ["class": "prompts"], cards.map { .element("li", [link(to: $0)]) })
    }

    private func link(to card: Card) -> HTML {
        let prompt = card.found.prompt
        let thumbnail = card.jobs.first { $0.result != nil && $0.expiredAt == nil }.map {
            HTML.element(
                "img",
                [
                    "src": "/v1/videos/\($0.id)/thumbnail", "alt": "", "loading": "lazy", "width": "160",
                    "height": "90",
                ], [])
        }
        let facts: [HTML?] = [
            .text(RoomWords.revision(prompt.head.number).said(in: language)),
            Moment(prompt.head.savedAt).html,
            prompt.marks.isFavourite ? .text("♥ " + RoomWords.favourite.said(in: language)) : nil,
            prompt.marks.rating.map { Stars(rating: $0).html(in: language) },
        ]
        return .element(
            "a", ["href": "/history/\(prompt.id)", "class": "prompt-card"],
            [
                .element("span", ["class": "thumbnail"], [thumbnail].compactMap(\.self)),
                .element(
                    "span", ["class": "what"],
                    [
                        .element("strong", ["class": "clip", "dir": "auto"], Self.pieces(card.found.idea)),
                        .element(
                            "span", ["class": "clip quiet", "dir": "auto"], Self.pieces(card.found.text)),
                        .element(
                            "span", ["class": "facts"],
                            facts.compactMap(\.self).map { .element("span", [$0]) }),
                        .element(
                            "span", ["class": "tags"],
                            prompt.marks.tags.map { .element("span", ["class": "tag"], [.text($0.rawValue)]) }
                        ),
                    ]),
            ])
    }

    private static func pieces(_ text: [HighlightedText]) -> [HTML] {
        text.map { $0.isMatch ? .element("mark", $0.text) : .text($0.text) }
    }

    private var more: [HTML] {
        guard let next else { return [] }
        let path = input.path(from: next.cursor, limit: 20)
        return [.element("p", [.link(to: path, RoomWords.more.said(in: language))])]
    }
}
