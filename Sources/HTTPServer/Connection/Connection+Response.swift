extension Connection {
    /// Bodies up to this size travel in one write with their head.
    private static let joinedBytes = 32 << 10

    /// Begins to send an answer.
    func send(_ response: HTTPResponse) {
        exchange.status = response.status
        // A handler that came back is done; nothing is left to cancel.
        task = nil
        switch response.body {
        case .empty: sendWhole(response, [])
        case .bytes(let bytes): sendWhole(response, bytes)
        case .file(let path, let bytes): sendFile(response, path, bytes)
        case .events(let events): sendEvents(response, events)
        case .stream(let stream): sendStream(response, stream)
        }
    }

    /// Sends the head; without a length or chunks the end of the connection ends the body.
    ///
    /// - Returns: Whether the connection still stands.
    func sendHead(
        _ response: HTTPResponse, length: Int?, isChunked: Bool = false, with body: [UInt8] = []
    ) -> Bool {
        if length == nil, !isChunked { exchange.keepsAlive = false }
        let stays = exchange.keepsAlive && !isHalfClosed && !listener.isStopping
        var writer = ResponseHead(reusing: listener.takeBuffer())
        writer.write(
            response, length: length, isChunked: isChunked, exchange: exchange, keepsAlive: stays,
            date: listener.date.now())
        exchange.keepsAlive = stays
        writer.bytes += body
        exchange.bytesOut += writer.bytes.count
        let stands = writer.bytes.withUnsafeBytes { transport.send($0) }
        listener.giveBack(writer.bytes)
        return stands
    }

    /// Sends a piece of a body.
    ///
    /// - Returns: Whether the connection still stands.
    func sendBody(_ bytes: UnsafeRawBufferPointer) -> Bool {
        exchange.bytesOut += bytes.count
        return transport.send(bytes)
    }

    /// Ends the exchange now, or as soon as the client has taken everything.
    func finishWhenSent() {
        if transport.queuedBytes == 0 { finishExchange() } else { watchWriting() }
    }

    func watchWriting() {
        lastQueuedBytes = transport.queuedBytes
        setDeadline(after: listener.times.write)
    }

    func drained() {
        switch phase {
        case .sending where file != nil: continueFile()
        case .sending where isStreamingBody: resumeDrainWaiter()
        case .sending: finishWhenSent()
        case .streaming: resumeDrainWaiter()
        default: break
        }
    }

    private func sendWhole(_ response: HTTPResponse, _ body: [UInt8]) {
        phase = .sending
        let hasBody = exchange.method != .head && ResponseHead.mayHaveBody(response.status)
        let isJoined = hasBody && body.count <= Self.joinedBytes
        guard sendHead(response, length: body.count, with: isJoined ? body : []) else { return abandon() }
        if hasBody, !isJoined {
            guard body.withUnsafeBytes({ sendBody($0) }) else { return abandon() }
        }
        finishWhenSent()
    }
}
