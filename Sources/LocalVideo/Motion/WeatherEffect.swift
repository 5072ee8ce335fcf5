import Canvas
import Glibc

/// Many small things in the air, drawn anew in every frame.
struct WeatherEffect {
    /// Where one of them is at the start, as shares of the picture, and how it differs.
    private struct Mote {
        let x: Double
        let y: Double
        let near: Double
        let phase: Double
    }

    private let weather: Weather
    private let motes: [Mote]
    private let stamps: [Stamp]
    private let width: Double
    private let height: Double
    private let unit: Double

    /// Returns nil when the weather is part of the scenery.
    init?(_ weather: Weather, width: Int, height: Int, seed: UInt64) {
        let counts: [Weather: Int] = [
            .snow: 150, .rain: 130, .petals: 46, .leaves: 40, .stars: 40, .fireworks: 9, .dust: 60,
            .bubbles: 36,
            .fireflies: 34, .confetti: 80, .hearts: 22,
        ]
        guard let count = counts[weather] else { return nil }
        var random = SeededRandom(seed: seed, purpose: weather.rawValue)
        self.weather = weather
        (self.width, self.height) = (Double(width), Double(height))
        unit = Double(min(width, height)) / 720
        motes = (0..<count).map { _ in
            Mote(
                x: random.number(0...1), y: random.number(0...1), near: random.number(0...1),
                phase: random.number(0...1))
        }
        let soft = weather == .snow ? 0.7 : 1.0
        let base = weather == .snow ? 3.4 : weather == .fireflies ? 9 : 4.0
        stamps = (0..<4).map { [unit] in
            Stamp(radius: base * unit * (0.7 + 0.65 * Double($0)), softness: soft)
        }
    }

    func draw(on picture: Picture, _ view: View) {
        for mote in motes {
            switch weather {
            case .snow: snow(picture, mote, view)
            case .rain: rain(picture, mote, view)
            case .petals:
                leaf(picture, mote, view, [Colour(0xFFC4D6), Colour(0xFFDCE6), Colour(0xF7A8C2)], size: 9)
            case .leaves:
                leaf(picture, mote, view, [Colour(0xD9772B), Colour(0xC2452D), Colour(0xE3B23C)], size: 13)
            case .confetti: confetti(picture, mote, view)
            case .stars: twinkle(picture, mote, view)
            case .dust: dust(picture, mote, view)
            case .fireflies: firefly(picture, mote, view)
            case .bubbles: bubble(picture, mote, view)
            case .hearts: heart(picture, mote, view)
            case .fireworks: firework(picture, mote, view)
            case .fog: break
            }
        }
    }

    /// Where something is that falls or rises, entering again on the other side.
    private func fallen(_ mote: Mote, _ view: View, speed: Double, sway: Double) -> Point {
        let depth = 0.35 + 0.65 * mote.near
        let side = sway * Ease.swing(view.time * 0.23 * (0.6 + mote.phase) + mote.phase)
        let x = mote.x + side - view.way(depth: depth) / width
        let y = mote.y + speed * depth * view.time
        let wrap = { (value: Double) in (value - value.rounded(.down)) * 1.16 - 0.08 }
        return Point(wrap(x) * width, wrap(y) * height)
    }

    private func snow(_ picture: Picture, _ mote: Mote, _ view: View) {
        let place = fallen(mote, view, speed: 0.16, sway: 0.025)
        picture.print(stamps[Int(mote.near * 3.99)], at: place, .white, opacity: 0.55 + 0.4 * mote.near)
    }

    private func rain(_ picture: Picture, _ mote: Mote, _ view: View) {
        let top = fallen(mote, view, speed: 1.5, sway: 0)
        let length = unit * (16 + 30 * mote.near)
        let streak = Path.limb(
            top, 0.5 * unit, top + Point(-0.16 * length, length), (0.5 + 0.7 * mote.near) * unit)
        picture.fill(streak, Colour(0xDCE8F2), opacity: 0.3 + 0.3 * mote.near)
    }

    private func leaf(_ picture: Picture, _ mote: Mote, _ view: View, _ colours: [Colour], size: Double) {
        let place = fallen(mote, view, speed: 0.1, sway: 0.05)
        let turn = 2 * Double.pi * (mote.phase + view.time * (0.15 + 0.2 * mote.phase))
        let length = unit * size * (0.6 + 0.8 * mote.near)
        let breadth = length * (0.25 + 0.4 * abs(Ease.swing(view.time * 0.4 + mote.phase)))
        let colour = colours[Int(mote.phase * 2.99)]
        picture.fill(.ellipse(place, length, breadth, angle: turn), colour, opacity: 0.92)
    }

