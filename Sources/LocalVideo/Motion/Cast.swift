import Canvas

/// Everyone on the stage, from far to near.
struct Cast {
    private(set) var performers: [Performer] = []
    /// What the first of them does; the camera follows it.
    private(set) var lead = Motion.stand

    init(_ shot: Shot, stage: Stage, width: Int, height: Int, seed: UInt64) {
        var random = SeededRandom(seed: seed, purpose: "cast")
        lead = shot.cast.first.map { $0.leadMotion(in: shot.place) } ?? .stand
        let size = Size(width: Double(width), height: Double(height))
        let everyone = shot.cast.flatMap { Array(repeating: $0, count: $0.count) }
        let rows = everyone.count > 8 ? 3 : everyone.count > 4 ? 2 : 1
        let widest = Self.breadth(of: everyone, size) / Double(rows)
        let scale = min(everyone.count == 1 ? 1.12 : 1, max(0.3, size.room / max(1, widest)))
        for row in 0..<rows {
            let members = everyone.indices.filter { $0 % rows == row }.map { everyone[$0] }
            let isLast = row == rows - 1
            place(
                members, shot, stage, size, scale: scale * (isLast ? 1 : 0.8),
                back: Double(rows - 1 - row) * 0.06, &random)
        }
        performers.sort { $0.home.y < $1.home.y }
    }

    /// The picture's own measures.
    private struct Size {
        let width: Double
        let height: Double

        var side: Double { min(width, height) }
        /// What subjects may fill of the width.
        var room: Double { width * 0.86 }
    }

    private static func breadth(of roles: [Shot.Role], _ size: Size) -> Double {
        roles.reduce(0) { $0 + $1.height * $1.breadth * size.side }
    }

    /// Places a row of subjects side by side.
    private mutating func place(
        _ roles: [Shot.Role], _ shot: Shot, _ stage: Stage, _ size: Size, scale: Double, back: Double,
        _ random: inout SeededRandom
    ) {
        let total = Self.breadth(of: roles, size) * scale
        let stretch = min(1.35, max(0.7, size.room / max(1, total)))
        var left = (size.width - total * stretch) / 2
        for (index, role) in roles.enumerated() {
            let share = role.height * role.breadth * size.side * scale * stretch
            let isBack = index % 2 == 1
            let (subject, motion) = (role.subject, role.subject.motion(role.motion, in: shot.place))
            let high = role.height * size.side * scale * (isBack ? 0.92 : 1)
            let isFree = subject.isFree || (role.mount?.isFree ?? false)
            let spread =
                isFree
                ? random.number(-0.1...0.1) * size.side - back * size.side * 2
                : -(back + (isBack ? 0.03 : 0)) * size.side
            let y = Self.height(role.mount ?? subject, shot.place, stage) * size.height
            let isPlanted = subject.habitat == .planted
            performers.append(
                Performer(
                    role: role, motion: motion,
                    home: Point(left + share / 2, y + spread + (isFree ? high / 2 : 0)), size: high,
                    shift: random.number(0...1),
                    depth: isPlanted && shot.place != .room ? (lead.isTravelling ? 0.5 : 1) : 0))
            left += share
        }
    }

    private static func height(_ subject: Figure, _ place: Place, _ stage: Stage) -> Double {
        switch subject.habitat {
        case .air: subject == .butterfly ? 0.46 : subject == .balloon || subject == .dragon ? 0.42 : 0.34
        case .space: 0.46
        case .water: place == .underwater ? 0.42 : 0.4
        case .planted where place == .room: stage.floor - (subject == .cup || subject == .cake ? 0.12 : 0)
        case .planted: stage.floor - 0.05
        case .ground where place == .space: 0.68
        case .ground where place == .underwater && subject != .boat: 0.62
        case .ground where subject == .boat && place == .beach: 0.56
        case .ground: stage.floor
        }
    }
}

extension Shot.Role {
    /// Its height over all with whatever it rides, as a share of the picture's shorter side.
    var height: Double { (mount.map { max($0.size * 0.95, 0.3) + 0.12 } ?? subject.size) * scale }

    /// Space that it takes, in its own heights.
    var breadth: Double { mount?.breadth ?? subject.breadth }

    func leadMotion(in place: Place) -> Motion {
        mount.map { $0.motion(.run, in: place) } ?? subject.motion(motion, in: place)
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
        case .fish, .whale, .jellyfish: .swim
        case .turtle: place == .underwater || told == .swim ? .swim : .walk
        case .duck where place == .sea || place == .underwater: .swim
        case .bird where told == .sit || told == .walk || told == .sleep: .sit
        case .bird, .butterfly, .plane, .rocket, .dragon, .saucer: .fly
        case .boat, .balloon: .float
        case .car, .bus, .train, .bicycle: told == .sit || told == .stand ? .stand : .run
        case .tree, .flower, .house, .snowman, .castle, .lighthouse, .campfire, .cake, .cup: .stand
        default:
            switch place {
            case .space: told == .dance || told == .wave ? told : .float
            case .underwater: .swim
            default: told
            }
        }
    }
}
