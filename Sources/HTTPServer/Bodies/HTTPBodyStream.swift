import Synchronization

/// The body of a request as it arrives, for a route that reads it piece by piece.
///
/// What is not taken holds the client back: the server stops reading its socket.
package final class HTTPBodyStream: Sendable {
    /// The client went away or broke the rules before the body was whole.
    package struct Broken: Error, Sendable, Hashable {}

    private enum Ending { case none, whole, broken }

    private struct State {
        var pieces: [[UInt8]] = []
        var bytes = 0
        var ending = Ending.none
        var waiter: CheckedContinuation<Void, Never>?
        var isHeldBack = false
    }

    /// So many bytes wait at most before the client is held back.
    private static let highWater = 64 << 10

    private let state = Mutex(State())
    private let readOn: @Sendable () -> Void

    /// - Parameter readOn: Called when a client that was held back may go on; from any thread.
    init(readOn: @escaping @Sendable () -> Void) { self.readOn = readOn }

    /// A body that is there already.
    package convenience init(_ bytes: [UInt8]) {
        self.init {}
        _ = add(bytes)
        end(isWhole: true)
    }

    /// The next piece, nil after the last; one caller at a time.
    package func next() async throws(Broken) -> [UInt8]? {
        while true {
            let (piece, ending, mayReadOn) = take()
            if mayReadOn { readOn() }
            if let piece { return piece }
            switch ending {
            case .whole: return nil
            case .broken: throw Broken()
            case .none: await waitForMore()
            }
        }
    }

    /// Whether somebody waits for bytes that have not come.
    var isHungry: Bool { state.withLock { $0.waiter != nil } }

    /// Adds bytes; returns whether the client is to be held back.
    func add(_ bytes: [UInt8]) -> Bool {
        guard !bytes.isEmpty else { return false }
        let (waiter, isFull) = state.withLock { state in
            state.pieces.append(bytes)
            state.bytes += bytes.count
            state.isHeldBack = state.bytes >= Self.highWater
            defer { state.waiter = nil }
            return (state.waiter, state.isHeldBack)
        }
        waiter?.resume()
        return isFull
    }

    /// Says that no more will come.
    func end(isWhole: Bool) {
        let waiter = state.withLock { state in
            if state.ending == .none { state.ending = isWhole ? .whole : .broken }
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume()
    }

    private func take() -> (piece: [UInt8]?, ending: Ending, mayReadOn: Bool) {
        state.withLock { state in
            guard state.ending != .broken, !state.pieces.isEmpty else { return (nil, state.ending, false) }
            let piece = state.pieces.removeFirst()
            state.bytes -= piece.count
            let mayReadOn = state.isHeldBack && state.bytes < Self.highWater / 2
            if mayReadOn { state.isHeldBack = false }
            return (piece, .none, mayReadOn)
        }
    }

    private func waitForMore() async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isThere = state.withLock { state in
                    if !state.pieces.isEmpty || state.ending != .none { return true }
                    state.waiter = continuation
                    return false
                }
                if isThere { continuation.resume() }
            }
        } onCancel: {
            end(isWhole: false)
        }
    }
}
