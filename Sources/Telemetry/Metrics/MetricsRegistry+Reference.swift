extension MetricsRegistry {
    /// The reference of all declared metrics as a table in Markdown, as `docs/metrics.md` shows it.
    package var reference: String {
        let rows = descriptions.map { metric in
            let labels = metric.labels.map { "`\($0.name)`" }.joined(separator: ", ")
            return "| `\(metric.name)` | \(metric.kind.rawValue) | \(labels) | \(metric.help) |"
        }
        return (["| metric | kind | labels | meaning |", "|---|---|---|---|"] + rows).joined(separator: "\n")
    }
}
