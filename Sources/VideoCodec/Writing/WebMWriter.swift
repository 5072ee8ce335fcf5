import CAVFormat
import Glibc

/// Writes packets into a WebM file that a browser plays and seeks: with cues and duration.
///
/// Tracks are added first, then ``begin()``, packets in the order of time, ``finish()``.
struct WebMWriter: ~Copyable {
    private let context: UnsafeMutablePointer<AVFormatContext>
    private let packet: UnsafeMutablePointer<AVPacket>
    private let path: String

    /// Describes the file; nothing is written yet.
    init(path: String, title: String) throws(VideoCodecError) {
        var made: UnsafeMutablePointer<AVFormatContext>?
        let result = avformat_alloc_output_context2(&made, nil, "webm", nil)
        guard result >= 0, let context = made else { throw VideoCodecError(libav: result, doing: "muxer") }
        guard let packet = av_packet_alloc() else {
            avformat_free_context(context)
            throw VideoCodecError(libav: cavformat_no_memory, doing: "packet")
        }
        self.context = context
        self.packet = packet
        self.path = path
        // Without version strings and random identifiers equal pictures give equal files.
        context.pointee.flags |= AVFMT_FLAG_BITEXACT
        av_dict_set(&context.pointee.metadata, "title", title, 0)
    }

    deinit {
        if context.pointee.pb != nil { avio_closep(&context.pointee.pb) }
        var last: UnsafeMutablePointer<AVPacket>? = packet
        av_packet_free(&last)
        avformat_free_context(context)
    }

    /// Adds a VP8 track.
    borrowing func addVideo(_ format: FrameFormat) throws(VideoCodecError) {
        try newTrack().describe(format)
    }

    /// Adds a track like that of another file.
    borrowing func addTrack(
        like parameters: UnsafePointer<AVCodecParameters>, rate: Rational?
    ) throws(VideoCodecError) {
        let track = try newTrack()
        try check(avcodec_parameters_copy(track.pointee.codecpar, parameters), "track")
        // Tags of MP4 mean nothing here.
        track.pointee.codecpar.pointee.codec_tag = 0
        if let rate { track.setRate(rate) }
    }

    private borrowing func newTrack() throws(VideoCodecError) -> UnsafeMutablePointer<AVStream> {
        guard let track = avformat_new_stream(context, nil) else {
            throw VideoCodecError(libav: cavformat_no_memory, doing: "track")
        }
        track.pointee.time_base = AVRational(num: 1, den: 1000)
        return track
    }

    /// Creates the file and writes its head.
    borrowing func begin() throws(VideoCodecError) {
        // `file:` keeps a path with a colon from being read as a protocol.
        try check(avio_open(&context.pointee.pb, "file:" + path, AVIO_FLAG_WRITE), "open")
        try check(avformat_write_header(context, nil), "head")
    }

    /// Writes a picture of the first track.
    ///
    /// - Parameters:
    ///   - index: Which picture of the file it is.
    ///   - frameTime: How long one is, in seconds.
    ///   - offset: Milliseconds before the first of them.
    borrowing func write(
        _ video: VideoPacket, at index: Int, _ frameTime: Rational, after offset: Int64 = 0
    ) throws(VideoCodecError) {
        try check(av_new_packet(packet, CInt(video.bytes.count)), "packet")
        video.bytes.withUnsafeBytes { bytes in
            UnsafeMutableRawBufferPointer(start: packet.pointee.data, count: bytes.count).copyMemory(
                from: bytes)
        }
        let milliseconds = AVRational(num: 1, den: 1000)
        packet.pointee.pts = offset + av_rescale_q(Int64(index), frameTime.libav, milliseconds)
        packet.pointee.dts = packet.pointee.pts
        packet.pointee.duration = av_rescale_q(1, frameTime.libav, milliseconds)
        packet.pointee.flags = video.isKey ? AV_PKT_FLAG_KEY : 0
        packet.pointee.stream_index = 0
        try write(packet, timeBase: milliseconds)
    }

    /// Writes a packet that belongs to someone else, whose times are counted in `timeBase`.
    borrowing func write(
        _ packet: UnsafeMutablePointer<AVPacket>, timeBase: AVRational
    ) throws(VideoCodecError) {
        guard let track = context.pointee.streams[Int(packet.pointee.stream_index)] else { return }
        av_packet_rescale_ts(packet, timeBase, track.pointee.time_base)
        try check(av_interleaved_write_frame(context, packet), "frame")
        try check(context.pointee.pb.pointee.error, "frame")
    }

    /// Writes cues and duration and waits until the file is on the disk.
    borrowing func finish() throws(VideoCodecError) {
        try check(av_write_trailer(context), "tail")
        avio_flush(context.pointee.pb)
        // The buffered writer keeps the first failure, such as a full disk, for whoever asks.
        try check(context.pointee.pb.pointee.error, "tail")
        try check(avio_closep(&context.pointee.pb), "close")
        try File.synchronize(path)
    }

    private borrowing func check(_ result: CInt, _ what: String) throws(VideoCodecError) {
        guard result >= 0 else { throw VideoCodecError(libav: result, doing: what) }
    }
}

extension UnsafeMutablePointer<AVStream> {
    fileprivate func setRate(_ rate: Rational) {
        pointee.avg_frame_rate = rate.libav
        pointee.r_frame_rate = rate.libav
    }

    fileprivate func describe(_ format: FrameFormat) {
        setRate(Rational(format.framesPerSecond, 1))
        var described = pointee.codecpar.pointee
        described.codec_type = AVMEDIA_TYPE_VIDEO
        described.codec_id = AV_CODEC_ID_VP8
        described.width = CInt(format.width)
        described.height = CInt(format.height)
        described.format = AV_PIX_FMT_YUV420P.rawValue
        // VP8 pictures are BT.601; said aloud, so that no player guesses BT.709 by the size.
        described.color_space = AVCOL_SPC_SMPTE170M
        described.color_range = AVCOL_RANGE_MPEG
        pointee.codecpar.pointee = described
    }
}
