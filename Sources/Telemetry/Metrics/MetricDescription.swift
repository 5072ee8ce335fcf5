/// What a metric is, without its values.
package struct MetricDescription: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case counter, gauge, histogram
        /// Facts that do not change while the process runs, as labels of a gauge that is 1.
        case information = "info"
    }

    /// The name as Prometheus shows it, such as `reprise_http_requests_total`.
    package let name: String
    package let kind: Kind
    /// One sentence for the person who reads the dashboard.
    package let help: String
    package let labels: [Label]

    init(name: String, kind: Kind, help: String, labels: [Label]) {
        precondition(MetricName.isMetric(name), "No name for a metric: \(name)")
        precondition(!help.isEmpty, "\(name) needs a sentence of help")
        precondition((kind == .counter) == name.hasSuffix("_total"), "Counters end in _total: \(name)")
        precondition((kind == .information) == name.hasSuffix("_info"), "Facts end in _info: \(name)")
        self.name = name
        self.kind = kind
        self.help = help
        self.labels = labels
    }

    /// The name without the suffix that OpenMetrics adds to a sample of this kind.
    package var familyName: String {
        switch kind {
        case .counter: String(name.dropLast("_total".count))
        case .information: String(name.dropLast("_info".count))
        case .gauge, .histogram: name
        }
    }

    /// The base unit that the name ends in; nil for a plain number.
    package var unit: String? {
        ["seconds", "bytes", "ratio", "dollars"].first { familyName.hasSuffix("_" + $0) }
    }
}
