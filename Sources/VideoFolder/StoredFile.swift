import Domain
import Glibc

/// What the shelf does to single files; every call blocks.
enum StoredFile {
    /// Checks a file's first bytes, digests it and makes it durable.
    ///
    /// - Returns: Its size and its SHA-256 in hexadecimal.
    static func seal(_ path: String, startingWith signature: [UInt8]) throws(ProviderError) -> (Int, String) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0, let digest = FileDigest() else {
            throw ProviderError(.downloadFailed, "The file is missing", detail: .lastSystemError(path))
        }
        defer { close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        var size = 0
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            guard count >= 0 else {
                throw ProviderError(.storage, "The file cannot be read", detail: .lastSystemError(path))
            }
            if size == 0, !buffer.prefix(count).starts(with: signature) {
                throw ProviderError(.downloadFailed, "The file is not what it should be", detail: path)
            }
            guard count > 0 else { break }
            buffer.withUnsafeBytes { digest.update(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
            size += count
        }
        guard fsync(descriptor) == 0 else {
            throw ProviderError(.storage, "The file cannot be made durable", detail: .lastSystemError(path))
        }
        return (size, digest.finish())
    }

    /// The first bytes of a file; fewer when it is shorter.
    static func head(of path: String, bytes: Int) throws(ProviderError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw ProviderError(.downloadFailed, "The file is missing", detail: .lastSystemError(path))
        }
        defer { close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: bytes)
        return Array(buffer.prefix(max(0, read(descriptor, &buffer, bytes))))
    }

    static func rename(_ path: String, to name: String) throws(ProviderError) {
        guard Glibc.rename(path, name) == 0 else {
            throw ProviderError(
                .storage, "The file cannot be put in its place", detail: .lastSystemError(name))
        }
    }

    /// Makes renames in a folder durable.
    static func synchronise(_ folder: String) throws(ProviderError) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw ProviderError(.storage, "The folder cannot be opened", detail: .lastSystemError(folder))
        }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else {
            throw ProviderError(
                .storage, "The folder cannot be made durable", detail: .lastSystemError(folder))
        }
    }
}

extension String {
    /// What the last failed system call says, with the path it was about; for logs.
    static func lastSystemError(_ path: String) -> String { "\(path): \(String(cString: strerror(errno)))" }
}
