import HTTPServer

/// How an answer that is data is written down.
enum Representation: String, Sendable, Hashable, CaseIterable {
    case json = "application/json"
    /// A page for people, with the forms for what can be done next.
    case html = "text/html"
    case text = "text/plain"
    /// One JSON value a line, for lists.
    case lines = "application/x-ndjson"

    /// Chooses by `Accept`, JSON where all are liked alike.
    ///
    /// - Throws: ``Problem`` when the client takes nothing of what the endpoint can answer.
    init(for request: HTTPRequest, at endpoint: Endpoint) throws(Problem) {
        self = .json
        let lines = request.headers.values("Accept")
        guard !lines.isEmpty, let offered = endpoint.mediaTypes else { return }
        guard let best = AcceptHeader(lines).best(of: offered) else {
            throw Problem(
                .notAcceptable, "This is answered as \(offered.joined(separator: ", "))",
                korean: "이 주소는 \(offered.joined(separator: ", "))(으)로만 답합니다.", field: "Accept",
                expected: "one of \(offered.joined(separator: ", "))")
        }
        self = Self(rawValue: best) ?? .json
    }

    /// How a problem is told to the client: as a page or text only to those who like that better than JSON.
    init(ofProblemFor headers: HTTPHeaders) {
        let accept = AcceptHeader(headers.values("Accept"))
        var best = (
            form: Self.json,
            quality: max(
                accept.quality(of: "application/problem+json"), accept.quality(of: Self.json.rawValue))
        )
        for form in [Self.html, .text] {
            let quality = accept.quality(of: form.rawValue)
            if quality > best.quality { best = (form, quality) }
        }
        self = best.form
    }

    /// The value of `Content-Type`.
    var contentType: String {
        switch self {
        case .json, .lines: rawValue
        case .html, .text: rawValue + "; charset=utf-8"
        }
    }
}

extension Endpoint {
    /// What its answers can be, the most natural first; nil when `Accept` has no say, as with files of the
    /// page.
    var mediaTypes: [String]? {
        guard isNegotiated else { return nil }
        let fixed = replies.filter { $0.status < 300 }.compactMap { $0.content?.type }
        if fixed.isEmpty { return nil }
        guard fixed.contains(Representation.json.rawValue) else { return fixed }
        let written: [Representation] = isList ? [.json, .html, .text, .lines] : [.json, .html, .text]
        return written.map(\.rawValue)
    }
}
