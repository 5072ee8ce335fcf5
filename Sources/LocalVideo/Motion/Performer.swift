import Canvas
import Glibc

/// One subject at its place on the stage.
struct Performer {
    let role: Shot.Role
    let motion: Motion
    /// Where it stands when nothing moves, in pixels.
    let home: Point
    /// Its height in pixels, with whatever it rides.
    let size: Double
    /// So that several do not move as one, 0...1.
    let shift: Double
    /// How much of the camera's own way it feels: 0 for who goes along.
    let depth: Double

    private var subject: Figure { role.subject }
    private var carrier: Figure { role.mount ?? role.subject }

    /// Draws it at one moment.
    func draw(on picture: Picture, _ stage: Stage, _ view: View, _ path: CameraPath) {
        let place = position(view, path, width: Double(picture.width))
        let size = size * view.nearness
        if carrier.habitat != .air && carrier.habitat != .space && motion != .float && motion != .swim
            && stage.hasGround && carrier.habitat != .water
        {
            let shadow = Path.ellipse(
                Point(place.x, home.y + view.y), size * role.breadth * 0.36, size * 0.04)
            picture.fill(shadow, .black, opacity: 0.24, blur: max(0.6, size * 0.012))
        }
        // Seen from further round, everything is a little narrower.
        let across = size * cos(0.7 * view.turn) * (isMirrored(path) ? -1 : 1)
        let pen = Pen(
            on: picture, at: place, across: across, size: size, light: stage.palette.light.lighter(0.42))
        if let mount = role.mount { return ride(mount, pen, view, stage) }
        subject.draw(pen, Pose(motion: motion, beat: beat(at: view.time)), role)
    }

    /// Draws what carries it, and it on its back.
    private func ride(_ mount: Figure, _ pen: Pen, _ view: View, _ stage: Stage) {
        let told: Motion = mount.isFree ? .fly : motion == .stand ? .stand : .run
        let beat = beat(at: view.time, as: mount, told)
        let pose = Pose(motion: mount == .whale || mount == .turtle ? .swim : told, beat: beat)
        let lift = mount.isFree ? 0 : 0.03 * abs(pose.swing(0.1))
        let seat = mount.saddle
        var carried = Shot.Role(mount)
        carried.tint = role.mountTint
        let below = pen.moved(0, 0, scale: 0.8)
        let rider = pen.moved(seat.x * 0.8, (seat.y - lift) * 0.8 + 0.27, scale: 0.58)
        mount.draw(below, pose, carried)
        subject.draw(rider, Pose(motion: .sit, beat: beat), role)
    }

    private func isMirrored(_ path: CameraPath) -> Bool {
        path.direction < 0 && carrier.habitat != .planted
    }

    private func position(_ view: View, _ path: CameraPath, width: Double) -> Point {
        var (x, y) = (home.x, home.y + view.y)
        if depth > 0 {
            // What stands still goes by, and comes again from the other side.
            let lap = width * 1.6
            let way = x + 0.3 * width - view.way(depth: depth)
            x = way - (way / lap).rounded(.down) * lap - 0.3 * width
        } else {
            let go = motion == .run ? 0.12 : motion.isTravelling ? 0.18 : 0
            x += path.direction * width * go * (view.share - 0.5)
        }
        let wave = Ease.swing(view.time * 0.22 + shift)
        switch carrier.habitat {
        case .air, .space: y += 0.05 * size * wave + (motion == .fly ? 0.1 : 0.2) * size * wave
        case .water: y += 0.1 * size * wave
        case .ground where motion == .float || motion == .swim || motion == .fly: y += 0.07 * size * wave
        case .ground, .planted: break
        }
        return Point(width / 2 + (x - width / 2) * view.nearness, y)
    }

    /// Steps or strokes since the start.
    private func beat(at time: Double) -> Double { beat(at: time, as: subject, motion) }

    private func beat(at time: Double, as figure: Figure, _ motion: Motion) -> Double {
        let rate =
            switch motion {
            case .run: [.car, .bus, .train, .bicycle].contains(figure) ? 2.4 : 2.1
            case .walk: 1.05
            case .fly: figure == .bird ? 1.9 : figure == .butterfly ? 4.4 : 0.8
            case .swim: figure == .whale ? 0.35 : 0.9
            case .dance, .wave: 1.0
            case .jump, .work: 0.9
            case .stand, .sit, .float, .sleep: 0.3
            }
        return time * rate + shift
    }
}

extension Figure {
    /// Where somebody sits on it, in its own measure.
    fileprivate var saddle: Point {
        switch self {
        case .elephant: Point(-0.02, -0.76)
        case .bicycle: Point(-0.12, -0.62)
        case .whale: Point(0.02, -0.46)
        case .dragon: Point(-0.05, -0.5)
        case .turtle: Point(-0.02, -0.5)
        case .bear, .cow: Point(-0.02, -0.68)
        default: Point(-0.04, -0.66)
        }
    }
}
