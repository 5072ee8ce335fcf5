import Canvas
import Glibc

/// Paints strips of scenery that join at their ends.
struct SceneryPainter {
    let width: Int
    let height: Int
    let palette: Palette
    var season: Season?
    var random: SeededRandom
    /// Where it hung sun or moon, 0...1 of the picture's width.
    var lamp: Double?

    /// The shorter side of the picture over 720: what is this long is a pixel at 720p.
    var unit: Double { Double(min(width, height)) / 720 }
    /// Strips are wider than the picture, so that they do not repeat in sight.
    var stripWidth: Int { (width * 3 / 2 + 1) / 2 * 2 }

    func makeStrip() -> Picture { Picture(width: stripWidth, height: height, isLayer: true) }

    func y(_ share: Double) -> Double { Double(height) * share }

    /// A rolling line that is the same at both ends.
    ///
    /// - Parameters:
    ///   - middle: Its height, 0...1 of the picture.
    ///   - swing: How far it goes up and down, 0...1 of the picture.
    ///   - roughness: 0 is soft as dunes, 1 has peaks.
    mutating func ridge(_ middle: Double, _ swing: Double, roughness: Double) -> Ridge {
        var waves: [Ridge.Wave] = []
        for octave in 1...(roughness > 0.3 ? 7 : 3) {
            let turns = Double(octave * octave / 2 + octave)
            let weight = 1 / (1 + Double(octave) * (1.6 - roughness))
            waves.append(
                Ridge.Wave(turns: turns.rounded(), weight: weight, phase: random.number(0...1)))
        }
        return Ridge(
            middle: y(middle), swing: y(swing), isSharp: roughness > 0.3, width: Double(stripWidth),
            waves: waves)
    }

    /// Fills what is under a line.
    func fill(_ strip: Picture, under ridge: Ridge, _ paint: Paint) {
        let step = max(1.0, 2 * unit)
        let line = stride(from: -step, through: Double(strip.width) + step, by: step).map {
            Point($0, ridge.y(at: $0))
        }
        let bottom = Double(height) + 8
        let (left, right) = (Point(-step, bottom), Point(Double(strip.width) + step, bottom))
        strip.fill(.polygon(line + [right, left]), paint)
    }

    /// Draws a thing on a strip, and once more where it crosses the joint.
    func place(_ strip: Picture, at x: Double, reach: Double, _ draw: (Double) -> Void) {
        draw(x)
        if x < reach { draw(x + Double(strip.width)) }
        if x > Double(strip.width) - reach { draw(x - Double(strip.width)) }
    }
}

/// A line of hills: a sum of waves.
struct Ridge {
    struct Wave {
        let turns: Double
        let weight: Double
        let phase: Double
    }

    let middle: Double
    let swing: Double
    let isSharp: Bool
    let width: Double
    let waves: [Wave]

    func y(at x: Double) -> Double {
        let total = waves.reduce(0) { $0 + $1.weight }
        let sum = waves.reduce(0) { sum, wave in
            let turns = x / width * wave.turns + wave.phase
            // Straight slopes make peaks.
            let slope = 1 - 4 * abs(turns - turns.rounded(.down) - 0.5)
            return sum + wave.weight * (isSharp ? slope : Ease.swing(turns))
        }
        return middle - swing * sum / total
    }
}
