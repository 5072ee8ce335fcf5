import Canvas

/// One subject at its place on the stage.
struct Performer {
    let subject: Figure
    let motion: Motion
    let tint: Tint?
    /// Where it stands when nothing moves, in pixels.
    let home: Point
    /// Its height in pixels.
    let size: Double
    /// So that several do not move as one, 0...1.
    let shift: Double
    /// How much of the camera's own way it feels: 0 for who goes along.
    let depth: Double

    /// Draws it at one moment.
    func draw(on picture: Picture, _ stage: Stage, _ view: View, _ path: CameraPath, duration: Double) {
        let place = position(view, path, width: Double(picture.width), duration: duration)
        let size = size * view.zoom
        var pen = Pen(picture: picture, map: Affine(), light: stage.palette.light.lighter(0.3))
        if subject.habitat == .ground && motion != .float && motion != .swim && stage.castsShadows {
            let shadow = Path.ellipse(
                Point(place.x, home.y + view.y), size * subject.breadth * 0.36, size * 0.045)
            picture.fill(shadow, .black, opacity: 0.24, blur: max(0.6, size * 0.012))
        }
        pen.map = Affine().translated(place.x, place.y)
            .scaled(size * (isMirrored(path) ? -1 : 1), size)
        subject.draw(pen, Pose(motion: motion, beat: beat(at: view.time)), tint: tint)
    }

    private func isMirrored(_ path: CameraPath) -> Bool {
        path.direction < 0 && subject.habitat != .planted
    }

    private func position(_ view: View, _ path: CameraPath, width: Double, duration: Double) -> Point {
        let share = Ease.smooth(duration > 0 ? view.time / duration : 0)
        var (x, y) = (home.x, home.y + view.y)
        if depth > 0 {
            // What stands still goes by, and comes again from the other side.
            let lap = width * 1.6
            let way = x + 0.3 * width - view.x * depth
            x = way - (way / lap).rounded(.down) * lap - 0.3 * width
        } else {
            let go = motion == .run ? 0.12 : motion == .walk || motion == .fly || motion == .swim ? 0.18 : 0
            x += path.direction * width * go * (share - 0.5)
        }
        let wave = Ease.swing(view.time * 0.22 + shift)
        switch subject.habitat {
        case .air, .space: y += 0.05 * size * wave + (motion == .fly ? 0.1 : 0.2) * size * wave
        case .water: y += 0.1 * size * wave
        case .ground where motion == .float || motion == .swim || motion == .fly: y += 0.07 * size * wave
        case .ground, .planted: break
        }
        return Point(width / 2 + (x - width / 2) * view.zoom, y)
    }

    /// Steps or strokes since the start.
    private func beat(at time: Double) -> Double {
        let rate =
            switch motion {
            case .run: [.car, .bus, .train].contains(subject) ? 2.4 : 2.1
            case .walk: 1.05
            case .fly: subject == .bird ? 1.9 : subject == .butterfly ? 4.4 : 0.8
            case .swim: subject == .whale ? 0.35 : 0.9
            case .dance: 1.0
            case .jump: 0.9
            case .stand, .sit, .float: 0.3
            }
        return time * rate + shift
    }
}

extension Stage {
    /// Whether there is ground for shadows.
    var castsShadows: Bool { water == nil || floor > 0.8 }
}
