/// How the camera moves through a shot.
struct CameraPath {
    private let width: Double
    private let height: Double
    private let duration: Double
    private let camera: Camera
    /// Pixels a second, to keep up with whoever leads.
    let speed: Double
    /// 1 when the subjects go right, -1 when they go left.
    let direction: Double
    /// Where the camera is when the shot begins, in pixels to the right.
    private let start: Double

    init(
        _ shot: Shot, lead: Motion, width: Int, height: Int, duration: Double, direction: Double,
        start: Double
    ) {
        self.width = Double(width)
        self.height = Double(height)
        self.duration = duration
        self.direction = direction
        self.start = start
        camera = shot.camera
        let pace =
            switch lead {
            case .run: 0.3
            case .walk: 0.075
            case .fly: 0.14
            case .swim: 0.06
            case .stand, .dance, .sit, .float, .jump, .sleep, .work, .wave: shot.camera == .track ? 0.08 : 0
            }
        // In a room there is nowhere to go.
        speed = shot.place == .room ? 0 : pace * Double(min(width, height * 2))
    }

    /// Where the camera is.
    ///
    /// - Parameters:
    ///   - time: Seconds since the video began.
    ///   - shotTime: Seconds since the shot began; a transition asks for a little more than its length.
    func view(at time: Double, shotTime: Double) -> View {
        let share = Ease.smooth(duration > 0 ? shotTime / duration : 0)
        var view = View(time: time, share: share, x: start + direction * speed * shotTime)
        switch camera {
        case .fixed, .track: break
        case .drift: view.x += direction * 0.05 * width * share
        case .panRight: view.x += 0.45 * width * share
        case .panLeft: view.x -= 0.45 * width * share
        case .dollyIn: (view.lens, view.nearness) = (1 + 0.14 * share, 1 + 0.22 * share)
        case .dollyOut: (view.lens, view.nearness) = (1.14 - 0.14 * share, 1.22 - 0.22 * share)
        case .zoomIn: view.lens = 1 + 0.42 * share
        case .zoomOut: view.lens = 1.42 - 0.42 * share
        case .tiltUp: view.y = 0.16 * height * share
        case .tiltDown: view.y = 0.2 * height * (1 - share)
        case .orbit: (view.orbit, view.turn) = (0.5 * width * (share - 0.5), 2 * (share - 0.5))
        }
        return view
    }
}

/// Where the camera is at one moment.
struct View {
    /// Seconds from the start of the video.
    let time: Double
    /// How much of the shot is over, eased, 0...1.
    let share: Double
    /// The camera's way to the right and up, in pixels at depth 1.
    var x: Double
    var y = 0.0
    /// How far it has gone around the subjects, in pixels of the far end: what is far moves with it, what
    /// is near against it.
    var orbit = 0.0
    /// The same as an angle, -1...1.
    var turn = 0.0
    /// How much larger near things are than at the start.
    var nearness = 1.0
    /// How much larger everything is, at least 1.
    var lens = 1.0

    /// How far a layer has moved to the left.
    func way(depth: Double) -> Double { x * depth + orbit * (depth - 1) }
}
