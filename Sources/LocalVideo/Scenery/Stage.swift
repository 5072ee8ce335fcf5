import Canvas

/// Everything behind and before the subjects: drawn once, moved every frame.
struct Stage {
    /// A strip of scenery that repeats sideways.
    struct Strip {
        let picture: Picture
        /// How much of the camera's way it moves: 0 is infinitely far, 1 is where the subjects are.
        let depth: Double
        /// Pixels a second by itself, as clouds do.
        var drift = 0.0
        var isFront = false
    }

    let palette: Palette
    var backdrop: Picture
    var strips: [Strip] = []
    /// Where feet stand, 0...1 of the height.
    var floor = Self.usualFloor
    /// Whether there is ground for shadows.
    var hasGround = true
    /// Whether glitter runs over water, between these heights.
    var water: ClosedRange<Double>?
    /// Where sun or moon stands in the sky, 0...1 of the width; nil without one.
    var lamp: Double?

    /// Above the captions.
    static let usualFloor = 0.765

    /// Draws strips from far to near.
    ///
    /// - Parameters:
    ///   - picture: What is drawn on.
    ///   - view: Where the camera is.
    ///   - front: Those before the subjects or those behind them.
    func draw(on picture: Picture, _ view: View, front: Bool) {
        for strip in strips where strip.isFront == front {
            let width = strip.picture.width
            let way = (view.way(depth: strip.depth) - strip.drift * view.time).rounded()
            let x = -Int(way - (way / Double(width)).rounded(.down) * Double(width))
            let y = Int(view.y * strip.depth)
            picture.draw(strip.picture, x: x, y: y)
            picture.draw(strip.picture, x: x + width, y: y)
        }
    }
}
