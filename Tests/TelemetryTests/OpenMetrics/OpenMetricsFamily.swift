/// One metric of an OpenMetrics text, with what is said about it and its samples.
struct OpenMetricsFamily {
    static let suffixes: [String: [String]] = [
        "counter": ["_total", "_created"], "summary": ["", "_count", "_sum", "_created"],
        "histogram": ["_count", "_sum", "_bucket", "_created"],
        "gaugehistogram": ["_gcount", "_gsum", "_bucket"], "info": ["_info"], "gauge": [""],
        "stateset": [""], "unknown": [""],
    ]

    let name: String
    var type: String?
    var unit: String?
    var help: String?
    private(set) var samples: [OpenMetricsSample] = []
    private var group: [String: String]?
    private var groups: Set<[String: String]> = []
    private var timestamp: Double?

    init(_ name: String) { self.name = name }

    var kind: String { type ?? "unknown" }

    /// Every name that its samples may have.
    var names: [String] { (Self.suffixes[kind] ?? [""]).map { name + $0 } }

    func takes(_ sample: OpenMetricsSample) -> Bool { names.contains(sample.name) }

    mutating func add(_ sample: OpenMetricsSample) throws(OpenMetricsError) {
        try checkLabels(of: sample)
        try checkValue(of: sample)
        try place(sample)
        if sample.exemplar != nil {
            let mayHave =
                ["histogram", "gaugehistogram"].contains(kind) && sample.name.hasSuffix("_bucket")
                || kind == "counter" && sample.name.hasSuffix("_total")
            guard mayHave else { throw .init("\(sample.name) cannot have an exemplar") }
        }
        samples.append(sample)
    }

    private func checkLabels(of sample: OpenMetricsSample) throws(OpenMetricsError) {
        if kind == "stateset", sample.labels[name] == nil { throw .init("a state without its label") }
        if sample.name == name + "_bucket" {
            guard let text = sample.labels["le"], let bound = OpenMetricsScanner.number(text), !bound.isNaN,
                !bound.isInfinite || bound < 0 || text == "+Inf"
            else { throw .init("no bound of \(sample.name)") }
        }
        if kind == "summary", sample.name == name {
            let quantile = sample.labels["quantile"].flatMap(OpenMetricsScanner.number)
            guard let quantile, (0...1).contains(quantile) else { throw .init("no quantile of \(name)") }
        }
    }

    private func checkValue(of sample: OpenMetricsSample) throws(OpenMetricsError) {
        let suffix = sample.name.dropFirst(name.count)
        let value = sample.value
        let isCount = ["_bucket", "_count", "_gcount"].contains(suffix)
        if isCount, value.isFinite, value != value.rounded() { throw .init("a count of \(value)") }
        if kind == "stateset", value != 0, value != 1 { throw .init("a state of \(value)") }
        if kind == "info", value != 1 { throw .init("a fact of \(value)") }
        if kind == "summary", sample.name == name, value < 0 { throw .init("a quantile of \(value)") }
        if isCount || ["_total", "_sum", "_gsum"].contains(suffix), value.isNaN {
            throw .init("NaN counted")
        }
        if isCount || ["_total", "_sum"].contains(suffix), value < 0 { throw .init("\(value) counted") }
    }

    /// Samples of one group stand together, in the order of time.
    private mutating func place(_ sample: OpenMetricsSample) throws(OpenMetricsError) {
        let next = sample.group(in: name, of: kind)
        if let group, next != group, groups.contains(next) { throw .init("a group in two places") }
        if group == next {
            if (sample.timestamp == nil) != (timestamp == nil) { throw .init("times here and there") }
            if let timestamp, let now = sample.timestamp, timestamp > now, kind != "info" {
                throw .init("time goes back")
            }
        }
        (group, timestamp) = (next, sample.timestamp)
        groups.insert(next)
    }

    /// What can be judged only once every sample is there.
    func finish() throws(OpenMetricsError) {
        guard OpenMetricsScanner.isName(name, withColons: true) else { throw .init("name \(name)") }
        if let unit, !unit.isEmpty {
            guard name.hasSuffix("_" + unit) else { throw .init("\(name) does not end in \(unit)") }
            guard !["info", "stateset"].contains(kind) else { throw .init("a unit of \(kind)") }
        }
        guard ["histogram", "gaugehistogram"].contains(kind) else { return }
        var buckets = OpenMetricsBuckets()
        var key: (group: [String: String], timestamp: Double?)?
        for sample in samples {
            let next = (group: sample.group(in: name, of: kind), timestamp: sample.timestamp)
            if let key, key != next {
                try buckets.finish()
                buckets = OpenMetricsBuckets()
            }
            key = next
            try buckets.add(sample, suffix: sample.name.dropFirst(name.count))
        }
        if key != nil { try buckets.finish() }
    }
}

/// The samples of one histogram.
private struct OpenMetricsBuckets {
    private var last: (bound: Double, count: Double)?
    private var count: Double?
    private var (sum, gaugeSum): (Double?, Double?) = (nil, nil)
    private var hasNegative = false

    mutating func add(_ sample: OpenMetricsSample, suffix: Substring) throws(OpenMetricsError) {
        switch suffix {
        case "_bucket":
            let bound = sample.labels["le"].flatMap(OpenMetricsScanner.number) ?? .nan
            if let last, bound <= last.bound { throw .init("bounds that do not grow") }
            if let last, sample.value < last.count { throw .init("buckets that shrink") }
            if bound < 0 { hasNegative = true }
            last = (bound, sample.value)
        case "_count", "_gcount": count = sample.value
        case "_sum": sum = sample.value
        case "_gsum": gaugeSum = sample.value
        default: break
        }
    }

    func finish() throws(OpenMetricsError) {
        guard let last, last.bound == .infinity else { throw .init("no last bucket") }
        if let count, count != last.count { throw .init("the count is not that of the last bucket") }
        guard (sum != nil || gaugeSum != nil) == (count != nil) else { throw .init("sum or count alone") }
        if hasNegative, sum != nil { throw .init("a sum with negative buckets") }
        if !hasNegative, let gaugeSum, gaugeSum < 0 { throw .init("a negative sum") }
    }
}
