import CAVFormat

/// Turns the packets of a clip into pictures of one size and rate, with the colours of our own: I420,
/// BT.601, video range.
///
/// A picture of another shape is fitted in, with black bars; at another rate the latest picture is shown.
final class FrameDecoder {
    private let context: UnsafeMutablePointer<AVCodecContext>
    private let frame: UnsafeMutablePointer<AVFrame>
    private let clip: ClipFile
    private let canvas: FrameCanvas
    private let frameSeconds: Double
    private let limits: ClipLimits
    private var hasPicture = false
    /// Pictures given so far.
    private(set) var count = 0
    /// Where the latest picture ends, in seconds.
    private(set) var end = 0.0

    init(_ clip: ClipFile, format: FrameFormat, limits: ClipLimits) throws(VideoCodecError) {
        let parameters = clip.video.pointee.codecpar
        guard let parameters, let decoder = avcodec_find_decoder(parameters.pointee.codec_id),
            let context = avcodec_alloc_context3(decoder)
        else { throw VideoCodecError(.unsupported, "Clips in \(clip.facts.codec) are not read here") }
        guard let frame = av_frame_alloc() else {
            Self.free(context)
            throw VideoCodecError(libav: cavformat_no_memory, doing: "frame")
        }
        (self.context, self.frame, self.clip, self.limits) = (context, frame, clip, limits)
        canvas = FrameCanvas(format, clip.orientation)
        frameSeconds = 1 / Double(format.framesPerSecond)
        // What the head says is no promise: a later picture may be larger.
        context.pointee.max_pixels = Int64(limits.pixels)
        context.pointee.thread_count = 1
        context.pointee.pkt_timebase = clip.video.pointee.time_base
        context.pointee.err_recognition = CInt(AV_EF_CRCCHECK | AV_EF_BITSTREAM | AV_EF_BUFFER)
        let copied = avcodec_parameters_to_context(context, parameters)
        let opened = copied < 0 ? copied : avcodec_open2(context, decoder, nil)
        guard opened >= 0 else { throw VideoCodecError(libavReading: opened, doing: "decoder") }
    }

    deinit {
        var last: UnsafeMutablePointer<AVFrame>? = frame
        av_frame_free(&last)
        Self.free(context)
    }

    /// Takes the clip's present packet; nil is the end of the clip.
    ///
    /// - Parameter body: Called with each picture that is due, in order; it is good during the call.
    func take(
        _ packet: UnsafeMutablePointer<AVPacket>?,
        _ body: (UnsafeMutableBufferPointer<UInt8>) throws(VideoCodecError) -> Void
    ) throws(VideoCodecError) {
        let sent = avcodec_send_packet(context, packet)
        guard sent >= 0 || sent == cavformat_end else {
            throw VideoCodecError(libavReading: sent, doing: "decode")
        }
        while true {
            let result = avcodec_receive_frame(context, frame)
            if result == cavformat_again || result == cavformat_end { break }
            guard result >= 0 else { throw VideoCodecError(libavReading: result, doing: "decode") }
            if frame.pointee.decode_error_flags != 0 {
                throw VideoCodecError(.damaged, "The clip is damaged", detail: "decode errors")
            }
            try checkRange()
            try show(body)
        }
        if packet == nil { try fill(until: end, body) }
    }

    /// Brighter pictures than a screen of ours shows would come out grey.
    private func checkRange() throws(VideoCodecError) {
        let kinds = [AVCOL_TRC_SMPTE2084: "PQ", AVCOL_TRC_ARIB_STD_B67: "HLG"]
        guard let kind = kinds[frame.pointee.color_trc] else { return }
        throw VideoCodecError(
            .unsupported, "The clip is HDR (\(kind)), which is only copied; convert it to SDR (BT.709) first")
    }

    private func show(
        _ body: (UnsafeMutableBufferPointer<UInt8>) throws(VideoCodecError) -> Void
    ) throws(VideoCodecError) {
        let timeBase = Rational(clip.video.pointee.time_base).value
        let stamp = frame.pointee.best_effort_timestamp
        let start =
            stamp == cavformat_no_timestamp
            ? end : Double(stamp) * timeBase - Double(clip.startMilliseconds) / 1000
        guard start < limits.seconds else {
            throw VideoCodecError(.unsupported, "The clip is longer than \(Int(limits.seconds)) s")
        }
        if hasPicture { try fill(until: start, body) }
        try canvas.take(frame, isVP8: clip.facts.codec == "vp8")
        hasPicture = true
        end = max(end, start + 1 / clip.facts.frameRate.value)
    }

    private func fill(
        until time: Double, _ body: (UnsafeMutableBufferPointer<UInt8>) throws(VideoCodecError) -> Void
    ) throws(VideoCodecError) {
        // Times in WebM are whole milliseconds.
        while hasPicture && Double(count) * frameSeconds < time - 0.0015 {
            try body(canvas.samples)
            count += 1
        }
    }

    private static func free(_ context: UnsafeMutablePointer<AVCodecContext>) {
        var last: UnsafeMutablePointer<AVCodecContext>? = context
        avcodec_free_context(&last)
    }
}
