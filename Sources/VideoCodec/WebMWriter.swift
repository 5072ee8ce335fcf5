import CAVFormat
import Glibc

/// Writes VP8 packets into a WebM file that a browser plays and seeks: with cues and duration.
struct WebMWriter: ~Copyable {
    private let context: UnsafeMutablePointer<AVFormatContext>
    private let stream: UnsafeMutablePointer<AVStream>
    private let packet: UnsafeMutablePointer<AVPacket>
    private let path: String
    private let frameTime: AVRational

    /// Describes the file; nothing is written yet.
    init(path: String, format: FrameFormat, title: String) throws(VideoCodecError) {
        var made: UnsafeMutablePointer<AVFormatContext>?
        let result = avformat_alloc_output_context2(&made, nil, "webm", nil)
        guard result >= 0, let context = made else { throw VideoCodecError(libav: result, doing: "muxer") }
        guard let stream = avformat_new_stream(context, nil), let packet = av_packet_alloc() else {
            avformat_free_context(context)
            throw VideoCodecError(libav: cavformat_no_memory, doing: "stream")
        }
        self.context = context
        self.stream = stream
        self.packet = packet
        self.path = path
        frameTime = AVRational(num: 1, den: CInt(format.framesPerSecond))
        // Without version strings and random identifiers equal pictures give equal files.
        context.pointee.flags |= AVFMT_FLAG_BITEXACT
        av_dict_set(&context.pointee.metadata, "title", title, 0)
        stream.describe(format)
    }

    /// Creates the file and writes its head.
    borrowing func begin() throws(VideoCodecError) {
        // `file:` keeps a path with a colon from being read as a protocol.
        try check(avio_open(&context.pointee.pb, "file:" + path, AVIO_FLAG_WRITE), "open")
        try check(avformat_write_header(context, nil), "head")
    }

    deinit {
        if context.pointee.pb != nil { avio_closep(&context.pointee.pb) }
        var last: UnsafeMutablePointer<AVPacket>? = packet
        av_packet_free(&last)
        avformat_free_context(context)
    }

    borrowing func write(_ video: VideoPacket) throws(VideoCodecError) {
        try check(av_new_packet(packet, CInt(video.bytes.count)), "packet")
        video.bytes.withUnsafeBytes { bytes in
            UnsafeMutableRawBufferPointer(start: packet.pointee.data, count: bytes.count).copyMemory(
                from: bytes)
        }
        packet.pointee.pts = av_rescale_q(Int64(video.index), frameTime, stream.pointee.time_base)
        packet.pointee.dts = packet.pointee.pts
        packet.pointee.duration = av_rescale_q(1, frameTime, stream.pointee.time_base)
        packet.pointee.flags = video.isKey ? AV_PKT_FLAG_KEY : 0
        try check(av_write_frame(context, packet), "frame")
        av_packet_unref(packet)
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
    fileprivate func describe(_ format: FrameFormat) {
        let rate = AVRational(num: CInt(format.framesPerSecond), den: 1)
        pointee.time_base = AVRational(num: 1, den: 1000)
        pointee.avg_frame_rate = rate
        pointee.r_frame_rate = rate
        let parameters = pointee.codecpar.pointee
        var described = parameters
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
