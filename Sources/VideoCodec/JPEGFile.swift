import CAVFormat
import Glibc

/// Writes pictures as JPEG files, through libavcodec.
package enum JPEGFile {
    /// Writes one picture beside its place and renames it.
    ///
    /// - Parameters:
    ///   - frame: `width * height * 3 / 2` bytes in I420, BT.601, video range.
    ///   - width: Even, in pixels.
    ///   - height: Even, in pixels.
    ///   - path: Where it goes.
    /// - Throws: ``VideoCodecError/Code/storage`` when the file cannot be written.
    package static func write(
        _ frame: UnsafeMutableBufferPointer<UInt8>, width: Int, height: Int, to path: String
    ) throws(VideoCodecError) {
        precondition(frame.count == width * height * 3 / 2, "A frame of another size")
        let part = path + ".part"
        // After the rename there is nothing left of that name.
        defer { unlink(part) }
        let encoder = try StillEncoder(width: width, height: height)
        try encoder.encode(frame, to: part)
        try File.rename(part, to: path)
    }
}

/// Owns libavcodec's MJPEG encoder with its frame and packet.
private struct StillEncoder: ~Copyable {
    private let context: UnsafeMutablePointer<AVCodecContext>
    private let picture: UnsafeMutablePointer<AVFrame>
    private let packet: UnsafeMutablePointer<AVPacket>

    init(width: Int, height: Int) throws(VideoCodecError) {
        guard let codec = avcodec_find_encoder(AV_CODEC_ID_MJPEG),
            let context = avcodec_alloc_context3(codec), let picture = av_frame_alloc(),
            let packet = av_packet_alloc()
        else {
            throw VideoCodecError(.internalFailure, "The thumbnail could not be made", detail: "no MJPEG")
        }
        self.context = context
        self.picture = picture
        self.packet = packet
        context.pointee.width = CInt(width)
        context.pointee.height = CInt(height)
        context.pointee.pix_fmt = AV_PIX_FMT_YUVJ420P
        context.pointee.color_range = AVCOL_RANGE_JPEG
        context.pointee.time_base = AVRational(num: 1, den: 25)
        context.pointee.thread_count = 1
        context.pointee.flags |= AV_CODEC_FLAG_QSCALE | AV_CODEC_FLAG_BITEXACT
        context.pointee.global_quality = 3 * FF_QP2LAMBDA
        picture.pointee.width = CInt(width)
        picture.pointee.height = CInt(height)
        picture.pointee.format = AV_PIX_FMT_YUVJ420P.rawValue
        picture.pointee.quality = context.pointee.global_quality
    }

    deinit {
        var (context, picture, packet) = (Optional(context), Optional(picture), Optional(packet))
        av_packet_free(&packet)
        av_frame_free(&picture)
        avcodec_free_context(&context)
    }

    borrowing func encode(
        _ frame: UnsafeMutableBufferPointer<UInt8>, to path: String
    ) throws(VideoCodecError) {
        try check(avcodec_open2(context, nil, nil))
        try check(av_frame_get_buffer(picture, 0))
        fill(from: frame)
        try check(avcodec_send_frame(context, picture))
        try check(avcodec_receive_packet(context, packet))
        let bytes = UnsafeRawBufferPointer(start: packet.pointee.data, count: Int(packet.pointee.size))
        try File.write(bytes, to: path)
    }

    // A JPEG holds the full range of values, a video 16...235 and 16...240.
    private borrowing func fill(from frame: UnsafeMutableBufferPointer<UInt8>) {
        let (width, height) = (Int(picture.pointee.width), Int(picture.pointee.height))
        let luma = (0..<256).map { UInt8(clamping: (($0 - 16) * 255 + 109) / 219) }
        let chroma = (0..<256).map { UInt8(clamping: (($0 - 128) * 255 + 28_672) / 224) }
        let data = picture.pointee.data
        let strides = picture.pointee.linesize
        let planes = [
            (data.0, Int(strides.0), width, height, luma),
            (data.1, Int(strides.1), width / 2, height / 2, chroma),
            (data.2, Int(strides.2), width / 2, height / 2, chroma),
        ]
        var source = 0
        for (plane, stride, width, height, table) in planes {
            guard let plane else { continue }
            for row in 0..<height {
                for column in 0..<width {
                    plane[row * stride + column] = table[Int(frame[source])]
                    source += 1
                }
            }
        }
    }

    private borrowing func check(_ result: CInt) throws(VideoCodecError) {
        guard result >= 0 else { throw VideoCodecError(libav: result, doing: "thumbnail") }
    }
}
