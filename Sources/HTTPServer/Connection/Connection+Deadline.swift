extension Connection {
    func deadlinePassed() {
        switch phase {
        case .idle, .lingering: close()
        case .head:
            refuse(HTTPFault(.requestTimedOut, "The head of the request did not arrive in time."))
        case .body: judgeBodyRate()
        case .handling where uploadIsTooSlow: endSlowUpload()
        case .handling:
            task?.cancel()
            generation += 1
            refuse(
                HTTPFault(
                    .handlerTimedOut, "The answer took too long; try again later.",
                    headers: ["Retry-After": "5"]))
        case .sending:
            // An untaken answer is given up, one that moves is waited for.
            if transport.queuedBytes < lastQueuedBytes { watchWriting() } else { abandon() }
        case .streaming: beatHeart()
        case .closed: break
        }
    }

    private func judgeBodyRate() {
        let earned =
            UInt64(parser.bytesRead) * 1000 / UInt64(max(1, listener.configuration.minimumBodyBytesPerSecond))
        let deadline = exchange.bodyStart + listener.times.bodyGrace + earned
        if deadline > listener.loop.now {
            transport.setDeadline(deadline)
        } else {
            refuse(HTTPFault(.requestTimedOut, "The body of the request arrives too slowly."))
        }
    }
}
