import Canvas

extension Figure {
    /// Where a subject is at home.
    enum Habitat { case ground, air, water, space, planted }

    var habitat: Habitat {
        switch self {
        case .bird, .butterfly, .plane, .balloon, .dragon, .saucer: .air
        case .rocket: .space
        case .fish, .whale, .turtle, .jellyfish: .water
        case .tree, .flower, .house, .snowman, .castle, .lighthouse, .campfire, .cake, .cup: .planted
        default: .ground
        }
    }

    /// Height over all, as a share of the picture's shorter side.
    var size: Double {
        switch self {
        case .person, .woman, .santa, .astronaut, .robot: 0.46
        case .child, .snowman: 0.38
        case .dog, .fox, .sheep: 0.32
        case .cat: 0.27
        case .rabbit: 0.26
        case .bear, .lion: 0.36
        case .horse, .deer: 0.46
        case .cow: 0.36
        case .pig: 0.28
        case .duck: 0.2
        case .penguin: 0.34
        case .dragon: 0.62
        case .turtle: 0.34
        case .jellyfish: 0.4
        case .bicycle: 0.5
        case .saucer: 0.5
        case .castle: 0.66
        case .lighthouse: 0.62
        case .campfire: 0.3
        case .cake, .cup: 0.34
        case .elephant: 0.52
        case .bird: 0.22
        case .butterfly: 0.15
        case .fish: 0.3
        case .whale: 0.68
        case .car: 0.56
        case .bus: 0.66
        case .train: 1.1
        case .boat: 0.5
        case .plane: 0.56
        case .rocket, .balloon: 0.48
        case .tree: 0.62
        case .flower: 0.34
        case .house: 0.5
        }
    }

    /// Space that one of several takes, in its own heights.
    var breadth: Double {
        switch self {
        case .person, .woman, .child, .santa, .astronaut, .robot, .snowman: 0.55
        case .tree, .flower, .balloon, .rocket: 0.62
        case .penguin, .jellyfish, .lighthouse: 0.62
        case .castle, .campfire, .cake, .cup: 0.95
        case .train: 1.4
        default: 1.15
        }
    }

    /// Draws it as the role says.
    func draw(_ pen: Pen, _ pose: Pose, _ role: Shot.Role) {
        let colour = role.tint?.colour
        switch self {
        case .person, .woman, .child, .santa, .astronaut, .robot, .snowman: drawUpright(pen, pose, role)
        case .dog, .cat, .rabbit, .fox, .bear, .horse, .deer, .cow, .sheep, .lion, .elephant, .pig:
            beast.draw(pen, pose, colour ?? coat)
        case .duck: Winged.duck(pen, pose, colour ?? Colour(0xF4F1E8))
        case .penguin: Winged.penguin(pen, pose)
        case .dragon: Dragon.draw(pen, pose, colour ?? Colour(0x4E9A5B))
        case .turtle: Swimmer.turtle(pen, pose, colour ?? Colour(0x5F9A4E))
        case .jellyfish: Swimmer.jellyfish(pen, pose, colour ?? Colour(0xE59AD0))
        case .bicycle: Vehicle.bicycle(pen, pose, colour ?? Colour(0xD6453D))
        case .saucer: Vehicle.saucer(pen, pose, colour ?? Colour(0xA9B4C2))
        case .castle: Building.castle(pen, pose, colour ?? Colour(0xC9C3B8))
        case .lighthouse: Building.lighthouse(pen, pose, colour ?? Colour(0xD8433B))
        case .campfire: Thing.campfire(pen, pose)
        case .cake: Thing.cake(pen, pose, colour ?? Colour(0xF6B8C6))
        case .cup: Thing.cup(pen, pose, colour ?? Colour(0xF2ECE0))
        case .bird: Winged.bird(pen, pose, colour ?? Colour(0x4F7FB8))
        case .butterfly: Winged.butterfly(pen, pose, colour ?? Colour(0xF2913D))
        case .fish: Swimmer.fish(pen, pose, colour ?? Colour(0xF08A2C))
        case .whale: Swimmer.whale(pen, pose, colour ?? Colour(0x4A6FA0))
        case .car: Vehicle.car(pen, pose, colour ?? Colour(0xD6453D))
        case .bus: Vehicle.bus(pen, pose, colour ?? Colour(0xF0B63A))
        case .train: Vehicle.train(pen, pose, colour ?? Colour(0x2F6DB5))
        case .boat: Vehicle.boat(pen, pose, colour ?? Colour(0xB8493E))
        case .plane: Vehicle.plane(pen, pose, colour ?? Colour(0x3D74C4))
        case .rocket: Vehicle.rocket(pen, pose, colour ?? Colour(0xD8443B))
        case .balloon: Vehicle.balloon(pen, pose, colour ?? Colour(0xE0524A))
        case .tree: Plant.tree(pen, pose, colour ?? Colour(0x4C9A4A))
        case .flower: Plant.flower(pen, pose, colour ?? Colour(0xEE7FA6))
        case .house: Building.draw(pen, wall: colour ?? Colour(0xEAD8BE), roof: Colour(0xA9483C), isLit: true)
        }
    }

    private func drawUpright(_ pen: Pen, _ pose: Pose, _ role: Shot.Role) {
        var human = Human()
        let colour = role.tint?.colour
        (human.trait, human.prop) = (role.trait, role.prop)
        if let hue = role.propTint { human.propColour = hue.colour }
        if role.trait == .elder { human.hair = Colour(0xD5D3CF) }
        switch self {
        case .astronaut: return Toy.astronaut(pen, pose)
        case .robot: return Toy.robot(pen, pose, colour ?? Colour(0x9FB4C7))
        case .snowman: return Toy.snowman(pen, pose)
        case .woman: (human.dress, human.coat, human.hasLongHair) = (.skirt, colour ?? Colour(0xC9485B), true)
        case .child: (human.head, human.coat) = (0.132, colour ?? Colour(0xF2B233))
        case .santa:
            (human.dress, human.coat, human.head) = (.coat, colour ?? Colour(0xC9302C), 0.112)
            (human.legs, human.hasSantaHat) = (Colour(0x8E2320), true)
        default: human.coat = colour ?? human.coat
        }
        human.draw(pen, pose)
    }

    private var beast: Quadruped {
        switch self {
        case .cat: .cat
        case .rabbit: .rabbit
        case .fox: .fox
        case .bear: .bear
        case .horse: .horse
        case .deer: .deer
        case .cow: .cow
        case .sheep: .sheep
        case .lion: .lion
        case .elephant: .elephant
        case .pig: .pig
        default: .dog
        }
    }

    private var coat: Colour {
        switch self {
        case .dog: Colour(0xC98F55)
        case .cat: Colour(0xE0994A)
        case .rabbit, .sheep: Colour(0xEFE9E0)
        case .fox: Colour(0xD8692C)
        case .bear: Colour(0x6F4A32)
        case .horse: Colour(0x7A4B2E)
        case .deer: Colour(0xA9713F)
        case .cow: Colour(0x6B4B3E)
        case .lion: Colour(0xD8A24C)
        case .pig: Colour(0xEFA6B0)
        default: Colour(0x8C919B)
        }
    }
}
