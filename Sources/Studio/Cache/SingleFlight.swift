import Synchronization

/// Has equal work done once: who asks for it while it is under way waits for its result.
///
/// The work belongs to nobody who waits for it, so that one who gives up stops only waiting; it goes on,
/// even when all have given up.
final class SingleFlight<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    typealias Outcome = Result<Value, any Error>
    typealias Work = @Sendable () async throws -> Value
    private typealias Waiter = CheckedContinuation<Outcome, Never>

    private struct State {
        /// Who waits for each piece of work that is under way.
        var flights: [Key: [Int: Waiter]] = [:]
        var nextWaiter = 0
        var draining: [CheckedContinuation<Void, Never>] = []
    }

    private enum Boarding { case first, late, cancelled }

    private let state = Mutex(State())

    /// Returns what `work` returns, from this call or from the one that is under way for the key.
    ///
    /// - Returns: The value, and whether this call had the work done.
    /// - Throws: What the work throws, to all who wait; `CancellationError` to one who is cancelled.
    func run(_ key: Key, _ work: @escaping Work) async throws -> (value: Value, isFirst: Bool) {
        let number = state.withLock { state in
            defer { state.nextWaiter += 1 }
            return state.nextWaiter
        }
        let isFirst = Atomic<Bool>(false)
        let outcome = await withTaskCancellationHandler {
            await withCheckedContinuation { waiter in
                switch board(waiter, as: number, for: key) {
                case .first:
                    isFirst.store(true, ordering: .relaxed)
                    start(key, work)
                case .late: break
                case .cancelled: waiter.resume(returning: .failure(CancellationError()))
                }
            }
        } onCancel: {
            let waiter = state.withLock { $0.flights[key]?.removeValue(forKey: number) }
            waiter?.resume(returning: .failure(CancellationError()))
        }
        return (try outcome.get(), isFirst.load(ordering: .relaxed))
    }

    /// Starts work that nobody waits for, unless it is under way.
    func start(ifIdle key: Key, _ work: @escaping Work) {
        let isIdle = state.withLock { state in
            guard state.flights[key] == nil else { return false }
            state.flights[key] = [:]
            return true
        }
        if isIdle { start(key, work) }
    }

    /// How many pieces of work are under way.
    var count: Int { state.withLock { $0.flights.count } }

    /// How many wait for a piece of work.
    func waiting(for key: Key) -> Int { state.withLock { $0.flights[key]?.count ?? 0 } }

    /// Waits until nothing is under way.
    func drain() async {
        await withCheckedContinuation { continuation in
            let isIdle = state.withLock { state in
                if !state.flights.isEmpty { state.draining.append(continuation) }
                return state.flights.isEmpty
            }
            if isIdle { continuation.resume() }
        }
    }

    private func board(_ waiter: Waiter, as number: Int, for key: Key) -> Boarding {
        state.withLock { state in
            if Task.isCancelled { return .cancelled }
            let isFirst = state.flights[key] == nil
            state.flights[key, default: [:]][number] = waiter
            return isFirst ? .first : .late
        }
    }

    private func start(_ key: Key, _ work: @escaping Work) {
        // Not a child of the caller, whose end must not be the end of the work; `drain` waits for it.
        Task {
            let outcome: Outcome
            do { outcome = .success(try await work()) } catch { outcome = .failure(error) }
            end(key, outcome)
        }
    }

    private func end(_ key: Key, _ outcome: Outcome) {
        let (waiting, draining) = state.withLock { state in
            let waiting = state.flights.removeValue(forKey: key).map { Array($0.values) } ?? []
            let draining = state.flights.isEmpty ? state.draining : []
            if state.flights.isEmpty { state.draining = [] }
            return (waiting, draining)
        }
        for waiter in waiting { waiter.resume(returning: outcome) }
        for continuation in draining { continuation.resume() }
    }
}
