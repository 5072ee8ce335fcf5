/// A text format that Prometheus reads.
package enum ExpositionFormat: String, Sendable, Hashable, CaseIterable {
    /// The Prometheus text format, version 0.0.4.
    case prometheus
    /// OpenMetrics 1.0.
    case openMetrics

    /// The value of `Content-Type`.
    package var contentType: String {
        switch self {
        case .prometheus: "text/plain; version=0.0.4; charset=utf-8"
        case .openMetrics: "application/openmetrics-text; version=1.0.0; charset=utf-8"
        }
    }

    /// Chooses what a scraper likes best (RFC 9110, section 12.5.1).
    ///
    /// - Parameter accept: The value of `Accept`; without one, or when nothing in it fits, the Prometheus
    ///   text format is right.
    package init(accept: String?) {
        let ranges = (accept ?? "").split(separator: ",").map(MediaRange.init)
        let openMetrics = ranges.filter { $0.type == "application/openmetrics-text" && $0.isVersionKnown }
        let text = ranges.filter { ["text/plain", "text/*", "*/*"].contains($0.type) }
        let best = openMetrics.map(\.quality).max() ?? 0
        self = best > 0 && best >= text.map(\.quality).max() ?? 0 ? .openMetrics : .prometheus
    }
}

/// One entry of an `Accept` header.
private struct MediaRange {
    let type: String
    var quality = 1.0
    /// Whether it asks for a version of OpenMetrics that we write, or for any.
    var isVersionKnown = true

    init(_ text: Substring) {
        let parts = text.split(separator: ";").map { $0.lowercased().filter { !$0.isWhitespace } }
        type = parts.first ?? ""
        for part in parts.dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2 else { continue }
            switch pair[0] {
            case "q": quality = Double(pair[1]) ?? 0
            case "version": isVersionKnown = ["1.0.0", "0.0.1"].contains(pair[1])
            default: break
            }
        }
    }
}
