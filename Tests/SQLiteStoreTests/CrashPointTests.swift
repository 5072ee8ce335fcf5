import Domain
import Foundation
import Glibc
import SQLiteStore
import Synchronization
import TestSupport
import Testing

/// A process killed at any step of a write: acknowledged is there, half-written is not.
///
/// `REPRISE_LONG_TESTS=1` kills 200 times, each time at another step.
@Suite(.timeLimit(.minutes(30)), .serialized)
struct CrashPointTests {
    // Steps that lie apart, so that a few rounds see every kind of write.
    private static let rounds = Array(stride(from: 1, through: 200, by: LongTests.areWanted ? 1 : 23))

    @Test(arguments: rounds)
    func `a process killed before its nth statement keeps what it acknowledged, whole`(
        step: Int
    ) async throws {
        let folder = try TemporaryFolder()
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = folder.path as String, step] in
            try await CrashVictim(folder: path, step: step).run()
        }
        let notes = try String(contentsOfFile: folder.file("acknowledged"), encoding: .utf8)
        let store = try SQLiteStore(path: folder.file(SQLiteStore.fileName))
        try await store.checkIntegrity()
        var found: [Prompt.ID: CrashVictim.Facts] = [:]
        for prompt in try await store.allPrompts(after: nil, limit: 1000) {
            found[prompt.id] = try await CrashVictim.facts(of: prompt, in: store)
        }
        for prompt in try await store.deletedPrompts(in: .standard, before: nil, limit: 1000) {
            found[prompt.id] = CrashVictim.Facts(revisions: 2, isMarked: true, isDeleted: true)
        }
        for line in notes.split(separator: "\n") {
            let words = line.split(separator: " ")
            let id = try #require(Prompt.ID(String(words[0])))
            // What came after it may be there as well: it was on the disk, and not yet acknowledged.
            let facts = found[id]
            switch words[1] {
            case "created": #expect(facts != nil)
            case "appended": #expect((facts?.revisions ?? 0) >= 2)
            case "marked": #expect(facts?.isMarked == true)
            default: #expect(facts?.isDeleted == true)
            }
        }
    }
}

/// Makes prompts one after the other, and is killed on the writer's thread before a statement.
struct CrashVictim {
    /// What the store knows of a prompt.
    struct Facts: Equatable {
        var revisions: Int
        var isMarked: Bool
        var isDeleted = false
    }

    let folder: String
    let step: Int

    func run() async throws {
        let notes = open(folder + "/acknowledged", O_CREAT | O_WRONLY | O_APPEND, 0o600)
        let counter = StatementCounter(fatal: step)
        let store = try SQLiteStore(path: folder + "/" + SQLiteStore.fileName) { _ in counter.next() }
        counter.begin()
        var samples = HistorySamples(seed: UInt64(step))
        while true {
            let (prompt, first) = try samples.prompt(text: "text 1")
            let words = PromptWords(version: "1", idea: ["one"], text: ["text"])
            try await store.create(
                prompt, first: first, words: words,
                recording: .sample(of: first, action: .wrote, in: .standard))
            note("\(prompt.id) created", in: notes)
            let second = samples.revision(after: first)
            let edit = Edit(
                id: Edit.ID(at: second.savedAt, random: SystemRandomSource()), prompt: prompt.id,
                revision: 2, slot: "text", kind: .replaced, author: "a", savedAt: second.savedAt,
                oldText: "a", newText: "b", oldTerms: ["a"], newTerms: ["b"])
            try await store.append(
                second, words: PromptWords(version: "1", idea: ["two"], text: ["text"]), edits: [edit],
                reverting: [], recording: .sample(of: second, action: .saved, in: .standard),
                in: .standard)
            note("\(prompt.id) appended", in: notes)
            var change = MarksChange()
            change.addedTags = [try Domain.Tag("t", field: "tags")]
            _ = try await store.mark(prompt.id, with: change, recording: nil, in: .standard)
            note("\(prompt.id) marked", in: notes)
            try await store.delete(
                prompt.id, at: samples.now(), recording: .of(prompt, .deleted), in: .standard)
            note("\(prompt.id) deleted", in: notes)
        }
    }

    /// Reads everything about a prompt, and expects that each write is there whole or not at all.
    static func facts(of prompt: Prompt, in store: SQLiteStore) async throws -> Facts {
        let history = try await PromptHistory.read(prompt.id, in: .standard, from: store)
        let isAppended = history.revisions.count == 2
        #expect(history.isWhole)
        #expect(history.edits.count == (isAppended ? 1 : 0))
        #expect(history.entries.map(\.action) == (isAppended ? [.wrote, .saved] : [.wrote]))
        for (word, isThere) in [("one", !isAppended), ("two", isAppended)] {
            var query = PromptQuery()
            query.words = [word]
            let found = try await store.find(query, in: .standard, after: nil, limit: 1000)
            #expect(found.contains { $0.prompt.id == prompt.id } == isThere)
        }
        var tagged = PromptQuery()
        tagged.tags = [try Domain.Tag("t", field: "tags")]
        let isFound = try await store.find(tagged, in: .standard, after: nil, limit: 1000)
            .contains { $0.prompt.id == prompt.id }
        #expect(isFound == !prompt.marks.tags.isEmpty)
        return Facts(revisions: history.revisions.count, isMarked: isFound)
    }

    private func note(_ line: String, in file: Int32) {
        let bytes = Array("\(line)\n".utf8)
        _ = Glibc.write(file, bytes, bytes.count)
    }
}

/// Kills the process at a statement, counted from ``begin()``.
private final class StatementCounter: Sendable {
    private let fatal: Int
    private let count = Atomic<Int>(-1)

    init(fatal: Int) { self.fatal = fatal }

    func begin() { count.store(0, ordering: .sequentiallyConsistent) }

    func next() {
        guard count.load(ordering: .relaxed) >= 0 else { return }
        if count.wrappingAdd(1, ordering: .relaxed).newValue == fatal { kill(getpid(), SIGKILL) }
    }
}
