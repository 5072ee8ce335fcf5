import Domain
import Foundation
import Glibc
import MongoStore
import Synchronization
import TestSupport
import Testing

/// The process, or the server, dies at every step of a write.
///
/// `REPRISE_LONG_TESTS=1` runs 200 rounds of both.
@Suite(
    .timeLimit(.minutes(30)), .serialized, .enabled(if: MongodProcess.isThere, "\(MongodProcess.reason)"))
struct SuddenDeathTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private static let isLong = ProcessInfo.processInfo.environment["REPRISE_LONG_TESTS"] != nil

    @Test(arguments: 0..<(isLong ? 200 : WriteStep.allCases.count))
    func `a process killed at a step of a write loses nothing that it acknowledged`(round: Int) async throws {
        let uri = try await SharedMongo.uri()
        let database = URL(filePath: folder.path).lastPathComponent
        let step = WriteStep.allCases[round % WriteStep.allCases.count].rawValue
        await #expect(processExitsWith: .signal(SIGKILL)) {
            [
                path = folder.path as String, step = step as String, round = round as Int,
                uri = uri as String, database = database as String
            ] in
            var settings = MongoSettings(uri: Secret(uri), database: database)
            let seen = Atomic(0)
            settings.step = { found in
                guard found.rawValue == step else { return }
                // Later in every round, so in the middle of more.
                if seen.wrappingAdd(1, ordering: .relaxed).newValue > round % 9 { kill(getpid(), SIGKILL) }
            }
            try await Victim(MongoStore(settings), notes: path + "/acknowledged").run()
        }
        let store = try MongoStore(MongoSettings(uri: Secret(uri), database: database))
        try await Acknowledged(in: folder.file("acknowledged")).check(store)
    }

    @Test func `a server killed while it writes loses nothing that it acknowledged`() async throws {
        let set = try MongoReplicaSet()
        try await set.settled()
        for round in 0..<(Self.isLong ? 200 : 3) {
            let notes = folder.file("acknowledged-\(round)")
            var settings = MongoSettings(uri: Secret(set.uri), database: "round-\(round)")
            settings.selectionTimeout = .milliseconds(100)
            let store = try MongoStore(settings)
            let victim = Victim(store, notes: notes, limit: 5 + round % 20)
            let running = Task { try await victim.run() }
            await victim.reachedLimit()
            await set.members[0].kill()
            running.cancel()
            _ = await running.result
            try await set.onThread { try set.members[0].start() }
            try await set.settled()
            let again = try MongoStore(MongoSettings(uri: Secret(set.uri), database: "round-\(round)"))
            try await Acknowledged(in: notes).check(again)
        }
    }
}

/// Writes from several tasks and notes what was acknowledged.
private final class Victim: Sendable {
    private let store: MongoStore
    private let notes: Int32
    private let limit: Int
    private let count = Atomic(0)
    private let reached = AsyncStream<Void>.makeStream()

    init(_ store: MongoStore, notes: String, limit: Int = .max) {
        self.store = store
        self.limit = limit
        self.notes = open(notes, O_CREAT | O_WRONLY | O_APPEND, 0o600)
    }

    deinit { close(notes) }

    func reachedLimit() async {
        for await _ in reached.stream { return }
    }

    /// Ends with the first write that fails.
    func run() async throws {
        defer { reached.continuation.finish() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for seed in 0..<4 { group.addTask { try await self.write(seed: UInt64(seed)) } }
            try await group.waitForAll()
        }
    }

    private func write(seed: UInt64) async throws {
        var samples = HistorySamples(seed: seed)
        while !Task.isCancelled {
            let (prompt, first) = try samples.prompt()
            try await store.create(prompt, first: first)
            note(prompt.id, 1)
            var last = first
            for _ in 0..<3 {
                last = samples.revision(after: last)
                try await store.append(last, in: .standard)
                note(prompt.id, last.number)
            }
        }
    }

    /// Writes a line that outlives the process.
    private func note(_ id: Prompt.ID, _ number: Int) {
        let line = Array("\(id) \(number)\n".utf8)
        _ = Glibc.write(notes, line, line.count)
        if count.wrappingAdd(1, ordering: .relaxed).newValue == limit { reached.continuation.yield() }
    }
}

/// What was acknowledged, as the victim noted it.
private struct Acknowledged {
    private let lines: [(id: Prompt.ID, number: Int)]

    init(in file: String) throws {
        let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
        lines = try text.split(separator: "\n").map { line in
            let words = line.split(separator: " ")
            return (try #require(Prompt.ID(String(words[0]))), try #require(Int(words[1])))
        }
    }

    /// Acknowledged is there, half-written is not.
    func check(_ store: MongoStore) async throws {
        for (id, number) in lines {
            #expect(try await store.revision(number, of: id, in: .standard).number == number)
        }
        for prompt in try await store.allPrompts(after: nil, limit: 1000) {
            let chain = try await store.revisions(of: prompt.id, in: .standard)
            #expect(chain.map(\.number) == Array(1...chain.count))
            #expect(prompt.head == Prompt.Head(of: try #require(chain.last)))
            let trail = try await store.auditEntries(in: .standard, of: prompt.id, before: nil, limit: 99)
            #expect(trail.count == chain.count)
        }
    }
}
