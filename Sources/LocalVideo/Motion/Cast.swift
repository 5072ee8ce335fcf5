import Canvas

/// Everyone on the stage, from far to near.
struct Cast {
    private(set) var performers: [Performer] = []
    /// What the first of them does; the camera follows it.
    private(set) var lead = Motion.stand

    init(_ board: Storyboard, stage: Stage, width: Int, height: Int, seed: UInt64) {
        var random = SeededRandom(seed: seed, purpose: "cast")
        lead = board.cast.first.map { $0.subject.motion($0.motion, in: board.place) } ?? .stand
        let side = Double(min(width, height))
        let everyone = board.cast.flatMap { Array(repeating: $0, count: $0.count) }
        let breadth = everyone.map { $0.subject.size * $0.subject.breadth * side }
        let room = Double(width) * 0.86
        let total = breadth.reduce(0, +)
        let scale = min(everyone.count == 1 ? 1.12 : 1, max(0.45, room / max(1, total)))
        let stretch = min(1.35, room / max(1, total * scale))
        var left = (Double(width) - total * scale * stretch) / 2
        for (index, role) in everyone.enumerated() {
            let share = breadth[index] * scale * stretch
            let isBack = index % 2 == 1
            let size = role.subject.size * side * scale * (isBack ? 0.9 : 1)
            let height = Self.height(role.subject, board.place, stage) * Double(height)
            let spread = role.subject.isFree ? random.number(-0.12...0.12) * side : isBack ? -0.035 * side : 0
            let planted = role.subject.habitat == .planted
            performers.append(
                Performer(
                    subject: role.subject, motion: role.subject.motion(role.motion, in: board.place),
                    tint: role.tint,
                    home: Point(left + share / 2, height + spread + (role.subject.isFree ? size / 2 : 0)),
                    size: size,
                    shift: random.number(0...1), depth: planted ? (lead.isTravelling ? 0.5 : 1) : 0))
            left += share
        }
        performers.sort { $0.home.y < $1.home.y }
    }

    private static func height(_ subject: Figure, _ place: Place, _ stage: Stage) -> Double {
        switch subject.habitat {
        case .air: subject == .butterfly ? 0.5 : subject == .balloon ? 0.42 : 0.34
        case .space: 0.48
        case .water: place == .underwater ? 0.46 : 0.42
        case .planted: stage.floor - 0.06
        case .ground where place == .space: 0.7
        case .ground where place == .underwater && subject != .boat: 0.64
        case .ground where subject == .boat && place == .beach: 0.58
        case .ground: stage.floor
        }
    }
}

extension Motion {
    /// Whether it covers ground.
    var isTravelling: Bool { self == .walk || self == .run || self == .fly || self == .swim }
}

extension Figure {
    /// Whether nothing holds it at the ground.
    var isFree: Bool { [.air, .water, .space].contains(habitat) }

    /// What it does when it is told this, at this place: fish swim, whatever the verb.
    func motion(_ told: Motion, in place: Place) -> Motion {
        switch self {
        case .fish, .whale: .swim
        case .bird where told == .sit || told == .walk: .sit
        case .bird, .butterfly, .plane, .rocket: .fly
        case .boat, .balloon: .float
        case .car, .bus, .train: told == .sit ? .stand : .run
        case .tree, .flower, .house, .snowman: .stand
        default:
            switch place {
            case .space: told == .dance ? .dance : .float
            case .underwater: .swim
            default: told
            }
        }
    }
}
