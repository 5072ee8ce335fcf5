import Domain
import HTTPServer

/// An answer as a page for people: what JSON would say, and forms for what can be done from here.
struct ReadablePage {
    let bytes: [UInt8]

    init(_ value: JSONValue, of input: Input, at endpoint: Endpoint, in table: EndpointTable) {
        let language = input.language
        let title = OperationNames.title(of: endpoint, in: language)
        let forms = table.operations(from: endpoint).map {
            ReadableForm(
                endpoint: $0, request: input.request, shown: value, language: language,
                token: input.caller.formToken
            ).html
        }
        let below = table.pages(below: endpoint).map { page in
            HTML.element(
                "li",
                [
                    .link(
                        to: input.request.path.withoutSlash + page.rest,
                        OperationNames.title(of: page.endpoint, in: language))
                ])
        }
        var pieces = [HTML.element("h1", title), ReadableValue(value).html]
        if let next = value["next"]?.plainText {
            pieces.append(.element("p", [.link(to: next, PageWords.next.said(in: language))]))
        }
        if !below.isEmpty { pieces.append(.element("ul", below)) }
        if !forms.isEmpty {
            pieces.append(.element("h2", PageWords.actions.said(in: language)))
            pieces += forms
        }
        bytes = Self.document(title, pieces, language: language).document
    }

    /// A problem as a page.
    init(_ problem: JSONValue, title: String, language: AnswerLanguage) {
        let pieces: [HTML] = [.element("h1", title), ReadableValue(problem).html]
        bytes = Self.document(title, pieces, language: language).document
    }

    /// Puts the frame around it that all pages without script share.
    static func document(_ title: String, _ pieces: [HTML], language: AnswerLanguage) -> HTML {
        let places = [
            ("/", PageWords.start), ("/v1", .overview), ("/v1/prompts", .prompts), ("/v1/videos", .videos),
            ("/v1/reviews", .reviews), ("/v1/trash", .trash), ("/docs", .documentation),
        ]
        return .element(
            "html", ["lang": language.rawValue],
            [
                .element(
                    "head",
                    [
                        .element("meta", ["charset": "utf-8"], []),
                        .element(
                            "meta",
                            ["name": "viewport", "content": "width=device-width, initial-scale=1"], []),
                        .element("title", "\(title) – Reprise"),
                        .element("link", ["rel": "stylesheet", "href": "/assets/style.css"], []),
                        .element("link", ["rel": "stylesheet", "href": "/assets/readable.css"], []),
                    ]),
                .element(
                    "body", ["class": "readable"],
                    [
                        .element(
                            "nav", places.map { .link(to: $0.0, $0.1.said(in: language)) }),
                        .element("main", pieces),
                    ]),
            ])
    }
}

extension String {
    /// A path without the slash at its end.
    fileprivate var withoutSlash: String { count > 1 && hasSuffix("/") ? String(dropLast()) : self }
}
