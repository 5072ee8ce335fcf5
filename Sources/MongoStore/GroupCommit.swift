import Domain
import Synchronization

/// Lets writes that wait share one transaction, and so one flush of the disks.
///
/// Whoever comes while there is room leads: it takes what waits, in order, commits all of it and tells
/// the others. Two writes to one prompt never run at the same time.
final class GroupCommit: Sendable {
    fileprivate enum Turn: Sendable {
        case lead
        case done(Result<Void, StoreError>)
    }

    fileprivate struct Waiting: Sendable {
        let write: PromptWrite
        let continuation: CheckedContinuation<Turn, Never>
    }

    fileprivate struct State {
        var waiting: [Waiting] = []
        var busy: Set<Prompt.ID> = []
        var leaders = 0
    }

    private let state = Mutex(State())
    private let largest: Int
    private let atOnce: Int

    /// - Parameters:
    ///   - largest: The most writes of one transaction.
    ///   - atOnce: How many transactions run at the same time.
    init(largest: Int, atOnce: Int) {
        self.largest = largest
        self.atOnce = atOnce
    }

    /// Commits a write, together with others that come at the same time.
    ///
    /// - Parameter commit: Writes a batch and answers for each of it, in order.
    func add(
        _ write: PromptWrite, commit: ([PromptWrite]) async -> [Result<Void, StoreError>]
    ) async throws(StoreError) {
        let turn = await withCheckedContinuation { continuation in
            let leads = state.withLock { $0.enter(write, atOnce: atOnce, continuation) }
            if leads { continuation.resume(returning: .lead) }
        }
        if case .done(let result) = turn { return try result.get() }
        let others = state.withLock { $0.takeBatch(besides: write, atMost: largest - 1) }
        let results = await commit([write] + others.map(\.write))
        for (other, result) in zip(others, results.dropFirst()) {
            other.continuation.resume(returning: .done(result))
        }
        let successor = state.withLock { $0.leave([write] + others.map(\.write)) }
        successor?.resume(returning: .lead)
        try results[0].get()
    }
}

extension GroupCommit.State {
    /// Whether the write leads at once; else it waits.
    fileprivate mutating func enter(
        _ write: PromptWrite, atOnce: Int, _ continuation: CheckedContinuation<GroupCommit.Turn, Never>
    ) -> Bool {
        guard leaders < atOnce, busy.insert(write.prompt).inserted else {
            waiting.append(GroupCommit.Waiting(write: write, continuation: continuation))
            return false
        }
        leaders += 1
        return true
    }

    fileprivate mutating func takeBatch(besides write: PromptWrite, atMost count: Int) -> [GroupCommit
        .Waiting]
    {
        var (taken, left): ([GroupCommit.Waiting], [GroupCommit.Waiting]) = ([], [])
        for one in waiting {
            // A write that waits behind another of its prompt keeps its place.
            if taken.count < count, busy.insert(one.write.prompt).inserted {
                taken.append(one)
            } else {
                left.append(one)
            }
        }
        waiting = left
        return taken
    }

    /// Ends a batch, and chooses who leads the next.
    fileprivate mutating func leave(_ batch: [PromptWrite]) -> CheckedContinuation<GroupCommit.Turn, Never>? {
        for write in batch { busy.remove(write.prompt) }
        guard let next = waiting.firstIndex(where: { !busy.contains($0.write.prompt) }) else {
            leaders -= 1
            return nil
        }
        let successor = waiting.remove(at: next)
        busy.insert(successor.write.prompt)
        return successor.continuation
    }
}
