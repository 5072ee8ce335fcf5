import Domain
import Foundation
import Glibc
import MongoStore
import StoreBridge
import Synchronization
import TestSupport
import Testing

/// The process dies while the journal is written and while it is replayed.
///
/// `REPRISE_LONG_TESTS=1` runs 200 rounds.
@Suite(
    .timeLimit(.minutes(20)), .serialized, .enabled(if: MongodProcess.isThere, "\(MongodProcess.reason)"))
struct SuddenDeathTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private static let rounds =
        0..<(ProcessInfo.processInfo.environment["REPRISE_LONG_TESTS"] == nil ? 6 : 200)

    /// Each step in turn, each time later.
    @Test(arguments: rounds)
    func `nothing acknowledged is lost and nothing is there twice`(round: Int) async throws {
        let uri = try await SharedMongo.uri()
        let database = URL(filePath: folder.path).lastPathComponent
        let writing: [JournalStep] = [.willWrite, .halfWritten, .written, .flushed]
        let step = writing[round % writing.count].rawValue
        // The first process writes while nobody listens, and dies on the way.
        await #expect(processExitsWith: .signal(SIGKILL)) {
            [path = folder.path as String, step = step as String, round] in
            let nobody = "mongodb://127.0.0.1:1/?replicaSet=none&serverSelectionTimeoutMS=100"
            let bridge = try Victim.bridge(to: nobody, "none", in: path, dyingAt: step, after: round % 7 + 2)
            try await Victim.write(to: bridge, notes: path + "/acknowledged", seed: UInt64(round))
        }
        // The second one gives it to the server, and dies on the way.
        let replaying = round % 3 == 0 ? JournalStep.willClear : .replayed
        let after = replaying == .willClear ? 1 : round % 3
        await #expect(processExitsWith: .signal(SIGKILL)) {
            [
                path = folder.path as String, step = replaying.rawValue as String, after = after as Int,
                uri = uri as String,
                database = database as String
            ] in
            let bridge = try Victim.bridge(to: uri, database, in: path, dyingAt: step, after: after)
            await bridge.settle()
        }
        let bridge = try Victim.bridge(to: uri, database, in: folder.path, dyingAt: "", after: 0)
        #expect(await bridge.settle())
        try await check(bridge.backlog, uri, database)
    }

    private func check(_ backlog: JournalBacklog, _ uri: String, _ database: String) async throws {
        #expect(backlog.writes == 0)
        let store = try MongoStore(MongoSettings(uri: Secret(uri), database: database))
        let lines = try String(contentsOfFile: folder.file("acknowledged"), encoding: .utf8)
            .split(separator: "\n")
        #expect(!lines.isEmpty)
        for line in lines {
            let words = line.split(separator: " ")
            let id = try #require(Prompt.ID(String(words[0])))
            let number = try #require(Int(words[1]))
            #expect(try await store.revision(number, of: id, in: .standard).number == number)
        }
        // What was never acknowledged may be there, once: it was on the disk.
        for prompt in try await store.allPrompts(after: nil, limit: 1000) {
            let chain = try await store.revisions(of: prompt.id, in: .standard)
            #expect(chain.map(\.number) == Array(1...chain.count))
            let trail = try await store.auditEntries(in: .standard, of: prompt.id, before: nil, limit: 99)
            #expect(trail.count == chain.count)
            #expect(try await store.branches(of: prompt.id, in: .standard).count == 1)
        }
    }
}

/// A process that dies at a step.
private enum Victim {
    static func bridge(
        to uri: String, _ database: String, in folder: String, dyingAt step: String, after count: Int
    ) throws -> BridgedStore<MongoStore> {
        let store = try MongoStore(MongoSettings(uri: Secret(uri), database: database))
        var settings = BridgeSettings(path: folder + "/journal")
        let seen = Counter()
        settings.step = { found in
            if found.rawValue == step, seen.next() >= count { kill(getpid(), SIGKILL) }
        }
        return try BridgedStore(store, settings)
    }

    static func write(to bridge: BridgedStore<MongoStore>, notes: String, seed: UInt64) async throws {
        let notes = open(notes, O_CREAT | O_WRONLY | O_APPEND, 0o600)
        var samples = HistorySamples(seed: seed)
        while true {
            let (prompt, first) = try samples.prompt()
            try await bridge.create(prompt, first: first)
            note(prompt.id, 1, notes)
            var last = first
            for _ in 0..<3 {
                last = samples.revision(after: last)
                try await bridge.append(last, in: .standard)
                note(prompt.id, last.number, notes)
            }
        }
    }

    /// Writes a line that outlives the process.
    private static func note(_ id: Prompt.ID, _ number: Int, _ notes: Int32) {
        let line = Array("\(id) \(number)\n".utf8)
        _ = Glibc.write(notes, line, line.count)
    }

    private final class Counter: Sendable {
        private let count = Atomic(0)
        func next() -> Int { count.wrappingAdd(1, ordering: .relaxed).newValue }
    }
}
