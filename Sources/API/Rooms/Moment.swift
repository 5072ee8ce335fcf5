import Domain

/// A moment in a page: in UTC without script, in the reader's own time with it.
struct Moment {
    private let timestamp: Timestamp

    init(_ timestamp: Timestamp) { self.timestamp = timestamp }

    var html: HTML {
        let text = timestamp.description
        let shown = text.prefix(16).replacing("T", with: " ") + " UTC"
        return .element("time", ["datetime": text], [.text(String(shown))])
    }
}
