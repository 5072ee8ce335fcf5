import Domain
import Glibc

extension ProviderError {
    /// Maps the `errno` of a call that concerns a worker.
    init(errno code: CInt, _ message: String) {
        let detail = strerror(code).map { String(cString: $0) } ?? "\(code)"
        switch code {
        case ENOENT, EACCES, EPERM, ENOEXEC, ENOTDIR, ELIBBAD, EROFS, ENOSPC:
            self.init(.storage, message, detail: detail)
        default: self.init(.transient, message, detail: detail)
        }
    }

    /// Says that the worker ended in the middle of an order.
    ///
    /// - Parameter log: What it said on its standard error.
    static func workerEnded(log: String) -> ProviderError {
        ProviderError(.transient, "The media worker ended before the video was done", detail: log)
    }

    static let deadline = ProviderError(.deadlineExceeded, "The video was not done in time")
}
