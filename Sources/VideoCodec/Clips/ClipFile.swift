import CAVFormat

/// Owns an open clip and gives its packets.
///
/// Only WebM and MP4 on this machine's disk are opened, whatever the file's name says, and only their usual
/// codecs.
final class ClipFile {
    let facts: ClipFacts
    let video: UnsafeMutablePointer<AVStream>
    let sound: UnsafeMutablePointer<AVStream>?
    let packet: UnsafeMutablePointer<AVPacket>
    let orientation: Orientation
    private let context: UnsafeMutablePointer<AVFormatContext>
    private let limits: ClipLimits
    private var pictures = 0

    static let codecs = "vp8,vp9,libvpx,libvpx-vp9,libdav1d,h264,hevc,opus,libopus,vorbis,aac,mp3float,flac"

    /// Opens a clip and reads what its head says.
    ///
    /// - Throws: ``VideoCodecError/Code/unsupported`` for another container or codec or beyond the limits,
    ///   ``VideoCodecError/Code/damaged`` when it cannot be read, ``VideoCodecError/Code/storage`` when it
    ///   is not there.
    init(_ path: String, limits: ClipLimits) throws(VideoCodecError) {
        let context = try Self.open(path)
        guard let packet = av_packet_alloc() else {
            Self.close(context)
            throw VideoCodecError(libav: cavformat_no_memory, doing: "packet")
        }
        do throws(VideoCodecError) {
            video = try Self.stream(AVMEDIA_TYPE_VIDEO, of: context)
            sound = try? Self.stream(AVMEDIA_TYPE_AUDIO, of: context)
            orientation = try Orientation(of: video)
            facts = ClipFacts(context, video, sound, orientation)
            try facts.check(limits)
        } catch {
            av_packet_free_one(packet)
            Self.close(context)
            throw error
        }
        (self.context, self.packet, self.limits) = (context, packet, limits)
    }

    deinit {
        av_packet_free_one(packet)
        Self.close(context)
    }

    /// Where time begins, in milliseconds.
    var startMilliseconds: Int64 {
        let start = context.pointee.start_time
        return start == cavformat_no_timestamp ? 0 : start / 1000
    }

    /// Reads the next packet of picture or sound into ``packet``; false at the end.
    func read() throws(VideoCodecError) -> Bool {
        while true {
            av_packet_unref(packet)
            let result = av_read_frame(context, packet)
            if result == cavformat_end { return false }
            guard result >= 0 else { throw VideoCodecError(libavReading: result, doing: "packet") }
            if packet.pointee.flags & AV_PKT_FLAG_CORRUPT != 0 {
                throw VideoCodecError(.damaged, "The clip is damaged", detail: "corrupt packet")
            }
            if packet.pointee.stream_index == sound?.pointee.index { return true }
            guard packet.pointee.stream_index == video.pointee.index else { continue }
            pictures += 1
            guard pictures <= limits.frames else {
                throw VideoCodecError(.unsupported, "The clip has more than \(limits.frames) pictures")
            }
            return true
        }
    }

    private static func open(
        _ path: String
    ) throws(VideoCodecError) -> UnsafeMutablePointer<AVFormatContext> {
        var options: OpaquePointer?
        defer { av_dict_free(&options) }
        for (name, value) in [
            ("format_whitelist", "matroska,webm,mov,mp4"), ("codec_whitelist", codecs),
            ("protocol_whitelist", "file"), ("probesize", "5000000"), ("analyzeduration", "5000000"),
        ] { av_dict_set(&options, name, value, 0) }
        var opened: UnsafeMutablePointer<AVFormatContext>?
        let result = avformat_open_input(&opened, "file:" + path, nil, &options)
        guard result >= 0, let context = opened else {
            throw VideoCodecError(libavReading: result, doing: "open")
        }
        let found = avformat_find_stream_info(context, nil)
        guard found >= 0 else {
            close(context)
            throw VideoCodecError(libavReading: found, doing: "streams")
        }
        return context
    }

    private static func close(_ context: UnsafeMutablePointer<AVFormatContext>) {
        var last: UnsafeMutablePointer<AVFormatContext>? = context
        avformat_close_input(&last)
    }

    private static func stream(
        _ kind: AVMediaType, of context: UnsafeMutablePointer<AVFormatContext>
    ) throws(VideoCodecError) -> UnsafeMutablePointer<AVStream> {
        let index = av_find_best_stream(context, kind, -1, -1, nil, 0)
        guard index >= 0, let stream = context.pointee.streams[Int(index)] else {
            throw VideoCodecError(.unsupported, "The clip has no picture that can be read")
        }
        return stream
    }
}

private func av_packet_free_one(_ packet: UnsafeMutablePointer<AVPacket>) {
    var last: UnsafeMutablePointer<AVPacket>? = packet
    av_packet_free(&last)
}

extension ClipFacts {
    fileprivate init(
        _ context: UnsafeMutablePointer<AVFormatContext>, _ video: UnsafeMutablePointer<AVStream>,
        _ sound: UnsafeMutablePointer<AVStream>?, _ orientation: Orientation
    ) {
        let parameters = video.pointee.codecpar.pointee
        codec = String(cString: avcodec_get_name(parameters.codec_id))
        let (across, down) = (Int(parameters.width), Int(parameters.height))
        (width, height) = orientation.swapsAxes ? (down, across) : (across, down)
        let average = Rational(video.pointee.avg_frame_rate)
        frameRate = average.value > 0 ? average : Rational(video.pointee.r_frame_rate)
        duration =
            context.pointee.duration > 0 ? Double(context.pointee.duration) / Double(AV_TIME_BASE) : 0
        self.sound = sound.map { String(cString: avcodec_get_name($0.pointee.codecpar.pointee.codec_id)) }
    }

    fileprivate func check(_ limits: ClipLimits) throws(VideoCodecError) {
        guard ["vp8", "vp9", "av1", "h264", "hevc"].contains(codec) else {
            throw VideoCodecError(.unsupported, "Clips in \(codec) are not read")
        }
        guard width > 0, height > 0, width * height <= limits.pixels, frameRate.value > 0 else {
            throw VideoCodecError(.unsupported, "A clip of \(width)×\(height) pixels is not read")
        }
        guard duration <= limits.seconds else {
            throw VideoCodecError(.unsupported, "The clip is longer than \(Int(limits.seconds)) s")
        }
    }
}
