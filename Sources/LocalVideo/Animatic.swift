package import Canvas
package import Domain

/// The moving picture of one prompt.
///
/// Frames can be asked for in any order and by several threads, each with an easel of its own; equal
/// requests give equal frames.
package final class Animatic: @unchecked Sendable {
    // @unchecked: nothing changes after init; drawing only reads the layers that are painted there.
    package let storyboard: Storyboard
    package let format: VideoFormat
    private let shots: [ReadyShot]
    private let overlay: OverlayPainter
    private let look: Look

    /// Reads the prompt and paints what stays the same in all frames.
    ///
    /// - Parameters:
    ///   - request: What to show.
    ///   - isSubstitute: Whether the frames say that they stand in for another video.
    package init(_ request: VideoRequest, isSubstitute: Bool) {
        let format = request.format
        var board = Storyboard(reading: request.text, negative: request.negative)
        // A shot shorter than this is over before it is understood.
        let most = max(1, Int(Double(format.durationSeconds) / 1.6))
        if board.shots.count > most { board.shots = Array(board.shots.prefix(most)) }
        self.format = format
        storyboard = board
        shots = ReadyShot.all(of: board, request)
        overlay = OverlayPainter(request, titles: board.shots.map(\.title), isSubstitute: isSubstitute)
        look = Look(board.style, width: format.width, height: format.height)
    }

    /// Draws one frame.
    ///
    /// - Parameters:
    ///   - index: 0..<``VideoFormat/frameCount``.
    ///   - easel: Belongs to the calling thread.
    /// - Returns: A picture of the easel that is good until its next use.
    package func frame(_ index: Int, on easel: Easel) -> Picture {
        let time = Double(index) / Double(format.framesPerSecond)
        let number = shots.lastIndex { $0.begins <= time } ?? 0
        let picture = easel.picture
        shots[number].draw(on: picture, wide: easel, at: time)
        if number + 1 < shots.count, time > shots[number].ends {
            let coming = shots[number + 1]
            join(picture, coming, coming.share(at: time), easel, time)
        }
        look.apply(to: picture)
        let shot = shots[number]
        overlay.draw(
            on: picture, share: Double(index + 1) / Double(format.frameCount), shot: number,
            titleOpacity: shot.presence(at: time))
        return picture
    }

    private func join(
        _ picture: Picture, _ coming: ReadyShot, _ share: Double, _ easel: Easel, _ time: Double
    ) {
        switch coming.transition {
        case .fade where share < 0.5: picture.darken(Ease.smooth(2 * share))
        case .fade:
            coming.draw(on: picture, wide: easel, at: time)
            picture.darken(Ease.smooth(2 - 2 * share))
        case .wipe:
            coming.draw(on: easel.next, wide: easel, at: time)
            picture.wipe(to: easel.next, Ease.smooth(share))
        case .dissolve, .cut:
            coming.draw(on: easel.next, wide: easel, at: time)
            picture.mix(with: easel.next, Ease.smooth(share))
        }
    }
}
