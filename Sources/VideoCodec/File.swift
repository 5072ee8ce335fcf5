import Glibc

/// What this room does with files beside libav.
enum File {
    /// Waits until the file's bytes are on the disk.
    static func synchronize(_ path: String) throws(VideoCodecError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw VideoCodecError(errno: errno, doing: "open") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw VideoCodecError(errno: errno, doing: "fsync") }
    }

    /// Writes a new file and waits until it is on the disk.
    static func write(_ bytes: UnsafeRawBufferPointer, to path: String) throws(VideoCodecError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw VideoCodecError(errno: errno, doing: "open") }
        defer { close(descriptor) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = Glibc.write(
                descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if written < 0 && errno == EINTR { continue }
            guard written > 0 else { throw VideoCodecError(errno: errno, doing: "write") }
            rest = rest.dropFirst(written)
        }
        guard fsync(descriptor) == 0 else { throw VideoCodecError(errno: errno, doing: "fsync") }
    }

    /// Gives a finished file its name.
    static func rename(_ path: String, to name: String) throws(VideoCodecError) {
        guard Glibc.rename(path, name) == 0 else { throw VideoCodecError(errno: errno, doing: "rename") }
    }
}
