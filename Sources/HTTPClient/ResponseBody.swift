import Glibc

/// Takes the body of an answer as it comes in.
struct ResponseBody: Sendable {
    /// Of the answers that are no success, a download keeps this much.
    private static let errorPageBytes = 64 << 10

    private let limit: Int
    private let path: String?
    private let progress: @Sendable (Int, Int?) -> Void
    private var descriptor: Int32 = -1
    private(set) var bytes: [UInt8] = []
    private(set) var count = 0

    /// A body in memory.
    init(limit: Int) {
        (self.limit, path) = (limit, nil)
        progress = { _, _ in }
    }

    /// A body in a new file, if the answer is a success.
    init(file: String, limit: Int, progress: @escaping @Sendable (Int, Int?) -> Void) {
        (self.limit, path, self.progress) = (limit, file, progress)
    }

    /// Why a body is not taken.
    enum Refusal: Error {
        case tooLarge
        case file(reason: String)
    }

    /// Takes the next bytes.
    ///
    /// - Parameters:
    ///   - chunk: The bytes.
    ///   - isSuccess: Whether the status of the answer is.
    ///   - total: The length of the whole body, if the server said it.
    mutating func receive(_ chunk: UnsafeRawBufferPointer, isSuccess: Bool, total: Int?) throws(Refusal) {
        guard count + chunk.count <= limit else { throw .tooLarge }
        count += chunk.count
        if path == nil {
            bytes += chunk
        } else if isSuccess {
            try write(chunk)
            progress(count, total)
        } else {
            bytes += chunk.prefix(Self.errorPageBytes - bytes.count)
        }
    }

    /// Ends the body; a file is removed unless it is whole.
    mutating func finish(isWhole: Bool) throws(Refusal) {
        if isWhole { try openFile() }
        guard let path, descriptor >= 0 else { return }
        let code = close(descriptor)
        let reason = String(cString: strerror(errno))
        descriptor = -1
        if !isWhole || code != 0 { unlink(path) }
        if code != 0 { throw .file(reason: reason) }
    }

    private mutating func write(_ chunk: UnsafeRawBufferPointer) throws(Refusal) {
        try openFile()
        var rest = chunk[...]
        while !rest.isEmpty {
            let written = Glibc.write(
                descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if written < 0 && errno == EINTR { continue }
            guard written > 0 else { throw .file(reason: String(cString: strerror(errno))) }
            rest = rest.dropFirst(written)
        }
    }

    private mutating func openFile() throws(Refusal) {
        guard let path, descriptor < 0 else { return }
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .file(reason: String(cString: strerror(errno))) }
    }
}
