import Canvas
import Glibc

/// A beast on four legs, described by its measures.
struct Quadruped {
    enum Ears { case pointed, floppy, round, long }
    enum Tail { case curved, bushy, thin, hair, short }

    /// Height over all is 1.
    var length = 0.75
    var thickness = 0.17
    var leg = 0.42
    var legWidth = 0.05
    /// From the shoulder to the head.
    var neck = Point(0.14, -0.2)
    var neckWidth = 0.09
    var head = 0.14
    /// How far the snout stands out.
    var snout = 0.13
    var ears = Ears.pointed
    var tail = Tail.curved
    var hasMane = false
    var hasAntlers = false
    var hasTrunk = false
    var hasWool = false
    var belly: Colour?
    /// The colour of the snout, where it is another one.
    var muzzle: Colour?

    func draw(_ pen: Pen, _ pose: Pose, _ colour: Colour) {
        if pose.motion == .sit { return drawSitting(pen, pose, colour) }
        if pose.motion == .sleep { return drawAsleep(pen, pose, colour) }
        let bounce = pose.motion == .jump ? max(0, pose.swing()) * 0.35 : 0
        let bob = pose.isMoving ? 0.02 * abs(pose.swing(0.1)) : 0.006 * pose.swing()
        let tilt = pose.motion == .run ? 0.06 * pose.swing(0.3) : 0
        let pen = pen.moved(0, -bob - bounce, turn: tilt)
        let (hip, shoulder) = (
            Point(-length / 2, -leg - thickness * 0.55), Point(length / 2, -leg - thickness * 0.7)
        )
        let far = colour.darker(0.3)
        legs(pen, pose, far, shift: 0.5, hip, shoulder)
        drawTail(pen, pose, colour, hip)
        if hasWool { wool(pen, colour) }
        pen.flesh(body(hip, shoulder), colour)
        if let belly { pen.ellipse(0, -leg + thickness * 0.02, length * 0.3, thickness * 0.17, belly) }
        legs(pen, pose, colour.darker(0.06), shift: 0, hip, shoulder)
        let nod = pose.isMoving ? 0.05 * pose.swing(0.25) : 0.03 * pose.swing()
        drawHead(pen.moved(shoulder.x, shoulder.y, turn: nod), pose, colour)
    }

    private func body(_ hip: Point, _ shoulder: Point) -> Path {
        let back = -leg - thickness * 1.5
        return .smooth([
            Point(hip.x - thickness * 0.55, hip.y), Point(hip.x - thickness * 0.1, back + 0.02),
            Point(0, back + 0.035),
            Point(shoulder.x, back), Point(shoulder.x + thickness * 0.75, shoulder.y + 0.02),
            Point(shoulder.x, -leg + thickness * 0.35), Point(0, -leg + thickness * 0.12),
            Point(hip.x + thickness * 0.1, -leg + thickness * 0.25),
        ])
    }

    private func legs(
        _ pen: Pen, _ pose: Pose, _ colour: Colour, shift: Double, _ hip: Point, _ shoulder: Point
    ) {
        let gallops = pose.motion == .run || pose.motion == .jump
        let reach = gallops ? 0.75 : pose.motion == .walk ? 0.42 : pose.motion == .swim ? 0.5 : 0
        let pairShift = gallops ? shift * 0.24 : shift
        for (joint, phase, bend) in [(hip, 0.5, 1.0), (shoulder, gallops ? 0.05 : 0.25, -1.0)] {
            let swing = reach * pose.swing(phase + pairShift)
            let lift = reach * max(0, Ease.swing(pose.beat + phase + pairShift + 0.25))
            let half = (leg + thickness * 0.4) / 2
            let knee = joint + Point(sin(swing), cos(swing)) * half
            let lower = swing + bend * lift * 1.3 - (bend > 0 ? lift * 2.2 : 0)
            let foot = knee + Point(sin(lower), cos(lower)) * half
            pen.limb(joint, legWidth * 1.5, knee, legWidth, colour)
            pen.limb(knee, legWidth, foot, legWidth * 0.7, colour)
            pen.ellipse(foot.x + legWidth * 0.4, foot.y, legWidth * 1.1, legWidth * 0.65, colour)
        }
    }

