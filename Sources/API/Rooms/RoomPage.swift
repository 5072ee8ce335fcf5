import HTTPServer

/// A room as a document: the way to all other rooms, the language, and what stands in it.
struct RoomPage {
    let room: Room
    let title: String
    let pieces: [HTML]
    let input: Input

    init(_ room: Room, title: String? = nil, _ pieces: [HTML], of input: Input) {
        self.room = room
        self.title = title ?? room.name.said(in: input.language)
        self.pieces = pieces
        self.input = input
    }

    /// The page as an answer that nobody keeps: what it shows may change any time.
    var response: HTTPResponse {
        HTTPResponse(
            type: Representation.html.contentType,
            headers: [
                "Content-Security-Policy": SecurityHeaders.pagePolicy, "Cache-Control": "no-store",
                "Content-Language": input.language.rawValue, "Vary": "Accept-Language, Cookie",
            ], body: .bytes(document.document))
    }

    private var document: HTML {
        .element("html", ["lang": input.language.rawValue], [head, body])
    }

    private var head: HTML {
        let styles = ["style.css", "prompt.css", "rooms.css"].map {
            HTML.element("link", ["rel": "stylesheet", "href": "/assets/\($0)"], [])
        }
        return .element(
            "head",
            [
                .element("meta", ["charset": "utf-8"], []),
                .element(
                    "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"], []),
                .element("meta", ["name": "color-scheme", "content": "light dark"], []),
                .element("title", "\(title) – Reprise"),
                .element("link", ["rel": "icon", "href": "/assets/icon.svg", "type": "image/svg+xml"], []),
            ] + styles + [.element("script", ["type": "module", "src": "/assets/rooms.js"], [])])
    }

    private var body: HTML {
        .element(
            "body", ["class": "room"],
            [
                .element(
                    "a", ["class": "skip", "href": "#main"], [.text(RoomWords.skip.said(in: language))]),
                .element("header", ["class": "top"], [mark, rooms, languages]),
                .element("main", ["id": "main", "tabindex": "-1"], [.element("h1", title)] + pieces),
            ])
    }

    private var language: AnswerLanguage { input.language }

    private var mark: HTML {
        .element(
            "a", ["class": "mark", "href": "/", "aria-label": "Reprise"],
            [
                .element("img", ["src": "/assets/icon.svg", "alt": "", "width": "28", "height": "28"], []),
                .element("span", "Reprise"),
            ])
    }

    private var rooms: HTML {
        let links = Room.allCases.map { other in
            var attributes: HTML.Attributes = ["href": other.path]
            if other == room { attributes["aria-current"] = "page" }
            return HTML.element("a", attributes, [.text(other.name.said(in: language))])
        }
        return .element(
            "nav", ["class": "rooms", "aria-label": RoomWords.rooms.said(in: language)], links)
    }

    private var languages: HTML {
        let links = [(AnswerLanguage.korean, "한국어"), (.english, "English")].map { other, name in
            var attributes: HTML.Attributes = [
                "href": "/language/\(other.rawValue)?next=\(input.request.target.percentEncoded)",
                "lang": other.rawValue, "hreflang": other.rawValue,
            ]
            if other == language { attributes["aria-current"] = "true" }
            return HTML.element("a", attributes, [.text(name)])
        }
        return .element(
            "nav", ["class": "languages", "aria-label": RoomWords.language.said(in: language)], links)
    }
}
