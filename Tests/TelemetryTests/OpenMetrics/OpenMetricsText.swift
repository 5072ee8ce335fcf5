/// An OpenMetrics text, read by the letter of https://prometheus.io/docs/specs/om/open_metrics_spec/.
struct OpenMetricsText {
    private(set) var families: [OpenMetricsFamily] = []
    private var names: Set<String> = []
    private var current: OpenMetricsFamily?

    init(_ text: String) throws(OpenMetricsError) {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        // A last line feed ends the last line; it begins no other.
        if lines.last == "" { lines.removeLast() }
        guard lines.popLast() == "# EOF" else { throw .init("no end") }
        for line in lines {
            guard !line.isEmpty, line != "# EOF" else { throw .init("a line that is not allowed") }
            if line.hasPrefix("#") { try describe(line) } else { try add(OpenMetricsSample(line: line)) }
        }
        try close()
    }

    private mutating func describe(_ line: Substring) throws(OpenMetricsError) {
        let parts = line.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 4, parts[0] == "#" else { throw .init("a comment") }
        let name = String(parts[2])
        if current?.name == name, current?.samples.isEmpty == false { throw .init("a description too late") }
        if current?.name != name {
            try close()
            current = OpenMetricsFamily(name)
        }
        let text = String(parts[3])
        switch parts[1] {
        case "HELP": try set(\.help, Self.unescaped(text))
        case "UNIT": try set(\.unit, text)
        case "TYPE":
            guard OpenMetricsFamily.suffixes[text] != nil else { throw .init("type \(text)") }
            try set(\.type, text)
        default: throw .init("a comment")
        }
    }

    private mutating func set(_ path: WritableKeyPath<OpenMetricsFamily, String?>, _ text: String)
        throws(OpenMetricsError)
    {
        guard current?[keyPath: path] == nil else { throw .init("described twice") }
        current?[keyPath: path] = text
    }

    private mutating func add(_ sample: OpenMetricsSample) throws(OpenMetricsError) {
        if current?.takes(sample) != true {
            try close()
            current = OpenMetricsFamily(sample.name)
        }
        try current?.add(sample)
    }

    private mutating func close() throws(OpenMetricsError) {
        guard let family = current else { return }
        try family.finish()
        for name in Set(family.names + [family.name]) {
            guard names.insert(name).inserted else { throw .init("\(name) clashes") }
        }
        families.append(family)
        current = nil
    }

    private static func unescaped(_ text: String) -> String {
        var (result, isEscaped) = (String.UnicodeScalarView(), false)
        for scalar in text.unicodeScalars {
            if isEscaped {
                switch scalar {
                case "n": result.append("\n")
                case "\\", "\"": result.append(scalar)
                default: result.append(contentsOf: ["\\", scalar])
                }
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }
}
