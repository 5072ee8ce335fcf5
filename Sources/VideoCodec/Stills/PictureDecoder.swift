import CAVFormat

/// Owns one of libavcodec's decoders for still pictures.
final class PictureDecoder {
    private let context: UnsafeMutablePointer<AVCodecContext>
    private let frame: UnsafeMutablePointer<AVFrame>
    private let packet: UnsafeMutablePointer<AVPacket>

    /// - Throws: ``VideoCodecError/Code/unsupported`` for bytes that are none of JPEG, PNG and WebP.
    init(_ bytes: [UInt8], mostPixels: Int) throws(VideoCodecError) {
        guard let id = Self.codec(of: bytes) else {
            throw VideoCodecError(.unsupported, "The picture is none of JPEG, PNG and WebP")
        }
        guard let codec = avcodec_find_decoder(id), let context = avcodec_alloc_context3(codec),
            let frame = av_frame_alloc(), let packet = av_packet_alloc()
        else { throw VideoCodecError(.internalFailure, "There is no memory for the picture") }
        (self.context, self.frame, self.packet) = (context, frame, packet)
        // Before anything of the picture's size is set aside.
        context.pointee.max_pixels = Int64(mostPixels)
        context.pointee.thread_count = 1
        let opened = avcodec_open2(context, codec, nil)
        guard opened >= 0 else { throw VideoCodecError(libavReading: opened, doing: "decoder") }
    }

    deinit {
        var (context, frame, packet) = (Optional(context), Optional(frame), Optional(packet))
        av_packet_free(&packet)
        av_frame_free(&frame)
        avcodec_free_context(&context)
    }

    /// - Returns: The picture; it is good as long as the decoder.
    func decode(_ bytes: [UInt8]) throws(VideoCodecError) -> UnsafeMutablePointer<AVFrame> {
        let made = av_new_packet(packet, CInt(clamping: bytes.count))
        guard made >= 0, let data = packet.pointee.data else {
            throw VideoCodecError(.internalFailure, "There is no memory for the picture")
        }
        data.update(from: bytes, count: bytes.count)
        var result = avcodec_send_packet(context, packet)
        if result >= 0 { result = avcodec_send_packet(context, nil) }
        if result >= 0 { result = avcodec_receive_frame(context, frame) }
        guard result >= 0 else {
            throw VideoCodecError(
                .damaged, "The picture cannot be read, or is far too large", detail: "\(result)")
        }
        return frame
    }

    /// How the picture has to be turned, as EXIF counts it: 1 is not at all.
    var orientation: Int {
        guard let entry = av_dict_get(frame.pointee.metadata, "Orientation", nil, 0),
            let value = entry.pointee.value
        else { return 1 }
        let digits = String(cString: value).filter(\.isNumber)
        return Int(digits) ?? 1
    }

    private static func codec(of bytes: [UInt8]) -> AVCodecID? {
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return AV_CODEC_ID_MJPEG }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A]) { return AV_CODEC_ID_PNG }
        let isWebP =
            bytes.starts(with: Array("RIFF".utf8)) && bytes.dropFirst(8).starts(with: Array("WEBP".utf8))
        return isWebP ? AV_CODEC_ID_WEBP : nil
    }
}
