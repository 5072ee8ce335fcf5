extension MetricsRegistry {
    /// Writes every metric down, in the order of their names.
    ///
    /// Prometheus text format 0.0.4: https://prometheus.io/docs/instrumenting/exposition_formats/;
    /// OpenMetrics 1.0: https://prometheus.io/docs/specs/om/open_metrics_spec/.
    package func exposition(_ format: ExpositionFormat) -> [UInt8] {
        update()
        var text: [UInt8] = []
        text.reserveCapacity(1 << 17)
        for family in families {
            family.description.writeHeader(in: format, to: &text)
            family.write(in: format, to: &text)
        }
        if format == .openMetrics { text.append(contentsOf: "# EOF\n".utf8) }
        return text
    }
}

extension MetricDescription {
    fileprivate func writeHeader(in format: ExpositionFormat, to text: inout [UInt8]) {
        let name = format == .openMetrics ? familyName : name
        text.append(contentsOf: "# TYPE \(name) \(type(in: format))\n".utf8)
        if format == .openMetrics, let unit { text.append(contentsOf: "# UNIT \(name) \(unit)\n".utf8) }
        text.append(contentsOf: "# HELP \(name) ".utf8)
        text.append(escaping: help, quotes: format == .openMetrics)
        text.append(UInt8(ascii: "\n"))
    }

    /// Only OpenMetrics has a type for facts.
    private func type(in format: ExpositionFormat) -> String {
        kind == .information && format == .prometheus ? Kind.gauge.rawValue : kind.rawValue
    }
}
