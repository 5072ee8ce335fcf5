import Domain
import Synchronization
import TestSupport
import Testing

@testable import SQLiteStore

/// Writes that wait share a commit, and nothing else.
@Suite(.timeLimit(.minutes(5)))
struct GroupCommitTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func `many writes at once need fewer commits, and those that fail take nobody along`()
        async throws
    {
        let counter = Counter()
        let store = try SQLiteStore(path: folder.file(SQLiteStore.fileName)) { sql in
            if sql == "COMMIT" { counter.add() }
        }
        var samples = HistorySamples(seed: 70)
        let (taken, takenFirst) = try samples.prompt()
        try await store.create(taken, first: takenFirst)
        let records = try (0..<400).map { _ in try samples.prompt() }
        let refused = try await withThrowingTaskGroup(of: StoreError.Code?.self) { group in
            for (number, (prompt, first)) in records.enumerated() {
                let isTaken = number % 10 == 3
                group.addTask {
                    do {
                        try await store.create(isTaken ? taken : prompt, first: isTaken ? takenFirst : first)
                        return nil
                    } catch let error as StoreError {
                        return error.code
                    }
                }
            }
            return try await group.reduce(into: [StoreError.Code]()) { codes, code in
                if let code { codes.append(code) }
            }
        }
        #expect(refused == Array(repeating: .conflict, count: 40))
        #expect(counter.count < 200, "\(counter.count) commits for 401 writes")
        #expect(try await store.allPrompts(after: nil, limit: 1000).count == 361)
    }
}

private final class Counter: Sendable {
    private let number = Atomic<Int>(0)

    var count: Int { number.load(ordering: .relaxed) }

    func add() { number.add(1, ordering: .relaxed) }
}