    func drawHead(_ pen: Pen, _ pose: Pose, _ colour: Colour) {
        let centre = neck
        if hasMane {
            pen.circle(centre.x - head * 0.3, centre.y + head * 0.1, head * 1.75, colour.darker(0.35))
        }
        pen.limb(Point(-0.03, 0.03), neckWidth * 1.35, centre, neckWidth, colour)
        if tail == .hair { mane(pen, colour.darker(0.45)) }
        if ears == .floppy || ears == .long {
            ear(pen, centre + Point(-0.35, -0.5) * head, colour.darker(0.25), pose)
        }
        pen.ellipse(centre.x, centre.y, head * 1.05, head * 0.95, colour)
        let nose = centre + Point(head * 0.6 + snout, head * 0.28)
        if pose.motion == .run && ears == .floppy {
            pen.ellipse(nose.x - head * 0.05, nose.y + head * 0.4, head * 0.16, head * 0.3, Colour(0xE8788A))
        }
        pen.limb(
            centre + Point(head * 0.35, head * 0.2), head * 0.62, nose, max(head * 0.36, snout * 0.28),
            muzzle ?? colour)
        if hasTrunk {
            let sway = 0.06 * pose.swing(0.2)
            pen.fill(
                .ribbon(
                    [
                        nose + Point(-0.03, -0.04), nose + Point(0.1, 0.14), nose + Point(0.1 + sway, 0.34),
                        nose + Point(0.17 + sway, 0.42),
                    ],
                    widths: [0.13, 0.11, 0.08, 0.05]), colour)
        } else {
            pen.circle(nose.x + head * 0.22, nose.y - head * 0.16, head * 0.15, Colour(0x241C1C))
            if snout < 0.03 { whiskers(pen, nose) }
        }
        pen.circle(centre.x + head * 0.42, centre.y - head * 0.18, head * 0.14, Colour(0x1E1A1A))
        pen.circle(centre.x + head * 0.47, centre.y - head * 0.23, head * 0.05, .white)
        ear(pen, centre + Point(-0.25, -0.55) * head, colour.darker(0.12), pose)
        if ears == .pointed || ears == .round { ear(pen, centre + Point(0.35, -0.65) * head, colour, pose) }
        if hasAntlers { antlers(pen, centre + Point(0, -head * 0.7)) }
    }

    /// Hair that falls from the back of the neck.
    private func mane(_ pen: Pen, _ colour: Colour) {
        let back = Point(-0.07, -0.05)
        pen.fill(
            .ribbon(
                [
                    neck + Point(0.25, -1) * head, neck + back * 0.8, neck * 0.45 + back,
                    back + Point(-0.02, 0.03),
                ],
                widths: [0.02, 0.06, 0.075, 0.03]), colour)
    }

    private func whiskers(_ pen: Pen, _ nose: Point) {
        for rise in [-0.35, 0.0, 0.35] {
            let end = nose + Point(head * 0.75, head * (0.1 + rise))
            pen.limb(nose + Point(head * 0.1, head * 0.05), 0.004, end, 0.003, .white)
        }
    }

    private func ear(_ pen: Pen, _ at: Point, _ colour: Colour, _ pose: Pose) {
        let flap = pose.motion == .run ? 0.35 * pose.swing(0.2) : 0.06 * pose.swing()
        let pen = pen.moved(at.x, at.y, turn: flap * (ears == .floppy ? 1 : 0.2))
        switch ears {
        case .pointed:
            pen.fill(
                .polygon([Point(-0.5, 0.3), Point(-0.12, -1.0), Point(0.44, 0.15)].map { $0 * head }), colour)
        case .floppy: pen.ellipse(-0.35 * head, 0.5 * head, 0.36 * head, 0.78 * head, colour, angle: 0.35)
        case .round: pen.circle(-0.1 * head, -0.1 * head, 0.42 * head, colour)
        case .long: pen.ellipse(-0.3 * head, -1.0 * head, 0.3 * head, 1.25 * head, colour, angle: -0.3)
        }
    }

    private func antlers(_ pen: Pen, _ root: Point) {
        let bone = Colour(0x8C6A4A)
        for side in [-0.06, 0.08] {
            let tip = root + Point(side * 2.4 - 0.05, -0.27)
            pen.limb(root + Point(side, 0), 0.018, tip, 0.01, bone)
            pen.limb(
                root + Point(side * 1.6, -0.13), 0.014, root + Point(side * 1.6 + 0.1, -0.23), 0.008, bone)
        }
    }

