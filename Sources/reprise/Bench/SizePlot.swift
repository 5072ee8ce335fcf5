import Foundation

/// Times by size as a small picture: both axes logarithmic, a line for each kind of call.
struct SizePlot {
    /// A kind of call with its time at each size, in milliseconds.
    struct Line {
        let name: String
        let colour: String
        let milliseconds: [Double]
    }

    let title: String
    /// Ascending.
    let sizes: [Int]
    let lines: [Line]

    private static let (left, top, width, height) = (60.0, 30.0, 420.0, 220.0)
    private static let milliseconds = [0.01, 0.1, 1, 10, 100]

    var svg: String {
        let size = "width=\"660\" height=\"300\" viewBox=\"0 0 660 300\""
        return """
            <svg xmlns="http://www.w3.org/2000/svg" \(size) font-family="sans-serif" font-size="12">
            <rect width="660" height="300" fill="white"/>
            <text x="60" y="18">\(title)</text>
            \((grid + ticks + curves).joined(separator: "\n"))
            </svg>

            """
    }

    private func x(_ prompts: Int) -> Double {
        let (low, high) = (log10(Double(sizes.first ?? 1)), log10(Double(sizes.last ?? 10)))
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
        sizes.map { size in
            "<text x=\"\(x(size).text(decimals: 1))\" y=\"268\" text-anchor=\"middle\">"
                + "\(Double(size).text())</text>"
        }
    }

    private var curves: [String] {
        lines.indices.map { number in
            let line = lines[number]
            let points = zip(sizes, line.milliseconds).map { size, time in
                x(size).text(decimals: 1) + "," + y(time).text(decimals: 1)
            }
            return "<polyline points=\"\(points.joined(separator: " "))\" fill=\"none\" "
                + "stroke=\"\(line.colour)\" stroke-width=\"2\"/>\n"
                + "<text x=\"500\" y=\"\(50 + number * 20)\" fill=\"\(line.colour)\">\(line.name)</text>"
        }
    }
}
