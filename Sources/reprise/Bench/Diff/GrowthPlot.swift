import Foundation

/// The points of a ``Growth`` in a picture with logarithmic axes, as SVG.
struct GrowthPlot: Sendable {
    let points: [Growth.Point]

    private let width = 640.0
    private let height = 420.0
    private let margin = 60.0
    /// From light to dark, by distance.
    private let colours = ["#9ecae1", "#6baed6", "#4292c6", "#2171b5", "#08306b"]

    func write(to path: String) throws(BenchError) {
        do {
            try Data((svg + "\n").utf8).write(to: URL(filePath: path))
        } catch {
            throw BenchError("\(path) cannot be written: \(error.localizedDescription)")
        }
    }

    var svg: String {
        let head =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(Int(width)) \(Int(height))\" "
            + "font-family=\"sans-serif\" font-size=\"12\">"
        let background = "<rect width=\"100%\" height=\"100%\" fill=\"white\"/>"
        let dots = points.map { point in
            "<circle cx=\"\(x(point.product))\" cy=\"\(y(point.microseconds))\" r=\"4\" "
                + "fill=\"\(colour(of: point.distance))\"/>"
        }
        return ([head, background] + axes + [line] + dots + legend + ["</svg>"]).joined(separator: "\n")
    }

    /// Linear growth from the first point.
    private var line: String {
        guard let first = points.first else { return "" }
        let end = min(highestX, first.product * highestY / first.microseconds)
        let top = first.microseconds * end / first.product
        return "<line x1=\"\(x(first.product))\" y1=\"\(y(first.microseconds))\" x2=\"\(x(end))\" "
            + "y2=\"\(y(top))\" stroke=\"#d62728\" stroke-dasharray=\"6 4\"/>"
    }

    private var axes: [String] {
        let bottom = height - margin
        let frame =
            "<path d=\"M\(margin) \(margin / 2)V\(bottom)H\(width - margin / 2)\" fill=\"none\" stroke=\"#444\"/>"
        let below = Self.powers(lowestX, highestX).map { power in
            text(power.text(), x(power), bottom + 18, anchor: "middle")
        }
        let beside = Self.powers(lowestY, highestY).map { power in
            text(power.text(), margin - 6, y(power) + 4, anchor: "end")
        }
        return [frame] + below + beside + [
            text("tokens of both texts × edit distance in tokens", width / 2, height - 14, anchor: "middle"),
            text("µs", margin - 6, margin / 2 - 8, anchor: "end"),
        ]
    }

    private var legend: [String] {
        let entries = distances.enumerated().flatMap { index, distance in
            let top = margin + 18 * Double(index)
            return [
                "<circle cx=\"\(margin + 20)\" cy=\"\(top - 4)\" r=\"4\" fill=\"\(colour(of: distance))\"/>",
                text("distance \(distance)", margin + 30, top, anchor: "start"),
            ]
        }
        let below = margin + 18 * Double(distances.count)
        return entries + [
            "<line x1=\"\(margin + 12)\" y1=\"\(below - 4)\" x2=\"\(margin + 28)\" y2=\"\(below - 4)\" "
                + "stroke=\"#d62728\" stroke-dasharray=\"6 4\"/>",
            text("linear from the first point", margin + 30, below, anchor: "start"),
        ]
    }

    private func text(_ text: String, _ x: Double, _ y: Double, anchor: String) -> String {
        "<text x=\"\(x)\" y=\"\(y)\" text-anchor=\"\(anchor)\" fill=\"#222\">\(text)</text>"
    }

    private var distances: [Int] { Set(points.map(\.distance)).sorted() }

    private func colour(of distance: Int) -> String {
        colours[(distances.firstIndex(of: distance) ?? 0) % colours.count]
    }

    private var lowestX: Double { points.map(\.product).min() ?? 1 }
    private var highestX: Double { points.map(\.product).max() ?? 10 }
    private var lowestY: Double { points.map(\.microseconds).min() ?? 1 }
    private var highestY: Double { (points.map(\.microseconds).max() ?? 10) * 4 }

    private func x(_ value: Double) -> Double {
        margin + (Self.part(of: value, lowestX, highestX) * (width - 1.5 * margin)).rounded()
    }

    private func y(_ value: Double) -> Double {
        height - margin - (Self.part(of: value, lowestY, highestY) * (height - 1.5 * margin)).rounded()
    }

    private static func part(of value: Double, _ low: Double, _ high: Double) -> Double {
        (value.logarithm - low.logarithm) / max(high.logarithm - low.logarithm, 1e-9)
    }

    private static func powers(_ low: Double, _ high: Double) -> [Double] {
        (0...12).map { pow(10, Double($0)) }.filter { (low...high).contains($0) }
    }
}

extension Double {
    /// To the base of 10.
    var logarithm: Double { log10(self) }
}
