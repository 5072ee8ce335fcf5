extension Connection {
    /// How much a slow client may leave untaken before the stream waits for it, in bytes.
    private static let maximumQueuedBytes = 64 << 10

    /// Sends events until the stream ends or the client goes.
    func sendEvents(_ response: HTTPResponse, _ events: AsyncStream<ServerSentEvent>) {
        phase = .streaming
        guard sendHead(response, length: nil) else { return abandon() }
        guard exchange.method != .head else {
            phase = .sending
            return finishWhenSent()
        }
        setDeadline(after: listener.times.heartbeat)
        task = Task(executorPreference: listener.loop) { [self] in
            for await event in events {
                guard await deliver(event) else { return }
            }
            guard phase == .streaming else { return }
            phase = .sending
            finishWhenSent()
        }
    }

    /// Keeps the stream alive, or gives up a client that took nothing since the last time.
    func beatHeart() {
        guard transport.queuedBytes == 0, ServerSentEvent.heartbeat.withUnsafeBytes({ sendBody($0) }) else {
            return abandon()
        }
        setDeadline(after: listener.times.heartbeat)
    }

    /// Returns whether the stream goes on.
    private func deliver(_ event: ServerSentEvent) async -> Bool {
        guard phase == .streaming else { return false }
        guard event.bytes.withUnsafeBytes({ sendBody($0) }) else {
            abandon()
            return false
        }
        setDeadline(after: listener.times.heartbeat)
        if transport.queuedBytes > Self.maximumQueuedBytes {
            await withCheckedContinuation { drainWaiter = $0 }
        }
        return phase == .streaming
    }
}
