import Domain
import HTTPServer

/// `/openapi.json` as a page for people, without script and without anything from elsewhere.
struct DocumentationPage {
    let bytes: [UInt8]

    init(of endpoints: [Endpoint], in language: AnswerLanguage) {
        let words = DocumentationWords(language: language)
        let groups = Dictionary(grouping: endpoints, by: \.group).sorted { $0.key < $1.key }
        var pieces: [HTML] = [
            .element("h1", "Reprise API \(OpenAPIDocument.version)"),
            .element("p", [.link(to: "/openapi.json", "OpenAPI 3.1")]),
            .element("p", words.forms),
            .element("ul", groups.map { .element("li", [.link(to: "#\($0.key)", $0.key)]) }),
        ]
        for (group, endpoints) in groups {
            pieces.append(HTML.element("h2", ["id": group], [.text(group)]))
            pieces += endpoints.map { Self.section(of: $0, words) }
        }
        pieces.append(HTML.element("h2", ["id": "problems"], [.text(words.problems)]))
        pieces.append(Self.problems(words))
        bytes = ReadablePage.document("API", pieces, language: language).document
    }

    private static func section(of endpoint: Endpoint, _ words: DocumentationWords) -> HTML {
        let title = OperationNames.title(of: endpoint, in: words.language)
        var pieces: [HTML] = [
            .element(
                "summary",
                [.element("code", "\(endpoint.method.rawValue) \(endpoint.pattern)"), .text(" \(title)")]),
            .element("p", endpoint.summary),
        ]
        if !endpoint.fields.isEmpty { pieces.append(fields(of: endpoint, words)) }
        let replies = endpoint.replies.map { reply in
            (
                ["\(reply.status)", reply.content?.type].compactMap(\.self).joined(separator: " "),
                reply.summary
            )
        }
        let problems = endpoint.problems.map { ("\($0.status) \($0.rawValue)", $0.title(in: words.language)) }
        pieces.append(terms(replies + problems))
        return HTML.element("details", ["id": endpoint.name], pieces)
    }

    private static func fields(of endpoint: Endpoint, _ words: DocumentationWords) -> HTML {
        let head = [words.name, words.place, words.value, words.meaning].map { HTML.element("th", $0) }
        let rows = endpoint.fields.map { field in
            HTML.element(
                "tr",
                [
                    .element("td", [.element("code", field.name + (field.isRequired ? " *" : ""))]),
                    .element("td", field.place.rawValue),
                    .element("td", [.element("code", field.schema.text)]),
                    .element("td", field.summary),
                ])
        }
        return .element("table", [.element("tr", head)] + rows)
    }

    private static func problems(_ words: DocumentationWords) -> HTML {
        terms(ProblemKind.allCases.map { ("\($0.status) \($0.rawValue)", $0.title(in: words.language)) })
    }

    private static func terms(_ rows: [(String, String)]) -> HTML {
        .element(
            "dl",
            rows.map { term, meaning in
                .element("div", [.element("dt", [.element("code", term)]), .element("dd", meaning)])
            })
    }
}

/// What the page says around the table of endpoints.
private struct DocumentationWords {
    let language: AnswerLanguage

    var forms: String {
        language == .korean
            ? "쓰는 호출은 모두 application/x-www-form-urlencoded, multipart/form-data, JSON을 받습니다. "
                + "답은 Accept에 따라 JSON, 읽는 쪽, 글로 옵니다."
            : "Every writing call takes application/x-www-form-urlencoded, multipart/form-data and JSON. Answers "
                + "are JSON, a page or text by Accept."
    }

    var problems: String { language == .korean ? "문제의 종류" : "Problems" }
    var name: String { language == .korean ? "이름" : "Name" }
    var place: String { language == .korean ? "위치" : "Place" }
    var value: String { language == .korean ? "값" : "Value" }
    var meaning: String { language == .korean ? "뜻" : "Meaning" }
}

extension Endpoint {
    /// What it is about: the first word of its path behind the version.
    fileprivate var group: String {
        let words = pattern.split(separator: "/").map(String.init)
        return words.first { $0 != "v1" } ?? "start"
    }
}
