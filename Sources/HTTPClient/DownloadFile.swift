import Glibc
import Synchronization

/// The file that a download goes into, over as many connections as it takes.
///
/// Owns its descriptor. What is not whole is removed: as soon as nothing can be added to it, at the latest with
/// the last reference.
final class DownloadFile: Sendable {
    /// Where the next connection goes on.
    struct Place: Sendable {
        let offset: Int
        /// The entity tag of what is there so far.
        let tag: String
    }

    private struct State {
        var descriptor: Int32 = -1
        var count = 0
        /// Length of the whole file, if the server said it.
        var total: Int?
        var tag: String?
        var resumptions: Int
    }

    private let path: String
    private let limit: Int
    private let progress: @Sendable (Int, Int?) -> Void
    private let state: Mutex<State>

    /// - Parameters:
    ///   - path: Nothing may be there yet; the file is made when its first bytes come.
    ///   - limit: The longest that it may become, in bytes.
    ///   - resumptions: How many connections may follow on the first.
    ///   - progress: Told the bytes so far, and those in all if they are known.
    init(
        path: String, limit: Int, resumptions: Int, progress: @escaping @Sendable (Int, Int?) -> Void
    ) {
        (self.path, self.limit, self.progress) = (path, limit, progress)
        state = Mutex(State(resumptions: resumptions))
    }

    deinit { discard() }

    var count: Int { state.withLock { $0.count } }

    /// Where a new connection can go on; nil when nothing proves that it would be the same file.
    var place: Place? {
        state.withLock { state in
            guard state.count > 0, let tag = state.tag else { return nil }
            return Place(offset: state.count, tag: tag)
        }
    }

    /// Begins with the answer of a connection.
    ///
    /// - Throws: ``ResponseBody/Refusal/malformed`` for a part that does not follow on what is there.
    func begin(_ head: ResponseHead) throws(ResponseBody.Refusal) {
        try state.withLock { (state) throws(ResponseBody.Refusal) in
            try open(&state)
            if head.status == 206 {
                guard let range = head.range, range.first == state.count,
                    state.total == nil || range.total == nil || state.total == range.total
                else { throw .malformed }
                state.total = range.total ?? state.total
            } else {
                // The whole of it, from the start, whatever was there.
                guard ftruncate(state.descriptor, 0) == 0, lseek(state.descriptor, 0, SEEK_SET) == 0 else {
                    throw .file(reason: String(cString: strerror(errno)))
                }
                (state.count, state.total, state.tag) = (0, head.length, head.strongTag)
            }
        }
    }

    /// Writes the next bytes.
    func write(_ chunk: UnsafeRawBufferPointer) throws(ResponseBody.Refusal) {
        let (count, total) = try state.withLock { (state) throws(ResponseBody.Refusal) in
            guard state.count + chunk.count <= limit else { throw .tooLarge }
            try append(chunk, &state)
            return (state.count, state.total)
        }
        progress(count, total)
    }

    /// Ends the file with an answer that came in full.
    ///
    /// - Throws: ``ResponseBody/Refusal/short`` when bytes of the file are missing.
    func end() throws(ResponseBody.Refusal) {
        try state.withLock { (state) throws(ResponseBody.Refusal) in
            if let total = state.total, state.count < total { throw .short }
            let code = close(state.descriptor)
            state.descriptor = -1
            guard code == 0 else {
                unlink(path)
                throw .file(reason: String(cString: strerror(errno)))
            }
        }
    }

    /// Ends a connection that failed; what is there is kept only if another one may go on.
    func broke(by code: HTTPClientError.Code) {
        let goesOn = state.withLock { state in
            guard code == .dropped || code == .timedOut, state.resumptions > 0, state.count > 0,
                state.tag != nil
            else { return false }
            state.resumptions -= 1
            return true
        }
        if !goesOn { discard() }
    }

    /// Removes what is not whole.
    func discard() {
        state.withLock { state in
            guard state.descriptor >= 0 else { return }
            close(state.descriptor)
            unlink(path)
            (state.descriptor, state.count, state.tag) = (-1, 0, nil)
        }
    }

    private func append(_ chunk: UnsafeRawBufferPointer, _ state: inout State) throws(ResponseBody.Refusal) {
        var rest = chunk[...]
        while !rest.isEmpty {
            let written = Glibc.write(
                state.descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if written < 0 && errno == EINTR { continue }
            guard written > 0 else { throw .file(reason: String(cString: strerror(errno))) }
            rest = rest.dropFirst(written)
            state.count += written
        }
    }

    private func open(_ state: inout State) throws(ResponseBody.Refusal) {
        guard state.descriptor < 0 else { return }
        state.descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard state.descriptor >= 0 else { throw .file(reason: String(cString: strerror(errno))) }
    }
}
