@testable import API
import Domain
import HTTPServer

/// Headers that choose an answer are read whatever they say, and what is chosen was offered.
struct NegotiationTarget: FuzzTarget {
    static let name = "negotiation"

    func run(_ bytes: UnsafeRawBufferPointer) {
        let offered = ["application/json", "text/html", "text/plain"]
        let header = bytes.text
        if let best = AcceptHeader([header]).best(of: offered) {
            precondition(offered.contains(best), "something is chosen that nobody offered")
        }
        _ = AnswerLanguage(acceptLanguage: header)
        _ = ContentCoding(acceptEncoding: [header])
        _ = EntityTag(header)
    }
}

/// A problem made of any texts is JSON that says them, and a page without foreign markup.
struct ProblemTarget: FuzzTarget {
    static let name = "problem"

    func run(_ bytes: UnsafeRawBufferPointer) {
        let texts = bytes.texts(3)
        let problem = Problem(.invalidField, texts[0], field: texts[1], expected: texts[2])
        guard case .bytes(let json) = problem.response(to: [:], requestID: "r").body,
            let value = try? JSONValue(reading: json)
        else { fatalError("a problem is no JSON") }
        precondition(value["detail"] == .string(texts[0]), "a problem does not keep its words")
        precondition(value["field"] == .string(texts[1]), "a problem does not keep its field")
        let page = problem.response(to: ["Accept": "text/html"], requestID: "r")
        let empty = Problem(.invalidField, "", field: "", expected: "").response(
            to: ["Accept": "text/html"], requestID: "r")
        // Line breaks put a text into an element of its own.
        guard !texts.contains(where: { $0.contains(where: \.isNewline) }) else { return }
        let links = texts.count { $0.hasPrefix("/v1/") && !$0.contains(where: \.isWhitespace) }
        precondition(Self.elements(of: page) == Self.elements(of: empty) + 2 * links, "a text became markup")
    }

    private static func elements(of response: HTTPResponse) -> Int {
        guard case .bytes(let bytes) = response.body else { return 0 }
        return bytes.count { $0 == UInt8(ascii: "<") }
    }
}
