import Canvas
import Glibc

/// A person, described by clothes and measures; one unit high.
struct Human {
    enum Dress { case trousers, skirt, coat, suit }

    var dress = Dress.trousers
    var coat = Colour(0x3C6FB4)
    var legs = Colour(0x2F3A52)
    var skin = Colour(0xF0C6A0)
    var hair = Colour(0x33241D)
    /// Radius of the head; children have larger ones.
    var head = 0.092
    var hasLongHair = false
    var hasSantaHat = false
    var trait: Trait?
    var prop: Prop?
    var propColour = Colour(0xD6453D)

    private var neckY: Double { -1 + 2.15 * head }
    private var hipY: Double { -0.47 }

    func draw(_ pen: Pen, _ pose: Pose) {
        switch pose.motion {
        case .swim: drawUpright(pen.moved(-0.35, -0.1, turn: 1.35), pose)
        case .fly: drawUpright(pen.moved(-0.4, -0.25, turn: 1.2), pose)
        case .float: drawUpright(pen.moved(0, -0.1, turn: 0.22 * pose.swing()), pose)
        case .jump: drawUpright(pen.moved(0, -0.28 * max(0, pose.swing())), pose)
        case .sit: drawUpright(pen.moved(0, 0.24), pose)
        case .sleep: drawUpright(pen.moved(0.42, -0.09, turn: -1.52), pose)
        case .dance:
            drawUpright(
                pen.moved(0.05 * pose.swing(), -0.04 * abs(pose.swing(0.25)), turn: 0.07 * pose.swing()), pose
            )
        case .walk, .run, .stand, .work, .wave:
            drawUpright(pen.moved(0, -0.015 * abs(pose.swing()), turn: pose.motion == .run ? 0.12 : 0), pose)
        }
    }

    private func drawUpright(_ pen: Pen, _ pose: Pose) {
        let (shoulder, hip) = (Point(0, neckY + 0.06), Point(0, hipY))
        arm(pen, pose, shoulder, isNear: false)
        leg(pen, pose, hip, isNear: false)
        leg(pen, pose, hip, isNear: true)
        if hasLongHair {
            pen.ellipse(-head * 0.45, -1 + head * 1.5, head * 0.95, head * 1.75, hair)
        }
        pen.limb(Point(0, neckY - 0.02), 0.028, Point(0, neckY + 0.04), 0.03, skin.darker(0.08))
        torso(pen, pose)
        face(pen, pose)
        arm(pen, pose, shoulder, isNear: true)
        if pose.motion == .work { workbench(pen) }
        if let prop { draw(prop, pen, pose, shoulder) }
    }

    // Something to work at: without it the hands would move in the air.
    private func workbench(_ pen: Pen) {
        let wood = Colour(0x8A5F3E)
        pen.fill(.rounded(0.08, -0.47, 0.5, 0.035, radius: 0.012), wood)
        for x in [0.12, 0.52] { pen.fill(.rectangle(x, -0.44, 0.025, 0.44), wood.darker(0.2)) }
        pen.fill(
            .smooth([
                Point(0.2, -0.55), Point(0.44, -0.55), Point(0.4, -0.475), Point(0.24, -0.475),
            ]), Colour(0xC8D0D6))
        pen.ellipse(0.32, -0.55, 0.12, 0.022, Colour(0xD96B4A))
    }

    private func torso(_ pen: Pen, _ pose: Pose) {
        let (top, bottom) = (neckY + 0.025, dress == .trousers || dress == .suit ? hipY + 0.05 : hipY + 0.2)
        let flare = dress == .skirt ? 0.17 : dress == .coat ? 0.13 : 0.085
        let sway = dress == .skirt ? 0.025 * pose.swing() : 0
        let outline = [
            Point(-0.05, top), Point(0.05, top), Point(0.1, top + 0.05), Point(0.078, hipY - 0.1),
            Point(flare + sway, bottom), Point(-flare + sway, bottom), Point(-0.078, hipY - 0.1),
            Point(-0.1, top + 0.05),
        ]
        pen.fill(.smooth(outline), coat)
        guard hasSantaHat else { return }
        pen.fill(.rounded(-0.13, hipY - 0.06, 0.26, 0.045, radius: 0.01), Colour(0x2A2020))
        pen.fill(.rounded(-0.14, bottom - 0.04, 0.28, 0.05, radius: 0.025), .white)
    }

