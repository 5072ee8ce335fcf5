import Canvas

/// What a style does to whole frames: a grade, and what lies over the lens.
struct Look {
    private let grade: Grade
    private let barHeight: Int
    private let veil: Picture?

    init(_ style: Style?, width: Int, height: Int) {
        let unit = Double(min(width, height)) / 720
        grade = style.map { $0.grade(unit: unit) } ?? .none
        // A wide screen has room for a wider one.
        barHeight = style == .cinematic && width > height ? height / 16 / 2 * 2 : 0
        veil = style?.edge.map { Self.vignette($0, width: width, height: height) }
    }

    func apply(to picture: Picture) {
        if grade != .none { picture.apply(grade) }
        if let veil { picture.draw(veil, x: 0, y: 0) }
        guard barHeight > 0 else { return }
        picture.fillRows(0..<barHeight, .solid(.black))
        picture.fillRows(picture.height - barHeight..<picture.height, .solid(.black))
    }

    /// Darkens or lightens the corners.
    private static func vignette(_ colour: Colour, width: Int, height: Int) -> Picture {
        let layer = Picture(width: width, height: height, isLayer: true)
        let (wide, high) = (Double(layer.width), Double(layer.height))
        var ring = Path.rectangle(-wide, -high, 3 * wide, 3 * high)
        ring.append(.ellipse(Point(wide / 2, high / 2), wide * 0.58, high * 0.62))
        layer.fill(ring, colour, opacity: 0.62, blur: min(wide, high) * 0.12)
        return layer.seal()
    }
}

extension Style {
    fileprivate func grade(unit: Double) -> Grade {
        switch self {
        case .cinematic: Grade(contrast: 1.08, brightness: -0.01, saturation: 0.9, warmth: 0.03)
        case .noir: Grade(contrast: 1.25, brightness: -0.03, saturation: 0)
        case .vintage: Grade(contrast: 0.9, brightness: 0.02, saturation: 0.45, warmth: 0.1)
        case .anime: Grade(contrast: 1.06, brightness: 0.02, saturation: 1.3)
        case .watercolor: Grade(contrast: 0.78, brightness: 0.1, saturation: 0.85)
        case .pastel: Grade(contrast: 0.72, brightness: 0.13, saturation: 0.7, warmth: 0.02)
        case .pixel:
            Grade(contrast: 1.1, saturation: 1.25, block: max(2, Int((11 * unit).rounded()) / 2 * 2))
        case .dreamy: Grade(contrast: 0.88, brightness: 0.06, saturation: 0.95, warmth: 0.03)
        case .horror: Grade(contrast: 1.15, brightness: -0.1, saturation: 0.4, warmth: -0.05)
        case .documentary: Grade(contrast: 1.03, saturation: 0.88)
        }
    }

    /// The colour that the corners fade into.
    fileprivate var edge: Colour? {
        switch self {
        case .noir, .horror: .black
        case .vintage: Colour(0x3A2410)
        case .watercolor, .dreamy: .white
        case .cinematic, .anime, .pastel, .pixel, .documentary: nil
        }
    }
}
