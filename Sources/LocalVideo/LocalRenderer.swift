import Canvas
package import Domain
import Glibc
import VideoCodec

/// Makes a video and its thumbnail out of a request: the picture part of the media worker.
package enum LocalRenderer {
    /// Renders a whole video.
    ///
    /// Both files are written beside their places and renamed, so that they are there in full or not at
    /// all.
    ///
    /// - Parameters:
    ///   - order: What to make and where it goes.
    ///   - progress: Called now and then with 0...1.
    /// - Throws: ``ProviderError/Code/storage`` when the disk is full or the folder cannot be written,
    ///   ``ProviderError/Code/invalidRequest`` when the format is out of range.
    package static func render(
        _ order: RenderOrder, progress: (Double) -> Void
    ) throws(ProviderError) {
        let animatic = try animatic(order)
        let format = animatic.format
        do throws(VideoCodecError) {
            let frames = try FrameFormat(
                width: format.width, height: format.height, framesPerSecond: format.framesPerSecond)
            let title = order.isSubstitute ? "Reprise animatic (substitute)" : "Reprise animatic"
            let writer = try VideoFileWriter(path: order.video, format: frames, title: title)
            for index in 0..<format.frameCount {
                try animatic.frame(index).withI420 { (frame) throws(VideoCodecError) in
                    try writer.append(frame)
                }
                if index % format.framesPerSecond == 0 { progress(Double(index) / Double(format.frameCount)) }
            }
            try writeStill(animatic, at: 0.4, to: order.thumbnail)
            try writer.finish()
        } catch {
            unlink(order.thumbnail)
            throw ProviderError(error)
        }
    }

    /// Renders one frame as a JPEG into the place of the thumbnail, for galleries.
    ///
    /// - Parameters:
    ///   - order: What to draw.
    ///   - share: Which moment: 0 is the first frame, 1 the last.
    package static func renderStill(_ order: RenderOrder, at share: Double) throws(ProviderError) {
        let animatic = try animatic(order)
        do throws(VideoCodecError) {
            try writeStill(animatic, at: share, to: order.thumbnail)
        } catch {
            throw ProviderError(error)
        }
    }

    private static func writeStill(
        _ animatic: Animatic, at share: Double, to path: String
    ) throws(VideoCodecError) {
        let format = animatic.format
        let index = Int(min(max(share, 0), 1) * Double(format.frameCount - 1))
        try animatic.frame(index).withI420 { (frame) throws(VideoCodecError) in
            try JPEGFile.write(frame, width: format.width, height: format.height, to: path)
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
            case .unsupported: .invalidRequest
            case .storage: .storage
            case .internalFailure: .transient
            }
        self.init(code, error.message, detail: error.detail)
    }
}
