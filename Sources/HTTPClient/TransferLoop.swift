import BlockingExecutor
import CCurl
import Synchronization

/// Runs any number of transfers on one thread, with one `CURLM *`.
final class TransferLoop: Sendable {
    /// What other threads leave for the loop.
    private struct Inbox {
        var added: [Transfer] = []
        /// Held, so that no other transfer can take the place of one that is over.
        var cancelled: [Transfer] = []
        var isClosed = false
    }

    private let inbox = Mutex(Inbox())
    /// Owned by the loop's thread; others only wake it, which curl allows from any thread.
    private nonisolated(unsafe) let multi: UnsafeMutableRawPointer

    private static let isCurlReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    /// Starts the thread.
    init(name: String) {
        precondition(Self.isCurlReady, "curl cannot be initialised")
        guard let multi = curl_multi_init() else { preconditionFailure("curl has no memory") }
        self.multi = multi
        NamedThread.start(name) { [self] in work() }
    }

    /// Lets the thread end when the transfers that run are over.
    func close() {
        inbox.withLock { $0.isClosed = true }
        curl_multi_wakeup(multi)
    }

    /// Runs a transfer to its end; cancelling the task ends it early.
    func run(_ transfer: Transfer) async -> Transfer.Outcome {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                transfer.promise(continuation)
                // Under the lock, so that a cancellation is either seen here or comes behind in the inbox.
                let isTaken = inbox.withLock { inbox in
                    guard !Task.isCancelled else { return false }
                    inbox.added.append(transfer)
                    return true
                }
                if isTaken {
                    curl_multi_wakeup(multi)
                } else {
                    transfer.fail(.cancelled(transfer))
                }
            }
        } onCancel: {
            inbox.withLock { $0.cancelled.append(transfer) }
            curl_multi_wakeup(multi)
        }
    }

    private func work() {
        var running = RunningTransfers(multi)
        while true {
            let mail = inbox.withLock { inbox in
                defer { inbox = Inbox(isClosed: inbox.isClosed) }
                return inbox
            }
            for transfer in mail.added { running.add(transfer) }
            for transfer in mail.cancelled { running.end(transfer, with: .cancelled(transfer)) }
            if mail.isClosed && running.isEmpty { break }
            running.perform()
            running.endLate()
            running.wait()
        }
        curl_multi_cleanup(multi)
    }
}

extension HTTPClientError {
    fileprivate static func cancelled(_ transfer: Transfer) -> Self {
        Self(
            .cancelled, "The request to \(transfer.host) was cancelled",
            mayHaveArrived: transfer.mayHaveArrived)
    }
}