    private func face(_ pen: Pen, _ pose: Pose) {
        let y = -1 + head
        pen.circle(0, y, head, skin)
        let cap = stride(from: -1.08, through: 0.1, by: 0.1).map { turn in
            Point(head * 1.06 * cos(turn * .pi), y + head * 1.06 * sin(turn * .pi))
        }
        if hasSantaHat { return santaHat(pen, y) }
        pen.fill(
            .polygon(cap + [Point(head * 0.75, y - head * 0.3), Point(-head * 0.25, y - head * 0.15)]), hair)
        if pose.motion == .sleep {
            pen.ellipse(head * 0.5, y + head * 0.1, head * 0.17, head * 0.04, Colour(0x2A1D18))
        } else {
            pen.circle(head * 0.5, y + head * 0.08, head * 0.13, Colour(0x2A1D18))
        }
        pen.ellipse(
            head * 0.2, y + head * 0.42, head * 0.24, head * 0.16, skin.mixed(with: Colour(0xE8705A), 0.45))
        pen.ellipse(head * 0.62, y + head * 0.52, head * 0.2, head * 0.07, Colour(0xA8443E))
        hat(pen, y)
    }

    private func hat(_ pen: Pen, _ y: Double) {
        switch trait {
        case .chef:
            for x in [-0.6, 0, 0.6] {
                pen.circle(x * head, y - head * 1.75, head * 0.6, Colour(0xF7F7F4))
            }
            pen.fill(
                .rounded(-head * 0.9, y - head * 1.6, head * 1.8, head * 0.9, radius: head * 0.1),
                Colour(0xF7F7F4))
        case .royal:
            let points = [
                (-0.8, -0.8), (-0.9, -1.7), (-0.4, -1.25), (0, -1.85), (0.4, -1.25), (0.9, -1.7), (0.8, -0.8),
            ]
            pen.fill(.polygon(points.map { Point($0 * head, y + $1 * head) }), Colour(0xF2C33C))
        case .elder:
            pen.circle(-head * 0.85, y - head * 0.5, head * 0.42, hair)
        case nil: break
        }
    }

    private func santaHat(_ pen: Pen, _ y: Double) {
        pen.fill(
            .smooth([
                Point(-head, y - head * 0.4), Point(-head * 0.5, y - head * 1.6),
                Point(-head * 1.7, y - head * 1.5),
                Point(-head * 0.2, y - head * 2.1), Point(head, y - head * 0.4),
            ]), coat)
        pen.circle(-head * 1.7, y - head * 1.45, head * 0.3, .white)
        pen.fill(.rounded(-head * 1.15, y - head * 0.75, head * 2.3, head * 0.5, radius: head * 0.25), .white)
        pen.fill(
            .smooth([
                Point(-head * 0.4, y + head * 0.3), Point(head * 0.9, y + head * 0.2),
                Point(head * 0.9, y + head),
                Point(head * 0.2, y + head * 2.1), Point(-head * 0.5, y + head),
            ]), .white)
        pen.circle(head * 0.5, y - head * 0.05, head * 0.11, Colour(0x2A1D18))
    }

