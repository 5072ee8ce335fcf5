import Canvas
package import Domain
import FoundationEssentials
import Glibc
import VideoCodec

/// Makes a video and its still pictures out of a request: the picture part of the media worker.
package enum LocalRenderer {
    /// Renders a whole video.
    ///
    /// Every file is written beside its place and renamed, so that it is there in full or not at all.
    ///
    /// - Parameters:
    ///   - order: What to make and where it goes.
    ///   - threads: How many make segments side by side; the bytes are the same for any number.
    ///   - progress: Called now and then with 0...1, by one thread at a time.
    /// - Throws: ``ProviderError/Code/storage`` when the disk is full or the folder cannot be written,
    ///   ``ProviderError/Code/invalidRequest`` when the format is out of range.
    package static func render(
        _ order: RenderOrder, threads: Int = 1, progress: @Sendable (Double) -> Void
    ) throws(ProviderError) {
        let animatic = try animatic(order)
        let format = animatic.format
        do throws(VideoCodecError) {
            let frames = try FrameFormat(
                width: format.width, height: format.height, framesPerSecond: format.framesPerSecond)
            let title = order.isSubstitute ? "Reprise animatic (substitute)" : "Reprise animatic"
            let writer = try VideoFileWriter(path: order.video, format: frames, title: title)
            try Stills.write(animatic, order)
            try SegmentedRender(animatic, frames, writer: writer).run(threads: threads, progress: progress)
        } catch {
            for path in [order.thumbnail, order.smallThumbnail, order.contactSheet].compactMap(\.self) {
                unlink(path)
            }
            throw ProviderError(error)
        }
    }

    /// Renders one frame as a JPEG into the place of the thumbnail.
    ///
    /// - Parameters:
    ///   - order: What to draw.
    ///   - share: Which moment: 0 is the first frame, 1 the last.
    package static func renderStill(_ order: RenderOrder, at share: Double) throws(ProviderError) {
        let animatic = try animatic(order)
        do throws(VideoCodecError) {
            try Stills.writeThumbnail(animatic, at: share, to: order.thumbnail)
        } catch {
            throw ProviderError(error)
        }
    }

    /// Hands over every frame as it would be encoded: I420, one after the other.
    package static func renderFrames(
        _ order: RenderOrder, _ body: (UnsafeMutableBufferPointer<UInt8>) -> Void
    ) throws(ProviderError) {
        let animatic = try animatic(order)
        let easel = Easel(for: animatic)
        for index in 0..<animatic.format.frameCount { animatic.frame(index, on: easel).withI420(body) }
    }

    /// Joins clips into a film.
    ///
    /// - Throws: ``ProviderError/Code/invalidRequest`` naming the clip that cannot be read,
    ///   ``ProviderError/Code/storage`` when the film cannot be written.
    package static func join(
        _ order: FilmOrder, progress: @Sendable (Double) -> Void
    ) throws(ProviderError) -> RenderReport.Film {
        do throws(VideoCodecError) {
            let film = try FilmMaker.join(
                order.clips, to: order.film, title: order.title, progress: progress)
            return RenderReport.Film(
                seconds: film.seconds, copied: film.copied, lostSound: film.lostSound)
        } catch {
            throw ProviderError(error)
        }
    }

    /// Takes a picture out of a clip and writes it as a JPEG.
    ///
    /// - Throws: ``ProviderError/Code/invalidRequest`` when the clip cannot be read,
    ///   ``ProviderError/Code/storage`` when the file cannot be written.
    package static func takeStill(_ order: StillOrder) throws(ProviderError) {
        do throws(VideoCodecError) {
            try ClipStill.write(of: order.clip, to: order.still)
        } catch {
            throw ProviderError(error)
        }
    }

    /// Writes a picture anew as a JPEG, without anything but the picture.
    ///
    /// - Throws: ``ProviderError/Code/invalidRequest`` when it is no picture that is read.
    package static func rewritePicture(_ order: PictureOrder) throws(ProviderError) {
        guard let data = FileManager.default.contents(atPath: order.picture) else {
            throw ProviderError(.storage, "The picture is not there")
        }
        do throws(VideoCodecError) {
            try PictureFile.rewrite(Array(data), to: order.rewritten)
        } catch {
            throw ProviderError(error)
        }
    }

    // A format out of JSON has not been through the checks of its own initialiser.
    private static func animatic(_ order: RenderOrder) throws(ProviderError) -> Animatic {
        let format = order.request.format
        do throws(InputError) {
            _ = try VideoFormat(
                width: format.width, height: format.height, framesPerSecond: format.framesPerSecond,
                durationSeconds: format.durationSeconds)
        } catch {
            throw ProviderError(.invalidRequest, error.description)
        }
        return Animatic(order.request, isSubstitute: order.isSubstitute)
    }
}

extension ProviderError {
    init(_ error: VideoCodecError) {
        let code: Code =
            switch error.code {
            case .unsupported, .damaged: .invalidRequest
            case .storage: .storage
            case .internalFailure: .transient
            }
        self.init(code, error.message, detail: error.detail)
    }
}
