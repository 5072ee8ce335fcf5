import CUV

/// A body on its way to a handler that runs already.
struct Upload {
    let stream: HTTPBodyStream
    /// Milliseconds for which the handler has waited for the client, and since when it does.
    var waited: UInt64 = 0
    var waitsSince: UInt64
}

extension Connection {
    /// Starts the handler of a route that reads its body as it comes.
    func beginUpload(_ request: HTTPRequest, by route: Route) {
        let stream = HTTPBodyStream { [weak self, loop = listener.loop] in
            Task(executorPreference: loop) { self?.resumeUpload() }
        }
        upload = Upload(stream: stream, waitsSince: listener.loop.now)
        exchange.keepsAlive = parser.keepsAlive
        var request = request
        request.bodyStream = stream
        phase = .handling
        handle(request, by: route)
    }

    /// Hands on what was read of the body.
    func feedUpload() {
        guard var current = upload else { return }
        let now = listener.loop.now
        if current.stream.isHungry { current.waited += now - current.waitsSince }
        current.waitsSince = now
        upload = current
        if current.stream.add(parser.takeBody()) { transport.pauseReading() }
        guard !isTooSlow(current.waited) else { return endSlowUpload() }
        if phase == .handling || (isStreamingBody && transport.queuedBytes == 0) {
            setDeadline(after: listener.times.handler)
        }
    }

    /// The body is whole; the connection is in step again.
    func finishUpload() {
        feedUpload()
        exchange.bytesIn = parser.bytesRead
        upload?.stream.end(isWhole: true)
        upload = nil
        parser.next()
    }

    /// The body will never be whole.
    func breakUpload() {
        upload?.stream.end(isWhole: false)
        upload = nil
    }

    /// Whether the client sends more slowly than is put up with, while the handler waits for it.
    var uploadIsTooSlow: Bool {
        guard let upload, upload.stream.isHungry else { return false }
        return isTooSlow(upload.waited + listener.loop.now - upload.waitsSince)
    }

    private func isTooSlow(_ waited: UInt64) -> Bool {
        let rate = UInt64(max(1, listener.configuration.minimumBodyBytesPerSecond))
        return waited > listener.times.bodyGrace + UInt64(parser.bytesRead) * 1000 / rate
    }

    /// Ends a request whose body trickles: with 408, unless the answer has begun.
    func endSlowUpload() {
        guard phase == .handling else { return abandon() }
        task?.cancel()
        generation += 1
        refuse(HTTPFault(.requestTimedOut, "The body of the request arrives too slowly."))
    }

    private func resumeUpload() {
        guard upload != nil, phase != .closed else { return }
        upload?.waitsSince = listener.loop.now
        transport.resumeReading()
    }
}
