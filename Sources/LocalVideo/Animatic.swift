package import Canvas
package import Domain

/// The moving picture of one prompt.
///
/// Frames can be asked for in any order; equal requests give equal frames.
package final class Animatic {
    package let storyboard: Storyboard
    package let format: VideoFormat
    private let stage: Stage
    private let cast: Cast
    private let path: CameraPath
    private let effects: [WeatherEffect]
    private let overlay: OverlayPainter
    private let glitter: Glitter?
    private let picture: Picture

    /// Reads the prompt and paints what stays the same in all frames.
    ///
    /// - Parameters:
    ///   - request: What to show.
    ///   - isSubstitute: Whether the frames say that they stand in for another video.
    package init(_ request: VideoRequest, isSubstitute: Bool) {
        let format = request.format
        let (width, height) = (format.width, format.height)
        let board = Storyboard(reading: request.text, negative: request.negative)
        let direction = request.seed.isMultiple(of: 2) ? 1.0 : -1.0
        self.format = format
        storyboard = board
        stage = Stage(board, width: width, height: height, seed: request.seed)
        cast = Cast(board, stage: stage, width: width, height: height, seed: request.seed)
        path = CameraPath(
            board, lead: cast.lead, width: width, height: height,
            duration: Double(format.durationSeconds), direction: direction)
        effects = board.weather.compactMap {
            WeatherEffect($0, width: width, height: height, seed: request.seed)
        }
        overlay = OverlayPainter(request, title: board.title, isSubstitute: isSubstitute)
        glitter = stage.water.map { Glitter($0, width: width, height: height, seed: request.seed) }
        picture = Picture(width: width, height: height)
    }

    /// Draws one frame.
    ///
    /// - Parameter index: 0..<``VideoFormat/frameCount``.
    /// - Returns: A picture that is good until the next call.
    package func frame(_ index: Int) -> Picture {
        let time = Double(index) / Double(format.framesPerSecond)
        let view = path.view(at: time)
        picture.draw(stage.backdrop, x: 0, y: 0)
        glitter?.draw(on: picture, time: time, stage.palette)
        stage.draw(on: picture, view, front: false)
        for performer in cast.performers {
            performer.draw(on: picture, stage, view, path, duration: Double(format.durationSeconds))
        }
        stage.draw(on: picture, view, front: true)
        for effect in effects { effect.draw(on: picture, view) }
        overlay.draw(on: picture, share: Double(index + 1) / Double(format.frameCount))
        return picture
    }
}