    private func leg(_ pen: Pen, _ pose: Pose, _ hip: Point, isNear: Bool) {
        let shift = isNear ? 0.0 : 0.5
        let (thigh, shin) = (0.24, 0.22)
        var (upper, lower) = (0.0, 0.0)
        switch pose.motion {
        case .walk, .run:
            let reach = pose.motion == .run ? 0.85 : 0.48
            upper = reach * pose.swing(shift)
            lower = upper - (0.25 + reach) * max(0, pose.swing(shift + 0.3))
        case .sit: (upper, lower) = (1.45, 0.1)
        case .sleep: (upper, lower) = (isNear ? 0.5 : 0.3, isNear ? -0.2 : -0.1)
        case .swim, .fly: (upper, lower) = (0.3 * pose.swing(shift), 0.35 * pose.swing(shift - 0.1) - 0.1)
        case .dance: (upper, lower) = (0.4 * pose.swing(shift), 0.25 * pose.swing(shift) - 0.25)
        case .jump:
            (upper, lower) = (0.5 * max(0, pose.swing()) + (isNear ? 0.1 : -0.1), -0.5 * max(0, pose.swing()))
        case .float: (upper, lower) = (isNear ? 0.5 : 0.15, isNear ? -0.15 : -0.3)
        case .stand, .work, .wave: (upper, lower) = (isNear ? 0.06 : -0.06, isNear ? 0.06 : -0.06)
        }
        let knee = hip + Point(sin(upper), cos(upper)) * thigh
        let foot = knee + Point(sin(lower), cos(lower)) * shin
        let colour = isNear ? legs : legs.darker(0.25)
        let width = dress == .suit ? 0.068 : 0.05
        pen.limb(hip, width * 1.15, knee, width * 0.9, colour)
        pen.limb(knee, width * 0.9, foot, width * 0.7, colour)
        pen.ellipse(foot.x + 0.028, foot.y, 0.055, 0.026, colour.darker(0.45), angle: min(0.6, -lower * 0.6))
    }

    private func arm(_ pen: Pen, _ pose: Pose, _ shoulder: Point, isNear: Bool) {
        let shift = isNear ? 0.5 : 0.0
        var (upper, lower) = (0.0, 0.0)
        switch pose.motion {
        case .walk: upper = 0.45 * pose.swing(shift); lower = upper + 0.25
        case .run: upper = 0.9 * pose.swing(shift); lower = upper + 1.3
        case .swim: upper = 2 * .pi * (pose.beat * 0.5 + shift); lower = upper + 0.3
        case .fly: (upper, lower) = isNear ? (3.0, 3.05) : (0.2, 0.1)
        case .dance: upper = 2.3 + 0.55 * pose.swing(shift); lower = upper + 0.6 * pose.swing(shift + 0.15)
        case .sit: (upper, lower) = (0.45, 1.1)
        case .sleep: (upper, lower) = (0.9, 2.2)
        case .work:
            upper = 0.75 + 0.2 * pose.swing(shift); lower = upper + 0.65 + 0.15 * pose.swing(shift + 0.2)
        case .wave where isNear: upper = 2.6; lower = upper + 0.4 * pose.swing()
        case .jump: upper = 0.3 + 2.4 * max(0, pose.swing()); lower = upper + 0.2
        case .float: upper = isNear ? 1.2 : -0.9; lower = upper + 0.3 * pose.swing(0.2)
        case .stand, .wave:
            upper = isNear ? 0.26 : -0.26
            lower = upper * 0.5 + 0.04 * pose.swing()
        }
        if isNear, let prop { (upper, lower) = prop.grip }
        // Who stands or dances is seen from the front, who goes from the side.
        let isFrontal = [.stand, .wave, .dance].contains(pose.motion)
        let side = Point((isNear ? 1 : -1) * (isFrontal ? 0.06 : 0.012), 0)
        let elbow = shoulder + side + Point(sin(upper), cos(upper)) * 0.16
        let hand = elbow + Point(sin(lower), cos(lower)) * 0.15
        let sleeve = isNear ? coat.darker(0.1) : coat.darker(0.3)
        let width = dress == .suit ? 0.052 : 0.036
        pen.limb(shoulder + side, width, elbow, width * 0.88, sleeve)
        pen.limb(elbow, width * 0.88, hand, width * 0.72, sleeve)
        pen.circle(hand.x, hand.y, 0.03, dress == .suit || hasSantaHat ? coat.lighter(0.4) : skin)
    }
}
