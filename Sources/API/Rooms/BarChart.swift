/// Bars beside their names, drawn as SVG; the figures stand beside them as text.
struct BarChart {
    struct Bar {
        let name: String
        let value: Double
        /// The value as people read it.
        let text: String
    }

    /// What stands above it; nil for nothing.
    let caption: String?
    let title: String
    let bars: [Bar]

    private static let rowHeight = 30
    private static let nameWidth = 220
    private static let barWidth = 300

    var html: HTML {
        let height = bars.count * Self.rowHeight
        let largest = bars.map(\.value).max() ?? 0
        return .element(
            "figure",
            (caption.map { [.element("figcaption", $0)] } ?? []) + [
                .element(
                    "svg",
                    [
                        "class": "chart", "role": "img", "aria-label": spoken,
                        "viewBox": "0 0 620 \(height)", "width": "620", "height": "\(height)",
                    ], bars.enumerated().flatMap { row($1, at: $0, largest: largest) })
            ])
    }

    /// All of it for those who do not see it.
    private var spoken: String { title + ": " + bars.map { "\($0.name) \($0.text)" }.joined(separator: ", ") }

    private func row(_ bar: Bar, at index: Int, largest: Double) -> [HTML] {
        let top = index * Self.rowHeight
        let width = largest > 0 ? max(2, Int(bar.value / largest * Double(Self.barWidth))) : 2
        let middle = "\(top + Self.rowHeight / 2 + 4)"
        return [
            .element("text", ["x": "0", "y": middle], [.text(Self.shortened(bar.name))]),
            .element(
                "rect",
                [
                    "x": "\(Self.nameWidth)", "y": "\(top + 6)", "width": "\(width)",
                    "height": "\(Self.rowHeight - 12)", "rx": "3",
                ], []),
            .element(
                "text", ["x": "\(Self.nameWidth + width + 8)", "y": middle, "class": "figure"],
                [.text(bar.text)]),
        ]
    }

    /// As much of a name as has room; the rest is in the label.
    private static func shortened(_ name: String) -> String {
        name.count > 28 ? name.prefix(27) + "…" : name
    }
}