    private func drawTail(_ pen: Pen, _ pose: Pose, _ colour: Colour, _ hip: Point) {
        let wag = (tail == .short || tail == .curved ? 0.09 : 0.05) * pose.swing(pose.isMoving ? 0.5 : 0)
        let root = hip + Point(-thickness * 0.45, -thickness * 0.5)
        let (tips, widths): ([Point], [Double]) =
            switch tail {
            case .curved:
                (
                    [Point(-0.13, -0.06), Point(-0.2 + wag, -0.2), Point(-0.13 + wag, -0.32)],
                    [0.06, 0.055, 0.05, 0.035]
                )
            case .bushy:
                (
                    [Point(-0.14, 0.02 + wag), Point(-0.3, 0.06 + wag), Point(-0.42, 0.0 + wag)],
                    [0.05, 0.12, 0.13, 0.02]
                )
            case .thin:
                (
                    [Point(-0.08, 0.1), Point(-0.1 + wag, 0.22), Point(-0.13 + wag, 0.3)],
                    [0.035, 0.025, 0.025, 0.05]
                )
            case .hair:
                (
                    [Point(-0.11, 0.02), Point(-0.17 + wag, 0.16), Point(-0.15 + wag, 0.32)],
                    [0.06, 0.09, 0.09, 0.03]
                )
            case .short:
                (
                    [Point(-0.04, -0.03), Point(-0.07, -0.06 + wag), Point(-0.09, -0.07 + wag)],
                    [0.07, 0.09, 0.08, 0.05]
                )
            }
        let tint = tail == .hair ? colour.darker(0.45) : colour.darker(0.1)
        pen.fill(.ribbon([root] + tips.map { root + $0 }, widths: widths), tint)
    }

    private func wool(_ pen: Pen, _ colour: Colour) {
        for index in 0..<11 {
            let turn = 2 * Double.pi * Double(index) / 11
            pen.circle(
                cos(turn) * length * 0.52, -leg - thickness * 0.6 + sin(turn) * thickness * 0.85, 0.13,
                colour.lighter(0.1))
        }
    }

    private func drawSitting(_ pen: Pen, _ pose: Pose, _ colour: Colour) {
        let breath = 0.006 * pose.swing()
        let shoulder = Point(length * 0.2, -leg - thickness * 1.1 - breath)
        let hip = Point(-length * 0.22, -thickness * 1.05)
        drawTail(pen.moved(0, thickness * 0.6, turn: 0.3), pose, colour, hip)
        pen.limb(
            shoulder + Point(0.03, 0.03), legWidth * 1.3, Point(shoulder.x + 0.07, 0), legWidth * 0.8,
            colour.darker(0.3))
        pen.limb(hip, thickness * 1.0, shoulder, thickness * 0.75, colour)
        pen.ellipse(hip.x + 0.06, -thickness * 0.75, thickness * 1.05, thickness * 0.75, colour.darker(0.08))
        pen.ellipse(hip.x + 0.18, -legWidth * 0.6, legWidth * 2.2, legWidth * 0.75, colour.darker(0.08))
        pen.limb(shoulder, legWidth * 1.5, Point(shoulder.x + 0.02, -0.01), legWidth * 0.8, colour)
        pen.ellipse(shoulder.x + 0.05, -legWidth * 0.5, legWidth * 1.4, legWidth * 0.65, colour)
        drawHead(pen.moved(shoulder.x - 0.03, shoulder.y + 0.02, turn: 0.03 * pose.swing(0.2)), pose, colour)
    }

