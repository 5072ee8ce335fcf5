import CAVFormat

/// One clip on its way into a film.
struct FilmClip {
    private let plan: FilmPlan
    private let index: Int
    private let clip: ClipFile
    private let limits: ClipLimits

    init(_ plan: FilmPlan, index: Int, limits: ClipLimits) throws(VideoCodecError) {
        (self.plan, self.index, self.limits) = (plan, index, limits)
        clip = try ClipFile(plan.paths[index], limits: limits)
    }

    /// Writes the clip's packets.
    ///
    /// - Parameter offset: Where it begins in the film, in milliseconds.
    /// - Returns: Where it ends.
    func write(to writer: borrowing WebMWriter, at offset: Int64) throws(VideoCodecError) -> Int64 {
        plan.copies[index] ? try copy(to: writer, at: offset) : try encode(to: writer, at: offset)
    }

    private func copy(to writer: borrowing WebMWriter, at offset: Int64) throws(VideoCodecError) -> Int64 {
        var (end, pictures, isFirst) = (offset, 0, true)
        while try clip.read() {
            let packet = clip.packet
            guard packet.pointee.stream_index == clip.video.pointee.index else {
                end = max(end, try copySound(to: writer, at: offset))
                continue
            }
            guard !isFirst || packet.pointee.flags & AV_PKT_FLAG_KEY != 0 else {
                throw VideoCodecError(.damaged, "The clip does not begin with a key frame")
            }
            (isFirst, pictures) = (false, pictures + 1)
            move(clip.video, by: offset)
            end = max(end, packet.pointee.pts + pictureMilliseconds)
            packet.pointee.stream_index = 0
            try writer.write(packet, timeBase: Self.milliseconds)
        }
        try clip.checkIsWhole(end: Double(end - offset) / 1000)
        // Exact where the stamps are, which are rounded.
        let exact = offset + Int64((Double(pictures) / clip.facts.frameRate.value * 1000).rounded())
        return abs(exact - end) <= 2 ? exact : end
    }

    private func encode(
        to writer: borrowing WebMWriter, at offset: Int64
    ) throws(VideoCodecError) -> Int64 {
        let decoder = try FrameDecoder(clip, format: plan.format, limits: limits)
        let encoder = try VP8Encoder(plan.format)
        try encoder.prepare()
        let frameTime = Rational(1, plan.format.framesPerSecond)
        var (end, count) = (offset, 0)
        func put(_ packets: [VideoPacket], _ writer: borrowing WebMWriter) throws(VideoCodecError) {
            for packet in packets { try writer.write(packet, at: packet.index, frameTime, after: offset) }
        }
        // Typed throws do not cross a closure that captures a noncopyable value, so pictures are kept apart.
        var packets: [VideoPacket] = []
        let take = { (frame: UnsafeMutableBufferPointer<UInt8>) throws(VideoCodecError) in
            packets += try encoder.encode(frame, index: count)
            count += 1
        }
        while try clip.read() {
            if clip.packet.pointee.stream_index == clip.video.pointee.index {
                try decoder.take(clip.packet, take)
                try put(packets, writer)
                packets = []
            } else {
                end = max(end, try copySound(to: writer, at: offset))
            }
        }
        try decoder.take(nil, take)
        try put(packets + encoder.finish(at: count), writer)
        try clip.checkIsWhole(end: decoder.end)
        let seconds = Double(count) / Double(plan.format.framesPerSecond)
        return max(end, offset + Int64((seconds * 1000).rounded()))
    }

    private static let milliseconds = AVRational(num: 1, den: 1000)

    private var pictureMilliseconds: Int64 { Int64((1000 / clip.facts.frameRate.value).rounded()) }

    /// Copies the present packet of sound, and says where it ends.
    private func copySound(
        to writer: borrowing WebMWriter, at offset: Int64
    ) throws(VideoCodecError) -> Int64 {
        guard plan.hasSound, let sound = clip.sound else { return 0 }
        move(sound, by: offset)
        let end = clip.packet.pointee.pts + clip.packet.pointee.duration
        clip.packet.pointee.stream_index = 1
        try writer.write(clip.packet, timeBase: Self.milliseconds)
        return end
    }

    /// Counts the present packet's time in milliseconds of the film.
    private func move(_ stream: UnsafeMutablePointer<AVStream>, by offset: Int64) {
        let packet = clip.packet
        av_packet_rescale_ts(packet, stream.pointee.time_base, Self.milliseconds)
        let stamp =
            packet.pointee.pts == cavformat_no_timestamp ? packet.pointee.dts : packet.pointee.pts
        packet.pointee.pts = max(0, stamp - clip.startMilliseconds) + offset
        packet.pointee.dts = packet.pointee.pts
        packet.pointee.pos = -1
    }
}
