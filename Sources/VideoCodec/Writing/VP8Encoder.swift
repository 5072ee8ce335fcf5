import CVPX

/// A compressed picture.
struct VideoPacket {
    let bytes: [UInt8]
    /// Counted in pictures from 0.
    let index: Int
    let isKey: Bool
}

/// Owns one libvpx VP8 encoder.
///
/// Equal pictures give equal bytes: one thread, and a negative speed, which does not adapt to the
/// machine's load. Keep it on one thread at a time.
struct VP8Encoder: ~Copyable {
    // On the heap, since libvpx keeps pointers into it.
    private let codec: UnsafeMutablePointer<vpx_codec_ctx_t>
    private let format: FrameFormat
    private let changes: ChangedBlocks

    init(_ format: FrameFormat) throws(VideoCodecError) {
        var configuration = vpx_codec_enc_cfg_t()
        let interface = vpx_codec_vp8_cx()
        let defaults = vpx_codec_enc_config_default(interface, &configuration, 0)
        guard defaults == VPX_CODEC_OK else { throw VideoCodecError(vpx: defaults, doing: "configure") }
        configuration.apply(format)
        let codec = UnsafeMutablePointer<vpx_codec_ctx_t>.allocate(capacity: 1)
        codec.initialize(to: vpx_codec_ctx_t())
        let opened = vpx_codec_enc_init_ver(codec, interface, &configuration, 0, cvpx_encoder_abi_version)
        guard opened == VPX_CODEC_OK else {
            codec.deallocate()
            throw VideoCodecError(vpx: opened, doing: "open")
        }
        self.codec = codec
        self.format = format
        changes = ChangedBlocks(format)
    }

    // Measured on drawn scenes: 16 takes a quarter less time than 8 at the same quality.
    private static let speed: CInt = -16
    // Drawn pictures stay above 45 dB, which the eye takes for whole.
    private static let quality: CUnsignedInt = 18

    /// Chooses speed and quality; call it once, before the first picture.
    borrowing func prepare() throws(VideoCodecError) {
        let speed = vpx_codec_control_VP8E_SET_CPUUSED(codec, CInt(VP8E_SET_CPUUSED.rawValue), Self.speed)
        let quality = vpx_codec_control_VP8E_SET_CQ_LEVEL(
            codec, CInt(VP8E_SET_CQ_LEVEL.rawValue), Self.quality)
        let threshold = vpx_codec_control_VP8E_SET_STATIC_THRESHOLD(
            codec, CInt(VP8E_SET_STATIC_THRESHOLD.rawValue), 100)
        for result in [speed, quality, threshold] where result != VPX_CODEC_OK {
            throw VideoCodecError(vpx: result, doing: "set up")
        }
    }

    deinit {
        vpx_codec_destroy(codec)
        codec.deallocate()
    }

    /// Compresses one picture of ``FrameFormat/frameBytes`` bytes.
    borrowing func encode(
        _ frame: UnsafeMutableBufferPointer<UInt8>, index: Int
    ) throws(VideoCodecError) -> [VideoPacket] {
        precondition(frame.count == format.frameBytes, "A frame of another size")
        try activate(changes.look(at: frame))
        var image = vpx_image_t()
        guard
            vpx_img_wrap(
                &image, VPX_IMG_FMT_I420, CUnsignedInt(format.width), CUnsignedInt(format.height), 1,
                frame.baseAddress) != nil
        else { throw VideoCodecError(.internalFailure, "The picture could not be encoded", detail: "wrap") }
        let packets = try compress(&image, index: index)
        var quantizer: CInt = 0
        let told = vpx_codec_control_VP8E_GET_LAST_QUANTIZER_64(
            codec, CInt(VP8E_GET_LAST_QUANTIZER_64.rawValue), &quantizer)
        if told == VPX_CODEC_OK, quantizer > CInt(Self.quality) + 4 { changes.wasCoarse() }
        return packets
    }

    /// Tells libvpx which blocks it may leave as they are.
    private borrowing func activate(_ blocks: Int) throws(VideoCodecError) {
        var map = vpx_active_map_t(
            active_map: changes.map.baseAddress, rows: CUnsignedInt(changes.rows),
            cols: CUnsignedInt(changes.columns))
        let result = vpx_codec_control_VP8E_SET_ACTIVEMAP(codec, CInt(VP8E_SET_ACTIVEMAP.rawValue), &map)
        guard result == VPX_CODEC_OK else { throw VideoCodecError(vpx: result, doing: "set up") }
    }

    /// Gives what the encoder still holds.
    borrowing func finish(at index: Int) throws(VideoCodecError) -> [VideoPacket] {
        try compress(nil, index: index)
    }

    private borrowing func compress(
        _ image: UnsafePointer<vpx_image_t>?, index: Int
    ) throws(VideoCodecError) -> [VideoPacket] {
        let result = vpx_codec_encode(codec, image, vpx_codec_pts_t(index), 1, 0, UInt(VPX_DL_REALTIME))
        guard result == VPX_CODEC_OK else { throw VideoCodecError(vpx: result, doing: "encode") }
        var packets: [VideoPacket] = []
        var iterator: vpx_codec_iter_t?
        // A packet is valid until the next call, so its bytes are copied.
        while let packet = vpx_codec_get_cx_data(codec, &iterator) {
            guard packet.pointee.kind == VPX_CODEC_CX_FRAME_PKT else { continue }
            let frame = packet.pointee.data.frame
            packets.append(
                VideoPacket(
                    bytes: Array(UnsafeRawBufferPointer(start: frame.buf, count: frame.sz)),
                    index: Int(frame.pts), isKey: frame.flags & UInt32(VPX_FRAME_IS_KEY) != 0))
        }
        return packets
    }
}

extension vpx_codec_enc_cfg_t {
    fileprivate mutating func apply(_ format: FrameFormat) {
        g_w = CUnsignedInt(format.width)
        g_h = CUnsignedInt(format.height)
        g_timebase = vpx_rational(num: 1, den: CInt(format.framesPerSecond))
        // More threads spin: twice the CPU time, and slower on a loaded machine.
        g_threads = 1
        g_lag_in_frames = 0
        // The same quality from the first picture of every segment on; the rate is only its limit.
        rc_end_usage = VPX_CQ
        rc_target_bitrate = CUnsignedInt(format.mostKilobitsPerSecond)
        rc_min_quantizer = 2
        rc_max_quantizer = 56
        // A browser seeks to key frames, so there is one at least every four seconds.
        kf_max_dist = CUnsignedInt(format.framesPerSecond * 4)
    }
}
