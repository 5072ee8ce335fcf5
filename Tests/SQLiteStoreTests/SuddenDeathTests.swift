import Domain
import Foundation
import Glibc
import SQLiteStore
import Synchronization
import TestSupport
import Testing

/// What was acknowledged survives `kill -9`.
@Suite(.timeLimit(.minutes(5)), .serialized)
struct SuddenDeathTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test(arguments: [1, 17, 60])
    func `a process killed while it writes loses nothing that it acknowledged`(limit: Int) async throws {
        await #expect(processExitsWith: .signal(SIGKILL)) {
            [path = folder.path as String, limit] in
            try await Victim(folder: path, limit: limit).run()
        }
        let lines = try String(contentsOfFile: folder.file("acknowledged"), encoding: .utf8).split(
            separator: "\n")
        #expect(lines.count >= limit)
        let store = try SQLiteStore(path: folder.file(SQLiteStore.fileName))
        try await store.checkIntegrity()
        for line in lines {
            let words = line.split(separator: " ")
            let id = try #require(Prompt.ID(String(words[0])))
            let number = try #require(Int(words[1]))
            #expect(try await store.revision(number, of: id, in: .standard).text == "text \(number)")
        }
        for prompt in try await store.allPrompts(after: nil, limit: 1000) {
            let chain = try await store.revisions(of: prompt.id, in: .standard)
            #expect(chain.map(\.number) == Array(1...chain.count))
            #expect(prompt.head.number == chain.count)
        }
    }
}

/// Writes from several tasks, notes what was acknowledged, and kills its process in the middle.
private final class Victim: Sendable {
    private let folder: String
    private let notes: Int32
    private let limit: Int
    private let count = Atomic<Int>(0)

    init(folder: String, limit: Int) {
        self.folder = folder
        self.limit = limit
        notes = open(folder + "/acknowledged", O_CREAT | O_WRONLY | O_APPEND, 0o600)
    }

    func run() async throws {
        let store = try SQLiteStore(path: folder + "/" + SQLiteStore.fileName)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for seed in 0..<4 {
                group.addTask { try await self.write(to: store, seed: UInt64(seed)) }
            }
            try await group.waitForAll()
        }
    }

    private func write(to store: SQLiteStore, seed: UInt64) async throws {
        var samples = HistorySamples(seed: seed)
        while true {
            let (prompt, first) = try samples.prompt(text: "text 1")
            try await store.create(prompt, first: first)
            note(prompt.id, 1)
            for number in 2...4 {
                var configuration = first.configuration
                configuration.text = "text \(number)"
                let next = Revision(
                    prompt: prompt.id, number: number, parent: number - 1, author: "victim",
                    savedAt: samples.now(), configuration: configuration, diff: nil)
                try await store.append(next, in: .standard)
                note(prompt.id, number)
            }
        }
    }

    /// Writes a line that outlives the process; the other tasks are in the middle of their writes.
    private func note(_ id: Prompt.ID, _ number: Int) {
        let line = Array("\(id) \(number)\n".utf8)
        _ = Glibc.write(notes, line, line.count)
        if count.wrappingAdd(1, ordering: .relaxed).newValue >= limit { kill(getpid(), SIGKILL) }
    }
}
