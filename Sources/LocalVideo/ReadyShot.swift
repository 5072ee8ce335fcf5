import Canvas
import Domain

/// A shot with its scenery painted and its place in time.
struct ReadyShot {
    /// When it is wholly in, in seconds.
    let begins: Double
    /// When it begins to go out.
    let ends: Double
    let transition: Transition
    private let overlap: Double
    private let stage: Stage
    private let cast: Cast
    private let path: CameraPath
    private let effects: [WeatherEffect]
    private let glitter: Glitter?
    private let length: Double

    /// How long a transition takes, in seconds; one through black is two.
    private static func overlap(_ transition: Transition) -> Double {
        switch transition {
        case .cut: 0
        case .fade: 1.6
        case .dissolve, .wipe: 0.9
        }
    }

    /// Makes all of them; shots at one place share its painted layers.
    static func all(of board: Storyboard, _ request: VideoRequest) -> [ReadyShot] {
        let total = Double(request.format.durationSeconds)
        let count = board.shots.count
        var stages: [(shot: Shot, stage: Stage)] = []
        var shots: [ReadyShot] = []
        for (index, shot) in board.shots.enumerated() {
            let (width, height) = (request.format.width, request.format.height)
            let known = stages.first { $0.shot.hasScenery(of: shot) }
            let stage = known?.stage ?? Stage(shot, width: width, height: height, seed: request.seed)
            if known == nil { stages.append((shot, stage)) }
            let end = Double(index + 1) * total / Double(count)
            let next = index + 1 < count ? board.shots[index + 1].transition : nil
            // At the same place the camera goes on from where it is.
            let isSamePlace = index > 0 && board.shots[index - 1].hasScenery(of: shot)
            shots.append(
                ReadyShot(
                    shot, stage, request, from: Double(index) * total / Double(count), until: end,
                    after: shots.last, start: isSamePlace ? shots.last?.lastX ?? 0 : 0, next: next))
        }
        return shots
    }

    private var lastX: Double { path.view(at: ends, shotTime: length).x }

    private init(
        _ shot: Shot, _ stage: Stage, _ request: VideoRequest, from start: Double, until end: Double,
        after previous: ReadyShot?, start x: Double, next: Transition?
    ) {
        let (width, height) = (request.format.width, request.format.height)
        let most = (end - start) * 0.45
        let coming = previous == nil ? 0 : min(Self.overlap(shot.transition), most)
        let going = next.map { min(Self.overlap($0), most) } ?? 0
        (begins, ends) = (start + coming / 2, end - going / 2)
        transition = shot.transition
        overlap = coming
        length = end - start + (coming + going) / 2
        self.stage = stage
        cast = Cast(shot, stage: stage, width: width, height: height, seed: request.seed)
        path = CameraPath(
            shot, lead: cast.lead, width: width, height: height, duration: length,
            direction: request.seed.isMultiple(of: 2) ? 1.0 : -1.0, start: x)
        effects = shot.weather.compactMap {
            WeatherEffect($0, width: width, height: height, seed: request.seed)
        }
        glitter = stage.water.map {
            Glitter($0, below: stage.lamp, width: width, height: height, seed: request.seed)
        }
    }

    /// How far it has come in, 0...1.
    func share(at time: Double) -> Double {
        overlap > 0 ? min(1, max(0, (time - begins + overlap) / overlap)) : 1
    }

    /// How much of its words is seen: they come and go with it.
    func presence(at time: Double) -> Double {
        let came = Ease.smooth((time - begins) / 0.5 + (overlap == 0 ? 1 : 0))
        return came * Ease.smooth((ends - time) / 0.4 + 1)
    }

    /// Draws the shot alone.
    ///
    /// - Parameters:
    ///   - picture: What is drawn on.
    ///   - easel: Lends a picture to draw before the lens goes closer.
    ///   - time: Seconds from the start of the video.
    func draw(on picture: Picture, wide easel: Easel, at time: Double) {
        let view = path.view(at: time, shotTime: time - begins + overlap)
        let canvas = view.lens > 1.0005 ? easel.wide : picture
        canvas.draw(stage.backdrop, x: 0, y: 0)
        glitter?.draw(on: canvas, time: view.time, stage.palette)
        stage.draw(on: canvas, view, front: false)
        for performer in cast.performers {
            performer.draw(on: canvas, stage, view, path)
        }
        stage.draw(on: canvas, view, front: true)
        for effect in effects { effect.draw(on: canvas, view) }
        guard view.lens > 1.0005 else { return }
        let focus = Point(Double(picture.width) / 2, Double(picture.height) * (stage.floor - 0.2))
        picture.enlarge(canvas, by: view.lens, around: focus)
    }
}

extension Shot {
    /// Whether the same layers serve both.
    fileprivate func hasScenery(of other: Shot) -> Bool {
        place == other.place && interior == other.interior && light == other.light && season == other.season
            && weather == other.weather
    }
}
