import Domain
import HTTPServer

extension API {
    /// Writes an answer that is data the way the client wants it, with the fields it wants, and tags it.
    ///
    /// - Throws: ``InputError`` naming `fields`.
    func represented(
        _ response: HTTPResponse, of input: Input, at endpoint: Endpoint, as representation: Representation,
        in table: EndpointTable
    ) throws -> HTTPResponse {
        let isRead = endpoint.method == .get
        guard isRead || representation != .json, case .bytes(let bytes) = response.body,
            response.headers["Content-Type"] == Representation.json.rawValue
        else { return response }
        let selection = isRead ? try FieldSelection(of: input, at: endpoint) : nil
        var response = response
        if selection != nil || representation != .json {
            var value = try JSONValue(reading: bytes)
            if let selection { value = selection.applied(to: value, listName: endpoint.listName) }
            let written = write(value, of: input, at: endpoint, as: representation, in: table)
            response.body = .bytes(written)
            response.headers.set("Content-Type", representation.contentType)
        }
        if representation == .html { dress(&response, in: input.language) }
        return isRead && response.status == 200 ? tagged(response, for: input.request) : response
    }

    private func write(
        _ value: JSONValue, of input: Input, at endpoint: Endpoint, as representation: Representation,
        in table: EndpointTable
    ) -> [UInt8] {
        switch representation {
        case .json: Array(value.text.utf8)
        case .text: Array(PlainText(value).text.utf8)
        case .lines: Self.lines(of: value, listName: endpoint.listName)
        case .html: ReadablePage(value, of: input, at: endpoint, in: table).bytes
        }
    }

    private static func lines(of value: JSONValue, listName: String?) -> [UInt8] {
        guard let listName, case .array(let items)? = value[listName] else {
            return Array((value.text + "\n").utf8)
        }
        return items.reduce(into: []) { bytes, item in bytes += (item.text + "\n").utf8 }
    }

    /// A page needs its style, and somebody who waits without script needs it again.
    private func dress(_ response: inout HTTPResponse, in language: AnswerLanguage) {
        response.headers.set("Content-Security-Policy", SecurityHeaders.pagePolicy)
        response.headers.set("Content-Language", language.rawValue)
        guard let wait = response.headers["Retry-After"] else { return }
        let place = response.headers["Location"].map { ";url=\($0)" } ?? ""
        response.headers.set("Refresh", wait + place)
    }

    /// What was read can be kept by the one who read it, and asked for again by its tag.
    private func tagged(_ response: HTTPResponse, for request: HTTPRequest) -> HTTPResponse {
        guard case .bytes(let bytes) = response.body else { return response }
        var response = response
        let state = response.headers["ETag"].map { EntityTag($0).state } ?? nil
        response.headers.set("ETag", EntityTag(state: state, of: bytes).text)
        response.headers.set("Cache-Control", "private, no-cache")
        response.headers.set("Vary", "Accept, Accept-Language")
        return response.unlessKnown(to: request)
    }
}
