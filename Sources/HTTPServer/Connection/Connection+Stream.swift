extension Connection {
    /// How much a slow client may leave untaken before more is asked for, in bytes.
    private static let maximumQueuedBytes = 64 << 10

    /// Sends a body as it is made: asks for the next piece once the client has taken what came before.
    func sendStream(_ response: HTTPResponse, _ stream: HTTPByteStream) {
        phase = .sending
        let isChunked = exchange.minorVersion > 0
        guard sendHead(response, length: nil, isChunked: isChunked) else { return abandon() }
        guard exchange.method != .head else { return finishWhenSent() }
        isStreamingBody = true
        setDeadline(after: listener.times.handler)
        task = Task(executorPreference: listener.loop) { [self] in
            do {
                while let piece = try await stream.next() {
                    guard await deliver(piece, isChunked: isChunked) else { return }
                }
                endStream(isChunked: isChunked)
            } catch {
                // The head is gone already: only an end before the last chunk can say that something failed.
                if phase == .sending { abandon() }
            }
        }
    }

    /// Returns whether the stream goes on.
    private func deliver(_ piece: [UInt8], isChunked: Bool) async -> Bool {
        guard phase == .sending else { return false }
        guard !piece.isEmpty else { return true }
        let bytes = isChunked ? Self.chunk(of: piece) : piece
        guard bytes.withUnsafeBytes({ sendBody($0) }) else {
            abandon()
            return false
        }
        if transport.queuedBytes > Self.maximumQueuedBytes {
            watchWriting()
            await withCheckedContinuation { drainWaiter = $0 }
        }
        guard phase == .sending else { return false }
        setDeadline(after: listener.times.handler)
        return true
    }

    private func endStream(isChunked: Bool) {
        guard phase == .sending else { return }
        isStreamingBody = false
        let end = Array("0\r\n\r\n".utf8)
        if isChunked, !end.withUnsafeBytes({ sendBody($0) }) { return abandon() }
        finishWhenSent()
    }

    private static func chunk(of piece: [UInt8]) -> [UInt8] {
        Array((String(piece.count, radix: 16) + "\r\n").utf8) + piece + [0x0D, 0x0A]
    }
}