    private func confetti(_ picture: Picture, _ mote: Mote, _ view: View) {
        let place = fallen(mote, view, speed: 0.2, sway: 0.04)
        let hues = [Tint.red, .yellow, .blue, .green, .pink, .purple]
        let map = Affine().translated(place.x, place.y).rotated(6 * (mote.phase + view.time * 0.3))
            .scaled(unit * 9, unit * 7 * Ease.swing(view.time * 0.9 + mote.phase))
        picture.fill(Path.rectangle(-0.5, -0.5, 1, 1).mapped(by: map), hues[Int(mote.phase * 5.99)].colour)
    }

    private func twinkle(_ picture: Picture, _ mote: Mote, _ view: View) {
        let light = max(0, Ease.swing(view.time * (0.15 + 0.25 * mote.near) + mote.phase))
        let place = Point(mote.x * width, mote.y * height * 0.5)
        picture.print(stamps[Int(mote.near * 1.99)], at: place, .white, opacity: light * light)
    }

    private func dust(_ picture: Picture, _ mote: Mote, _ view: View) {
        let place = fallen(mote, view, speed: -0.02, sway: 0.04)
        let light = 0.35 + 0.35 * Ease.swing(view.time * 0.3 + mote.phase)
        picture.print(stamps[Int(mote.near * 3.99)], at: place, Colour(0xFFF3CF), opacity: light)
    }

    private func firefly(_ picture: Picture, _ mote: Mote, _ view: View) {
        let place = Point(
            (mote.x + 0.05 * Ease.swing(view.time * 0.11 + mote.phase)) * width,
            (0.4 + 0.5 * mote.y + 0.04 * Ease.swing(view.time * 0.17 + mote.near)) * height)
        let light = 0.5 + 0.5 * Ease.swing(view.time * 0.4 + mote.phase)
        picture.print(
            stamps[1 + Int(mote.near * 2.99)], at: place, Colour(0xFFE27A), opacity: 0.25 + 0.6 * light)
        picture.fill(.circle(place, 2 * unit), Colour(0xFFFBE0), opacity: light)
    }

    private func bubble(_ picture: Picture, _ mote: Mote, _ view: View) {
        let place = fallen(mote, view, speed: -0.09, sway: 0.02)
        let radius = unit * (4 + 13 * mote.near)
        var ring = Path.circle(place, radius)
        ring.append(.circle(place, radius * 0.84))
        picture.fill(ring, .white, opacity: 0.55)
        picture.fill(.circle(place + Point(-0.35, -0.35) * radius, radius * 0.2), .white, opacity: 0.8)
    }

    private func heart(_ picture: Picture, _ mote: Mote, _ view: View) {
        let place = fallen(mote, view, speed: -0.08, sway: 0.03)
        let shape = stride(from: 0.0, to: 1, by: 1.0 / 28).map { turn in
            let angle = 2 * Double.pi * turn
            let x = pow(sin(angle), 3)
            let y = (13 * cos(angle) - 5 * cos(2 * angle) - 2 * cos(3 * angle) - cos(4 * angle)) / 16
            return place + Point(x, -y) * (unit * (8 + 12 * mote.near))
        }
        picture.fill(.polygon(shape), Colour(0xF2577C), opacity: 0.85)
    }

    private func firework(_ picture: Picture, _ mote: Mote, _ view: View) {
        let period = 2.6 + 1.4 * mote.near
        let turn = view.time / period + mote.phase
        let share = turn - turn.rounded(.down)
        let centre = Point((0.1 + 0.8 * mote.x) * width, (0.1 + 0.32 * mote.y) * height)
        let hues = [Tint.red, .gold, .blue, .pink, .green, .purple, .orange]
        let colour = hues[Int(mote.phase * 6.99)].colour.lighter(0.25)
        let open = 1 - pow(1 - share, 3)
        let fade = 1 - share * share
        picture.print(stamps[3], at: centre, .white, opacity: max(0, 1 - 4 * share))
        for (reach, rays) in [(1.0, 20), (0.55, 12)] {
            for ray in 0..<rays {
                let angle = 2 * Double.pi * (Double(ray) / Double(rays) + reach * 0.03)
                let way = unit * 155 * (0.6 + 0.6 * mote.near) * open * reach
                let fall = Point(0, unit * 46 * share * share)
                let end = centre + Point(cos(angle), sin(angle)) * way + fall
                // The trail burns away from where it began.
                let start = centre + (end - centre) * (0.3 + 0.55 * share)
                picture.fill(.limb(start, 0.4 * unit, end, 1.7 * unit), colour, opacity: 0.75 * fade)
                picture.print(stamps[0], at: end, colour.lighter(0.6), opacity: fade)
            }
        }
    }
}
