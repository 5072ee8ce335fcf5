import Canvas

/// Light on moving water.
struct Glitter {
    private struct Spark {
        let x: Double
        let y: Double
        let reach: Double
        let phase: Double
    }

    private var sparks: [Spark] = []
    private let unit: Double

    /// Scatters sparks between two heights, most of them below sun or moon.
    ///
    /// - Parameters:
    ///   - rows: 0...1 of the picture's height.
    ///   - lamp: Where sun or moon stands, 0...1 of its width; nil without one.
    init(_ rows: ClosedRange<Double>, below lamp: Double?, width: Int, height: Int, seed: UInt64) {
        var random = SeededRandom(seed: seed, purpose: "glitter")
        unit = Double(min(width, height)) / 720
        for _ in 0..<54 {
            let depth = random.number(0...1)
            let y = rows.lowerBound + 0.012 + (rows.upperBound - rows.lowerBound) * depth * depth
            var x = random.number(0...1)
            // The nearer, the wider is the way of light.
            if let lamp, random.number(0...1) < 0.6 { x = lamp + (x - 0.5) * (0.07 + 0.22 * depth) }
            sparks.append(
                Spark(
                    x: x * Double(width), y: y * Double(height),
                    reach: unit * (8 + 42 * depth) * random.number(0.5...1), phase: random.number(0...1)))
        }
    }

    func draw(on picture: Picture, time: Double, _ palette: Palette) {
        for spark in sparks {
            let light = 0.5 + 0.5 * Ease.swing(time * 0.45 + spark.phase)
            let shape = Path.ellipse(
                Point(spark.x, spark.y), spark.reach * (0.4 + 0.6 * light), max(0.6, 1.3 * unit))
            picture.fill(shape, palette.lamp.mixed(with: palette.sky[2], 0.5), opacity: 0.55 * light)
        }
    }
}
