extension HTTPClient {
    /// Sends a request and writes the body of a successful answer (2xx) into a new file.
    ///
    /// A connection that breaks or falls silent in the middle does not end the download: a new one asks for
    /// the rest, as long as the server's entity tag proves that it is still the same file (RFC 9110,
    /// `Range` and `If-Range`). A file that has changed meanwhile is fetched from its start. What was
    /// received is checked against the length that the server named.
    ///
    /// The body of another answer, such as an error page, is kept in memory up to 64 KiB. When the download
    /// fails the file is removed.
    ///
    /// - Parameters:
    ///   - request: What to ask for; its body limit is the limit of the file, and its total time that of all
    ///     connections together.
    ///   - path: Where the file will be; nothing may be there yet. Name a file beside its final place and
    ///     rename it: it grows in sight.
    ///   - progress: Told the bytes so far and, if the server said so, in all; called on the thread of the
    ///     transfers, so it must not block.
    /// - Returns: What the server answered last, with the length of the whole file.
    /// - Throws: ``HTTPClientError``.
    package func download(
        _ request: Request, to path: String,
        progress: @escaping @Sendable (_ received: Int, _ total: Int?) -> Void = { _, _ in }
    ) async throws(HTTPClientError) -> Response {
        let isWhole = request.method == .get && request.headers["Range"] == nil
        let file = DownloadFile(
            path: path, limit: request.limits.bodyBytes,
            resumptions: isWhole ? request.limits.resumptions : 0, progress: progress)
        let end = ContinuousClock.now + request.limits.total
        var asking = request
        while true {
            do throws(HTTPClientError) {
                let response = try await follow(asking, on: files) { ResponseBody(file: file) }
                // The file has become shorter than what was there; it is fetched from its start.
                guard response.status == 416, asking.headers != request.headers else { return response }
                asking = request
            } catch {
                guard let place = file.place else { throw error }
                asking.headers["Range"] = .text("bytes=\(place.offset)-")
                asking.headers["If-Range"] = .text(place.tag)
            }
            asking.limits.total = ContinuousClock.now.duration(to: end)
            guard asking.limits.total > .zero else {
                file.discard()
                throw HTTPClientError(
                    .timedOut, "The download has not come in \(request.limits.total)", mayHaveArrived: true)
            }
        }
    }
}
