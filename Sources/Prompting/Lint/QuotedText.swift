/// A text taken apart at its double quotes; an opening quote without its partner quotes nothing.
struct QuotedText: Sendable, Hashable {
    let outside: String
    let quotes: [String]
    /// What stands in front of each quote, since the quote before it.
    let leads: [String]

    init(_ text: String) {
        var outside = ""
        var quotes: [String] = []
        var leads: [String] = []
        var rest = text[...]
        while let open = rest.firstIndex(where: { $0 == "“" || $0 == "\"" }) {
            let closing: Character = rest[open] == "“" ? "”" : "\""
            let inside = rest[rest.index(after: open)...]
            guard let close = inside.firstIndex(of: closing) else { break }
            outside += rest[..<open]
            leads.append(String(rest[..<open]))
            quotes.append(String(inside[..<close]))
            rest = inside[inside.index(after: close)...]
        }
        self.outside = outside + rest
        self.quotes = quotes
        self.leads = leads
    }
}
