import Canvas

/// Draws the parts of a figure in its own measure: feet at 0, one unit high, looking right.
struct Pen {
    let picture: Picture
    var map: Affine
    let light: Colour
    var haze = Colour.black
    var distance = 0.0

    func fill(_ path: Path, _ colour: Colour, opacity: Double = 1) {
        let seen = colour.lit(by: light).mixed(with: haze, distance)
        picture.fill(path.mapped(by: map), seen, opacity: opacity)
    }

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

    func limb(_ from: Point, _ fromRadius: Double, _ to: Point, _ toRadius: Double, _ colour: Colour) {
        fill(.limb(from, fromRadius, to, toRadius), colour)
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
