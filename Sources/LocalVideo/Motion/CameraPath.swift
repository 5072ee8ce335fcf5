/// How the camera moves through a scene.
struct CameraPath {
    private let width: Double
    private let height: Double
    private let duration: Double
    private let camera: Camera
    /// Pixels a second, to keep up with whoever leads.
    let speed: Double
    /// 1 when the subjects go right, -1 when they go left.
    let direction: Double

    init(_ board: Storyboard, lead: Motion, width: Int, height: Int, duration: Double, direction: Double) {
        self.width = Double(width)
        self.height = Double(height)
        self.duration = duration
        self.direction = direction
        camera = board.camera
        let pace =
            switch lead {
            case .run: 0.3
            case .walk: 0.075
            case .fly: 0.14
            case .swim: 0.06
            case .stand, .dance, .sit, .float, .jump: board.camera == .track ? 0.08 : 0
            }
        // In a room there is nowhere to go.
        speed = board.place == .room ? 0 : pace * Double(min(width, height * 2))
    }

    func view(at time: Double) -> View {
        let share = Ease.smooth(duration > 0 ? time / duration : 0)
        var x = direction * speed * time
        var (y, zoom) = (0.0, 1.0)
        switch camera {
        case .fixed, .track: break
        case .drift: x += direction * 0.05 * width * share
        case .panRight: x += 0.45 * width * share
        case .panLeft: x -= 0.45 * width * share
        case .dollyIn: (y, zoom) = (0.06 * height * share, 1 + 0.32 * share)
        case .dollyOut: (y, zoom) = (0.06 * height * (1 - share), 1.32 - 0.32 * share)
        case .tilt: y = 0.16 * height * (1 - share)
        }
        return View(time: time, x: x, y: y, zoom: zoom)
    }
}