    private func drawAsleep(_ pen: Pen, _ pose: Pose, _ colour: Colour) {
        let breath = 0.012 * pose.swing()
        let half = length * 0.62
        pen.fill(
            .ribbon(
                [
                    Point(-half * 0.9, -0.08), Point(-half * 0.5, -0.03), Point(half * 0.1, -0.025),
                    Point(half * 0.55, -0.05),
                ], widths: [0.07, 0.07, 0.06, 0.03]), colour.darker(0.2))
        pen.fill(
            .smooth([
                Point(-half, -0.06), Point(-half * 0.85, -thickness * 1.35),
                Point(-half * 0.2, -thickness * 1.9 - breath),
                Point(half * 0.55, -thickness * 1.4 - breath), Point(half * 0.8, -0.06), Point(0, 0),
            ]), colour)
        pen.ellipse(-half * 0.5, -thickness * 0.6, thickness * 0.95, thickness * 0.6, colour.darker(0.09))
        pen.limb(
            Point(half * 0.3, -0.05), legWidth, Point(half * 1.15, -0.035), legWidth * 0.8,
            colour.darker(0.06))
        let middle = Point(half * 0.86, -head * 0.95 - breath * 0.4)
        ear(pen, middle + Point(-0.45, -0.5) * head, colour.darker(0.25), Pose(motion: .sleep, beat: 0))
        pen.ellipse(middle.x, middle.y, head * 1.05, head * 0.92, colour)
        pen.limb(
            middle + Point(0.35, 0.3) * head, head * 0.55,
            middle + Point(head * 0.55 + snout * 0.8, head * 0.42),
            max(head * 0.34, snout * 0.26), colour)
        pen.circle(middle.x + head * 0.62 + snout, middle.y + head * 0.3, head * 0.14, Colour(0x241C1C))
        pen.fill(
            .ribbon(
                [
                    middle + Point(0.22, -0.12) * head, middle + Point(0.42, -0.04) * head,
                    middle + Point(0.62, -0.12) * head,
                ], widths: [0.01, 0.02, 0.01]), Colour(0x1E1A1A))
        ear(pen, middle + Point(-0.1, -0.6) * head, colour.darker(0.12), Pose(motion: .sleep, beat: 0))
    }
}

extension Quadruped {
    static let pig = Quadruped(
        length: 0.72, thickness: 0.25, leg: 0.24, legWidth: 0.05, neck: Point(0.18, -0.06), neckWidth: 0.14,
        head: 0.15, snout: 0.09, ears: .pointed, tail: .short)
    static let dog = Quadruped(
        neck: Point(0.13, -0.2), head: 0.155, ears: .floppy, belly: Colour(0xF1DFC4),
        muzzle: Colour(0xEBCFA6))
    static let cat = Quadruped(
        length: 0.72, thickness: 0.15, leg: 0.36, legWidth: 0.042, neck: Point(0.1, -0.15), head: 0.165,
        snout: 0,
        tail: .curved)
    static let rabbit = Quadruped(
        length: 0.42, thickness: 0.2, leg: 0.16, neck: Point(0.1, -0.14), head: 0.16, snout: 0.03,
        ears: .long, tail: .short)
    static let fox = Quadruped(
        length: 0.78, thickness: 0.15, leg: 0.38, legWidth: 0.04, neck: Point(0.14, -0.17), head: 0.13,
        snout: 0.17,
        tail: .bushy, belly: Colour(0xF3E7D8))
    static let bear = Quadruped(
        length: 0.72, thickness: 0.29, leg: 0.28, legWidth: 0.085, neck: Point(0.2, -0.1), neckWidth: 0.16,
        head: 0.17,
        snout: 0.1, ears: .round, tail: .short)
    static let horse = Quadruped(
        length: 0.66, thickness: 0.15, leg: 0.44, legWidth: 0.038, neck: Point(0.2, -0.31), neckWidth: 0.085,
        head: 0.095,
        snout: 0.2, tail: .hair)
    static let deer = Quadruped(
        length: 0.56, thickness: 0.12, leg: 0.43, legWidth: 0.028, neck: Point(0.13, -0.27), neckWidth: 0.06,
        head: 0.085,
        snout: 0.12, tail: .short, hasAntlers: true)
    static let cow = Quadruped(
        length: 0.82, thickness: 0.22, leg: 0.36, legWidth: 0.05, neck: Point(0.2, -0.1), neckWidth: 0.12,
        head: 0.13,
        snout: 0.15, ears: .round, tail: .thin, belly: Colour(0xF4EFE6))
    static let sheep = Quadruped(
        length: 0.62, thickness: 0.22, leg: 0.3, legWidth: 0.04, neck: Point(0.18, -0.12), head: 0.13,
        snout: 0.09,
        ears: .floppy, tail: .short, hasWool: true)
    static let lion = Quadruped(
        length: 0.78, thickness: 0.18, leg: 0.38, legWidth: 0.055, neck: Point(0.15, -0.17), neckWidth: 0.12,
        head: 0.14,
        snout: 0.1, ears: .round, tail: .thin, hasMane: true)
    static let elephant = Quadruped(
        length: 0.66, thickness: 0.29, leg: 0.34, legWidth: 0.09, neck: Point(0.2, -0.14), neckWidth: 0.16,
        head: 0.19,
        snout: 0.06, ears: .floppy, tail: .thin, hasTrunk: true)
}
