import Glibc

/// A file in memory, read by the system page by page as it is touched.
///
/// A file that shrinks while it is mapped ends the process at the next access (mmap(2)): models
/// are replaced by renaming, never written in place.
final class MappedFile: @unchecked Sendable {
    // @unchecked: the memory is mapped read-only, and deinit runs when nobody holds the file any more.
    let path: String
    let bytes: UnsafeRawBufferPointer

    init(path: String) throws(ModelFileError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw ModelFileError(
                .missing, file: path, "cannot be opened (\(String(cString: strerror(errno))))")
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else {
            throw ModelFileError(.truncated, file: path, "is empty or no regular file")
        }
        let count = Int(status.st_size)
        guard let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED else {
            throw ModelFileError(
                .missing, file: path, "cannot be mapped (\(String(cString: strerror(errno))))")
        }
        self.path = path
        bytes = UnsafeRawBufferPointer(start: start, count: count)
    }

    deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }
}
