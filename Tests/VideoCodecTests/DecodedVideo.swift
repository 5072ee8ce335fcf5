import CAVFormat

/// A video file as libavcodec reads it: what the writer's own code does not know.
struct DecodedVideo {
    var width = 0
    var height = 0
    /// Seconds, as the head of the file says.
    var duration = 0.0
    var frameCount = 0
    /// Which of the packets are key frames.
    var keyFrames: [Int] = []
    var startsWithKeyFrame: Bool { keyFrames.first == 0 }
    /// Mean luma of each picture, 0...255.
    var brightness: [Double] = []

    init(path: String) throws {
        var opened: UnsafeMutablePointer<AVFormatContext>?
        try check(avformat_open_input(&opened, path, nil, nil))
        defer { avformat_close_input(&opened) }
        guard let context = opened else { throw Failure(code: 0) }
        try check(avformat_find_stream_info(context, nil))
        guard let stream = context.pointee.streams[0], let parameters = stream.pointee.codecpar,
            let decoder = avcodec_find_decoder(parameters.pointee.codec_id)
        else { throw Failure(code: 0) }
        width = Int(parameters.pointee.width)
        height = Int(parameters.pointee.height)
        duration = Double(context.pointee.duration) / Double(AV_TIME_BASE)
        var codec = avcodec_alloc_context3(decoder)
        defer { avcodec_free_context(&codec) }
        guard let codec else { throw Failure(code: 0) }
        try check(avcodec_parameters_to_context(codec, parameters))
        try check(avcodec_open2(codec, decoder, nil))
        try decode(context, codec)
    }

    private mutating func decode(
        _ context: UnsafeMutablePointer<AVFormatContext>, _ codec: UnsafeMutablePointer<AVCodecContext>
    ) throws {
        var packet = av_packet_alloc()
        var frame = av_frame_alloc()
        defer {
            av_packet_free(&packet)
            av_frame_free(&frame)
        }
        guard let packet, let frame else { throw Failure(code: 0) }
        var count = 0
        while av_read_frame(context, packet) >= 0 {
            if packet.pointee.flags & AV_PKT_FLAG_KEY != 0 { keyFrames.append(count) }
            count += 1
            try check(avcodec_send_packet(codec, packet))
            av_packet_unref(packet)
            while avcodec_receive_frame(codec, frame) == 0 { note(frame) }
        }
        try check(avcodec_send_packet(codec, nil))
        while avcodec_receive_frame(codec, frame) == 0 { note(frame) }
    }

    private mutating func note(_ frame: UnsafeMutablePointer<AVFrame>) {
        frameCount += 1
        guard let rows = frame.pointee.data.0 else { return }
        let stride = Int(frame.pointee.linesize.0)
        var sum = 0
        for y in 0..<height { for x in 0..<width { sum += Int(rows[y * stride + x]) } }
        brightness.append(Double(sum) / Double(width * height))
    }

    struct Failure: Error {
        let code: CInt
    }

    private func check(_ result: CInt) throws {
        if result < 0 { throw Failure(code: result) }
    }
}
