import Canvas

/// Draws the parts of a figure in its own measure: feet at 0, one unit high, looking right.
struct Pen {
    let picture: Picture
    let light: Colour
    var haze = Colour.black
    var distance = 0.0
    private(set) var map: Affine
    /// Highest and lowest place of the whole figure, in pixels: its limbs are shaded as one.
    private let top: Double
    private let foot: Double

    /// - Parameters:
    ///   - picture: What is drawn on.
    ///   - place: Where its feet are, in pixels.
    ///   - across: Pixels of its unit sideways; negative when it looks left.
    ///   - size: Its height in pixels.
    ///   - light: What the light of the scene does to colours.
    init(on picture: Picture, at place: Point, across: Double, size: Double, light: Colour) {
        (self.picture, self.light) = (picture, light)
        map = Affine().translated(place.x, place.y).scaled(across, size)
        (top, foot) = (place.y - size, place.y)
    }

    /// Fills a shape, lighter where the sky is.
    func fill(_ path: Path, _ colour: Colour, opacity: Double = 1) {
        picture.fill(path.mapped(by: map), .lit(seen(colour)), opacity: opacity)
    }

    private func seen(_ colour: Colour) -> Colour { colour.lit(by: light).mixed(with: haze, distance) }

    /// Fills with a colour that shines by itself.
    func glow(_ path: Path, _ colour: Colour, opacity: Double = 1) {
        picture.fill(path.mapped(by: map), colour, opacity: opacity)
    }

    func circle(_ x: Double, _ y: Double, _ radius: Double, _ colour: Colour) {
        fill(.circle(Point(x, y), radius), colour)
    }

    func ellipse(_ x: Double, _ y: Double, _ rx: Double, _ ry: Double, _ colour: Colour, angle: Double = 0) {
        fill(.ellipse(Point(x, y), rx, ry, angle: angle), colour)
    }

    /// Fills a part of a body, which joins the others without a seam: light falls by the height of the whole.
    func flesh(_ path: Path, _ colour: Colour) {
        let seen = seen(colour)
        picture.fill(
            path.mapped(by: map), .vertical(seen.lighter(0.16), from: top, seen.darker(0.22), to: foot))
    }

    func limb(_ from: Point, _ fromRadius: Double, _ to: Point, _ toRadius: Double, _ colour: Colour) {
        flesh(.limb(from, fromRadius, to, toRadius), colour)
    }

    func moved(_ x: Double, _ y: Double, turn: Double = 0, scale: Double = 1) -> Pen {
        var pen = self
        pen.map = map.translated(x, y).rotated(turn).scaled(scale, scale)
        return pen
    }
}

/// What a figure does at one moment.
struct Pose {
    let motion: Motion
    /// Steps, strokes or beats since the start; whole numbers are the same pose again.
    let beat: Double

    /// -1...1.
    func swing(_ shift: Double = 0) -> Double { Ease.swing(beat + shift) }

    var isMoving: Bool { motion == .walk || motion == .run }
}
