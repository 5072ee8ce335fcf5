/// What a shape is filled with.
package enum Paint: Sendable, Hashable {
    case solid(Colour)
    /// One colour under the sky: lighter at the top of the shape, darker at its foot.
    case lit(Colour)
    /// From one colour at a height to another at a lower place of the picture, in pixels of it.
    case vertical(Colour, from: Double, Colour, to: Double)
    /// Colours at heights, from the top down.
    case bands([Band])

    /// A colour at a height.
    package struct Band: Sendable, Hashable {
        let y: Double
        let colour: Colour

        package init(_ y: Double, _ colour: Colour) {
            self.y = y
            self.colour = colour
        }
    }

    func colour(at y: Double) -> Colour {
        switch self {
        case .solid(let colour), .lit(let colour): colour
        case .vertical(let top, let start, let bottom, let end):
            Self.between(Band(start, top), Band(end, bottom), y)
        case .bands(let bands): Self.colour(of: bands, at: y)
        }
    }

    /// What it is on a shape between two heights.
    func spread(from top: Double, to foot: Double) -> Paint {
        guard case .lit(let colour) = self else { return self }
        return .vertical(colour.lighter(0.12), from: top, colour.darker(0.2), to: foot)
    }

    private static func colour(of bands: [Band], at y: Double) -> Colour {
        guard let first = bands.first else { return .black }
        var above = first
        for band in bands {
            if y < band.y { return between(above, band, y) }
            above = band
        }
        return above.colour
    }

    private static func between(_ above: Band, _ below: Band, _ y: Double) -> Colour {
        let span = below.y - above.y
        let share = span > 0 ? min(1, max(0, (y - above.y) / span)) : 1
        return above.colour.mixed(with: below.colour, share)
    }
}
