import Domain
import Synchronization

/// Something to be done once before anything else, and again by the next caller when it fails.
final class Preparation: Sendable {
    private let done = Atomic(false)
    private let turn = Turn()

    var isDone: Bool { done.load(ordering: .acquiring) }

    /// Does it, or waits for whoever is doing it.
    func run(_ body: @escaping @Sendable () async throws(StoreError) -> Void) async throws(StoreError) {
        await turn.take()
        let result: Result<Void, StoreError>
        do throws(StoreError) {
            if !isDone { try await body() }
            done.store(true, ordering: .releasing)
            result = .success(())
        } catch {
            result = .failure(error)
        }
        await turn.give()
        try result.get()
    }
}

/// Lets one caller through at a time, in order.
private actor Turn {
    private var isTaken = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func take() async {
        guard isTaken else {
            isTaken = true
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    func give() {
        if waiting.isEmpty { isTaken = false } else { waiting.removeFirst().resume() }
    }
}
