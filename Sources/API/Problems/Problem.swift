import Domain
import HTTPServer

/// One thing that went wrong, as RFC 9457 tells it.
struct Problem: Error {
    var kind: ProblemKind
    /// What went wrong this time, in English; nil when the title says it all.
    var detail: String?
    /// The same in Korean.
    var koreanDetail: String?
    var field: String?
    var expected: String?
    var retryAfter: Duration?
    var headers: HTTPHeaders = [:]
    /// Members beside the standard ones (RFC 9457, section 3.2).
    var members: [String: any Encodable & Sendable] = [:]

    init(
        _ kind: ProblemKind, _ detail: String? = nil, korean: String? = nil, field: String? = nil,
        expected: String? = nil, retryAfter: Duration? = nil
    ) {
        self.kind = kind
        self.detail = detail
        koreanDetail = korean
        self.field = field
        self.expected = expected
        self.retryAfter = retryAfter
    }

    /// The answer a client gets.
    ///
    /// - Parameter request: The headers of the request, which say how and in which language it is told.
    func response(to request: HTTPHeaders, requestID: String) -> HTTPResponse {
        let language = AnswerLanguage(acceptLanguage: request["Accept-Language"])
        let representation = Representation(ofProblemFor: request)
        // A document of texts and numbers can always be written.
        let json = (try? JSONText.bytes(of: document(in: language, requestID: requestID))) ?? []
        let (type, bytes) = written(json, as: representation, in: language)
        var response = HTTPResponse(status: kind.status, type: type, headers: headers, body: .bytes(bytes))
        if representation == .html {
            response.headers.set("Content-Security-Policy", SecurityHeaders.pagePolicy)
        }
        response.headers.set("Cache-Control", "no-store")
        response.headers.set("Content-Language", language.rawValue)
        response.headers.set("Vary", "Accept, Accept-Language")
        if let retryAfter { response.headers.set("Retry-After", "\(max(1, retryAfter.components.seconds))") }
        SecurityHeaders.add(to: &response)
        return response
    }

    private func written(
        _ json: [UInt8], as representation: Representation, in language: AnswerLanguage
    ) -> (type: String, bytes: [UInt8]) {
        guard representation != .json, let value = try? JSONValue(reading: json) else {
            return ("application/problem+json", json)
        }
        let title = kind.title(in: language)
        let bytes =
            representation == .text
            ? Array(PlainText(value).text.utf8)
            : ReadablePage(value, title: title, language: language).bytes
        return (representation.contentType, bytes)
    }

    func document(in language: AnswerLanguage, requestID: String) -> ProblemDocument {
        let expected = expected.map {
            language == .korean ? KoreanExpectation.text(of: $0, field: field) : $0
        }
        return ProblemDocument(
            type: "urn:reprise:problem:\(kind.rawValue)", title: kind.title(in: language),
            status: kind.status, detail: detail(in: language), field: field, expected: expected,
            requestId: requestID, members: members)
    }

    func detail(in language: AnswerLanguage) -> String {
        switch language {
        case .english: detail ?? kind.entry.english
        case .korean: koreanDetail ?? kind.entry.korean
        }
    }

    static let schema: JSONValue = [
        "type": "object",
        "required": ["type", "title", "status", "detail", "requestId"],
        "properties": [
            "type": ["type": "string", "description": "A stable name of the kind of problem."],
            "title": ["type": "string"], "status": ["type": "integer"], "detail": ["type": "string"],
            "field": ["type": "string", "description": "The field at fault, as the client wrote it."],
            "expected": ["type": "string", "description": "What would have been right."],
            "requestId": ["type": "string", "description": "Also in `X-Request-Id` and in the log."],
        ],
    ]
}
