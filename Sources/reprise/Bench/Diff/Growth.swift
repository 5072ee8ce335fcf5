import Diffing

/// How the time of a diff grows with the length of the texts and the distance between them.
struct Growth: Sendable {
    struct Point: Sendable {
        /// Tokens of both texts.
        let length: Int
        /// Tokens taken out and put in.
        let distance: Int
        let microseconds: Double
    }

    private static let words = [500, 1000, 2000, 4000, 8000, 16000, 32000]
    private static let edits = [1, 4, 16, 64, 256]

    /// Shorter texts first, and of one length the closer ones.
    let points: [Point]

    /// Measures words of which some are exchanged.
    static func measured(rounds: Int) -> Self {
        var dice = Dice(seed: 2)
        var points: [Point] = []
        for words in words {
            let old = (0..<words).map { _ in "word\(Int.random(in: 0..<1000, using: &dice))" }
            for edits in edits where edits * 2 <= words / 4 {
                var new = old
                for place in (0..<words).shuffled(using: &dice).prefix(edits) { new[place] = "x\(place)" }
                let texts = (old.joined(separator: " "), new.joined(separator: " "))
                let times = (0..<max(5, rounds)).map { _ in
                    ContinuousClock().measure { _ = Differ().diff(texts.0, texts.1) }.inMilliseconds * 1000
                }
                // The shortest: whatever else runs on the machine can only add.
                points.append(
                    Point(
                        length: 2 * (2 * words - 1), distance: 2 * edits, microseconds: times.min() ?? 0))
            }
        }
        return Self(points: points)
    }

    var table: TextTable {
        var table = TextTable(
            "Microseconds by tokens of both texts and edit distance in tokens",
            head: ["tokens"] + Self.edits.map { "distance \(2 * $0)" })
        for length in Self.words.map({ 2 * (2 * $0 - 1) }) {
            let row = points.filter { $0.length == length }.map { $0.microseconds.text() }
            table.add(
                Double(length).text(), cell(row, 0), cell(row, 1), cell(row, 2), cell(row, 3), cell(row, 4))
        }
        return table
    }

    private func cell(_ row: [String], _ column: Int) -> String { column < row.count ? row[column] : "" }

    /// The slope of the logarithms over each other, by least squares: 1 is linear in length × distance.
    var exponent: Double {
        let logs = points.map { (x: $0.product.logarithm, y: $0.microseconds.logarithm) }
        let count = Double(logs.count)
        let (x, y) = (logs.reduce(0) { $0 + $1.x } / count, logs.reduce(0) { $0 + $1.y } / count)
        return logs.reduce(0) { $0 + ($1.x - x) * ($1.y - y) }
            / logs.reduce(0) { $0 + ($1.x - x) * ($1.x - x) }
    }

    var sentence: String {
        let worst = points.dropFirst().map { $0.microseconds / $0.product }.max() ?? 0
        let first = points.first.map { $0.microseconds / $0.product } ?? 0
        return "  grows as (tokens × distance)^\(exponent.text(decimals: 2)); the dearest point costs "
            + "\((worst / first).text(decimals: 2)) times what linear growth from the first would allow"
    }

    var plot: GrowthPlot { GrowthPlot(points: points) }
}

extension Growth.Point {
    var product: Double { Double(length * distance) }
}
