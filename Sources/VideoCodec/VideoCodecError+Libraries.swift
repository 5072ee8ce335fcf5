import CAVFormat
import CVPX
import Glibc

extension VideoCodecError {
    /// Maps a negative result of libav; errors of the system are negated `errno` values.
    init(libav code: CInt, doing what: String) {
        switch -code {
        case ENOSPC, EDQUOT: self.init(.storage, "The disk is full", detail: what)
        case EACCES, EPERM, EROFS, ENOENT, ENOTDIR, EISDIR, EIO, EFBIG:
            self.init(
                .storage, "The video's folder cannot be written", detail: "\(what): \(Self.text(libav: code))"
            )
        default: self.init(.internalFailure, "The video could not be written", detail: "\(what): \(code)")
        }
    }

    /// Maps a negative result of reading a clip.
    init(libavReading code: CInt, doing what: String) {
        switch -code {
        case ENOENT, EACCES, EPERM, ENOTDIR, EISDIR, EIO:
            self.init(
                .storage, "The clip cannot be opened", detail: "\(what): \(Self.text(libav: code))")
        case ENOMEM: self.init(.internalFailure, "There is no memory for the clip", detail: what)
        default:
            self.init(.damaged, "The clip cannot be read", detail: "\(what): \(Self.text(libav: code))")
        }
    }

    /// Maps the `errno` of a call of the system.
    init(errno code: CInt, doing what: String) { self.init(libav: -code, doing: what) }

    init(vpx code: vpx_codec_err_t, doing what: String) {
        let text = vpx_codec_err_to_string(code).map { String(cString: $0) } ?? "\(code.rawValue)"
        self.init(.internalFailure, "The picture could not be encoded", detail: "\(what): \(text)")
    }

    private static func text(libav code: CInt) -> String {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(AV_ERROR_MAX_STRING_SIZE)) { buffer in
            guard let start = buffer.baseAddress, av_strerror(code, start, buffer.count) == 0 else {
                return "\(code)"
            }
            return String(cString: start)
        }
    }
}
