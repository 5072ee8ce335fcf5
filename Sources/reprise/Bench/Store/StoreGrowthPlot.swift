import Foundation

/// Times by size as a small picture: both axes logarithmic, a line for each kind of call.
struct StoreGrowthPlot {
    let rows: [StoreGrowth.Row]
    let name: String

    private static let (left, top, width, height) = (60.0, 30.0, 420.0, 220.0)
    private static let milliseconds = [0.01, 0.1, 1, 10, 100]

    private var lines: [(name: String, colour: String, value: (StoreGrowth.Row) -> Double)] {
        [
            ("prompt", "#0072b2", { $0.head }), ("all revisions", "#56b4e9", { $0.revisions }),
            ("page of 20", "#009e73", { $0.page }), ("search", "#d55e00", { $0.search }),
            ("search with filters", "#cc79a7", { $0.filtered }),
        ]
    }

    var svg: String {
        let size = "width=\"660\" height=\"300\" viewBox=\"0 0 660 300\""
        return """
            <svg xmlns="http://www.w3.org/2000/svg" \(size) font-family="sans-serif" font-size="12">
            <rect width="660" height="300" fill="white"/>
            <text x="60" y="18">\(name): ms that 99 of 100 calls stay within, by prompts</text>
            \((grid + ticks + curves).joined(separator: "\n"))
            </svg>

            """
    }

    private func x(_ prompts: Int) -> Double {
        let (low, high) = (log10(Double(rows.first?.prompts ?? 1)), log10(Double(rows.last?.prompts ?? 10)))
        return Self.left + (log10(Double(prompts)) - low) / max(high - low, 0.001) * Self.width
    }

    private func y(_ milliseconds: Double) -> Double {
        let share = (log10(min(max(milliseconds, 0.01), 100)) + 2) / 4
        return Self.top + (1 - share) * Self.height
    }

    private var grid: [String] {
        Self.milliseconds.map { value in
            let y = y(value).text(decimals: 1)
            return "<line x1=\"60\" x2=\"480\" y1=\"\(y)\" y2=\"\(y)\" stroke=\"#ddd\"/>"
                + "<text x=\"52\" y=\"\(y)\" text-anchor=\"end\" dy=\"4\">\(value)</text>"
        }
    }

    private var ticks: [String] {
        rows.map { row in
            "<text x=\"\(x(row.prompts).text(decimals: 1))\" y=\"268\" text-anchor=\"middle\">"
                + "\(Double(row.prompts).text())</text>"
        }
    }

    private var curves: [String] {
        lines.indices.map { number in
            let line = lines[number]
            let points = rows.map { row in
                x(row.prompts).text(decimals: 1) + "," + y(line.value(row)).text(decimals: 1)
            }
            return "<polyline points=\"\(points.joined(separator: " "))\" fill=\"none\" "
                + "stroke=\"\(line.colour)\" stroke-width=\"2\"/>\n"
                + "<text x=\"500\" y=\"\(50 + number * 20)\" fill=\"\(line.colour)\">\(line.name)</text>"
        }
    }
}
