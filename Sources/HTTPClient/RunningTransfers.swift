import CCurl

/// The transfers of one loop, seen from its thread.
struct RunningTransfers {
    private let multi: UnsafeMutableRawPointer
    private var transfers: [UnsafeMutableRawPointer: Transfer] = [:]
    /// Nobody is late much before.
    private var nextLook: ContinuousClock.Instant?

    init(_ multi: UnsafeMutableRawPointer) { self.multi = multi }

    var isEmpty: Bool { transfers.isEmpty }

    mutating func add(_ transfer: Transfer) {
        let now = ContinuousClock.now
        transfer.start(at: now)
        transfers[transfer.easy] = transfer
        let look = transfer.nextLook(after: now)
        nextLook = min(nextLook ?? look, look)
        let code = curl_multi_add_handle(multi, transfer.easy)
        precondition(code == CURLM_OK, "curl takes no transfer: error \(code.rawValue)")
    }

    /// Ends a transfer early; one that is over already stays as it ended.
    mutating func end(_ transfer: Transfer, with error: HTTPClientError) {
        guard transfers.removeValue(forKey: transfer.easy) != nil else { return }
        curl_multi_remove_handle(multi, transfer.easy)
        transfer.fail(error)
    }

    /// Moves what can move, and ends what is done.
    mutating func perform() {
        var running: Int32 = 0
        curl_multi_perform(multi, &running)
        var code = CURLE_OK
        while let easy = ccurl_next_finished(multi, &code) {
            curl_multi_remove_handle(multi, easy)
            transfers.removeValue(forKey: easy)?.finish(code)
        }
    }

    /// Ends those that took too long.
    mutating func endLate() {
        let now = ContinuousClock.now
        guard let look = nextLook, look <= now else { return }
        for transfer in transfers.values where transfer.deadline <= now {
            end(transfer, with: transfer.lateness(at: now))
        }
        nextLook = transfers.values.map { $0.nextLook(after: now) }.min()
    }

    /// Sleeps until a socket is ready, a time is over or somebody wakes the loop.
    func wait() {
        let longest = Duration.seconds(60)
        let time = nextLook.map { min(longest, max(.zero, ContinuousClock.now.duration(to: $0))) } ?? longest
        // One more, since a millisecond early would make the loop spin.
        let milliseconds = Int32(time / .milliseconds(1)) + 1
        curl_multi_poll(multi, nil, 0, milliseconds, nil)
    }
}
