import HTTPServer

/// One page of a list, and where the next one is.
struct Page<Item: Encodable & Identifiable> where Item.ID: CustomStringConvertible {
    let items: [Item]
    let next: String?
    private let listName: String

    /// - Parameters:
    ///   - found: One more than fits, when there is one more.
    ///   - limit: How many fit.
    ///   - list: What the member with the items is called.
    ///   - input: The request, whose query chose the list.
    ///   - item: How one is shown.
    init<Kept>(_ found: [Kept], limit: Int, list: String, of input: Input, item: (Kept) -> Item) {
        items = found.prefix(limit).map(item)
        next =
            found.count > limit
            ? items.last.map { input.path(from: "\($0.id)", limit: limit) } : nil
        listName = list
    }

    /// The page as an answer, with the next one also as a link (RFC 8288).
    var response: HTTPResponse {
        get throws {
            try .json(self, headers: next.map { ["Link": "<\($0)>; rel=\"next\""] } ?? [:])
        }
    }
}

extension Page: Encodable {
    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }

        init?(intValue: Int) { nil }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(items, forKey: Key(stringValue: listName))
        try container.encodeIfPresent(next, forKey: Key(stringValue: "next"))
    }
}
