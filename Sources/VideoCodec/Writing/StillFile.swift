import CAVFormat
import Glibc

/// Writes pictures as JPEG and WebP files, through libavcodec.
package enum StillFile {
    package enum Kind: Sendable, Hashable, CaseIterable {
        case jpeg, webp
    }

    /// Writes one picture beside its place and renames it.
    ///
    /// - Parameters:
    ///   - frame: `width * height * 3 / 2` bytes in I420, BT.601, video range.
    ///   - width: Even, in pixels.
    ///   - height: Even, in pixels.
    ///   - path: Where it goes.
    ///   - kind: What sort of file it is.
    /// - Throws: ``VideoCodecError/Code/storage`` when the file cannot be written.
    package static func write(
        _ frame: UnsafeMutableBufferPointer<UInt8>, width: Int, height: Int, to path: String, as kind: Kind
    ) throws(VideoCodecError) {
        precondition(frame.count == width * height * 3 / 2, "A frame of another size")
        let part = path + ".part"
        // After the rename there is nothing left of that name.
        defer { unlink(part) }
        let encoder = try StillEncoder(kind, width: width, height: height)
        try encoder.encode(frame, to: part)
        try File.rename(part, to: path)
    }
}

/// Owns one of libavcodec's encoders for still pictures, with its frame and packet.
private struct StillEncoder: ~Copyable {
    private let context: UnsafeMutablePointer<AVCodecContext>
    private let picture: UnsafeMutablePointer<AVFrame>
    private let packet: UnsafeMutablePointer<AVPacket>
    private let kind: StillFile.Kind

    init(_ kind: StillFile.Kind, width: Int, height: Int) throws(VideoCodecError) {
        let id = kind == .jpeg ? AV_CODEC_ID_MJPEG : AV_CODEC_ID_WEBP
        guard let codec = avcodec_find_encoder(id), let context = avcodec_alloc_context3(codec),
            let picture = av_frame_alloc(), let packet = av_packet_alloc()
        else {
            throw VideoCodecError(.internalFailure, "The picture could not be made", detail: "no \(kind)")
        }
        (self.context, self.picture, self.packet, self.kind) = (context, picture, packet, kind)
        let format = kind == .jpeg ? AV_PIX_FMT_YUVJ420P : AV_PIX_FMT_YUV420P
        context.pointee.width = CInt(width)
        context.pointee.height = CInt(height)
        context.pointee.pix_fmt = format
        context.pointee.color_range = kind == .jpeg ? AVCOL_RANGE_JPEG : AVCOL_RANGE_MPEG
        context.pointee.time_base = AVRational(num: 1, den: 25)
        context.pointee.thread_count = 1
        context.pointee.flags |= AV_CODEC_FLAG_QSCALE | AV_CODEC_FLAG_BITEXACT
        // For JPEG a quantiser, for WebP a quality of 0...100.
        context.pointee.global_quality = (kind == .jpeg ? 3 : 78) * FF_QP2LAMBDA
        // Effort, 0...6; more takes longer than it saves at the size of a thumbnail.
        if kind == .webp { context.pointee.compression_level = 2 }
        picture.pointee.width = CInt(width)
        picture.pointee.height = CInt(height)
        picture.pointee.format = format.rawValue
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
        // An encoder may wait for the end of its input.
        try check(avcodec_send_frame(context, nil))
        try check(avcodec_receive_packet(context, packet))
        let bytes = UnsafeRawBufferPointer(start: packet.pointee.data, count: Int(packet.pointee.size))
        try File.write(bytes, to: path)
    }

    // A JPEG holds the full range of values; a video and WebP 16...235 and 16...240.
    private borrowing func fill(from frame: UnsafeMutableBufferPointer<UInt8>) {
        let (width, height) = (Int(picture.pointee.width), Int(picture.pointee.height))
        let isFull = kind == .jpeg
        let luma = (0..<256).map { isFull ? UInt8(clamping: (($0 - 16) * 255 + 109) / 219) : UInt8($0) }
        let chroma = (0..<256).map {
            isFull ? UInt8(clamping: (($0 - 128) * 255 + 28_672) / 224) : UInt8($0)
        }
        let (data, strides) = (picture.pointee.data, picture.pointee.linesize)
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
        guard result >= 0 else { throw VideoCodecError(libav: result, doing: "still picture") }
    }
}
