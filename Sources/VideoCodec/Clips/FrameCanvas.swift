import CAVFormat

/// A picture in I420, BT.601, video range, that pictures of any size and colours are fitted into.
final class FrameCanvas {
    /// Luma, then blue and red difference.
    let samples: UnsafeMutableBufferPointer<UInt8>
    private let format: FrameFormat
    private let orientation: Orientation
    /// Holds a picture before it is turned; empty when none is.
    private let lying: UnsafeMutableBufferPointer<UInt8>
    private var scaler: OpaquePointer?
    private var source: Source?

    /// What a scaler is made for.
    fileprivate struct Source: Equatable {
        var width: CInt
        var height: CInt
        var format: CInt
        var space: CInt
        var isFullRange: Bool
        var target: Target
    }

    /// Where the picture goes, as it is looked at; even numbers.
    struct Target: Equatable {
        var x: Int
        var y: Int
        var width: Int
        var height: Int
    }

    init(_ format: FrameFormat, _ orientation: Orientation) {
        (self.format, self.orientation) = (format, orientation)
        lying = .allocate(capacity: orientation == .upright ? 0 : format.frameBytes)
        samples = .allocate(capacity: format.frameBytes)
        let luma = format.width * format.height
        samples[..<luma].update(repeating: 16)
        samples[luma...].update(repeating: 128)
    }

    deinit {
        sws_freeContext(scaler)
        samples.deallocate()
        lying.deallocate()
    }

    /// Draws a decoded picture.
    ///
    /// - Parameter isVP8: VP8 is BT.601 whatever else is said (RFC 6386, section 9.2).
    func take(_ frame: UnsafeMutablePointer<AVFrame>, isVP8: Bool) throws(VideoCodecError) {
        let wanted = Source(frame.pointee, isVP8: isVP8, target: target(for: frame.pointee))
        if wanted != source { try prepare(wanted) }
        let (x, y) = (wanted.target.x, wanted.target.y)
        guard let base = samples.baseAddress else { return }
        let luma = format.width * format.height
        let chroma = luma + y / 2 * (format.width / 2) + x / 2
        let planes = [base + y * format.width + x, base + chroma, base + chroma + luma / 4]
        guard orientation != .upright else { return try scale(frame, into: planes, stride: format.width) }
        try turn(frame, wanted.target, into: planes)
    }

    private func scale(
        _ frame: UnsafeMutablePointer<AVFrame>, into planes: [UnsafeMutablePointer<UInt8>], stride: Int
    ) throws(VideoCodecError) {
        let rows = cavformat_scale(scaler, frame, planes[0], planes[1], planes[2], CInt(stride))
        guard rows > 0 else { throw VideoCodecError(libavReading: rows, doing: "scale") }
    }

    /// Scales a picture as it lies, and turns it.
    private func turn(
        _ frame: UnsafeMutablePointer<AVFrame>, _ target: Target, into planes: [UnsafeMutablePointer<UInt8>]
    ) throws(VideoCodecError) {
        guard let base = lying.baseAddress else { return }
        let count = target.width * target.height
        let from = [base, base + count, base + count + count / 4]
        try scale(frame, into: from, stride: orientation.swapsAxes ? target.height : target.width)
        for (index, divisor) in [1, 2, 2].enumerated() {
            orientation.turn(
                from[index], width: target.width / divisor, height: target.height / divisor,
                to: planes[index],
                stride: format.width / divisor)
        }
    }

    private func target(for frame: AVFrame) -> Target {
        let shape = frame.sample_aspect_ratio
        let stretch = shape.num > 0 && shape.den > 0 ? Double(shape.num) / Double(shape.den) : 1
        let lying = (Double(frame.width) * stretch, Double(frame.height))
        let (wide, high) = orientation.swapsAxes ? (lying.1, lying.0) : lying
        let scale = min(Double(format.width) / wide, Double(format.height) / high)
        let even = { (value: Double, limit: Int) in min(limit, max(2, Int((value / 2).rounded()) * 2)) }
        let (width, height) = (even(wide * scale, format.width), even(high * scale, format.height))
        return Target(
            x: (format.width - width) / 4 * 2, y: (format.height - height) / 4 * 2, width: width,
            height: height)
    }

    private func prepare(_ wanted: Source) throws(VideoCodecError) {
        sws_freeContext(scaler)
        let flags = SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INP | SWS_BITEXACT
        let shown = (wanted.target.width, wanted.target.height)
        let (width, height) = orientation.swapsAxes ? (shown.1, shown.0) : shown
        scaler = sws_getContext(
            wanted.width, wanted.height, AVPixelFormat(wanted.format), CInt(width), CInt(height),
            AV_PIX_FMT_YUV420P, flags, nil, nil, nil)
        let one: CInt = 1 << 16
        guard let scaler,
            sws_setColorspaceDetails(
                scaler, sws_getCoefficients(wanted.space), wanted.isFullRange ? 1 : 0,
                sws_getCoefficients(SWS_CS_ITU601), 0, 0, one, one) >= 0
        else {
            throw VideoCodecError(.unsupported, "The clip's pictures are of a kind that is not read")
        }
        source = wanted
    }
}

extension FrameCanvas.Source {
    fileprivate init(_ frame: AVFrame, isVP8: Bool, target: FrameCanvas.Target) {
        (width, height, format, self.target) = (frame.width, frame.height, frame.format, target)
        let full = [AV_PIX_FMT_YUVJ420P, AV_PIX_FMT_YUVJ422P, AV_PIX_FMT_YUVJ444P].map(\.rawValue)
        isFullRange = frame.color_range == AVCOL_RANGE_JPEG || full.contains(frame.format)
        switch frame.colorspace {
        case _ where isVP8: space = SWS_CS_ITU601
        case AVCOL_SPC_BT709: space = SWS_CS_ITU709
        case AVCOL_SPC_BT2020_NCL, AVCOL_SPC_BT2020_CL: space = SWS_CS_BT2020
        case AVCOL_SPC_SMPTE240M: space = SWS_CS_SMPTE240M
        case AVCOL_SPC_FCC: space = SWS_CS_FCC
        case AVCOL_SPC_BT470BG, AVCOL_SPC_SMPTE170M: space = SWS_CS_ITU601
        // What says nothing is what players take it for.
        default: space = frame.height >= 720 ? SWS_CS_ITU709 : SWS_CS_ITU601
        }
    }
}
