import Domain
import Foundation
import TestSupport
import Testing

@testable import SQLiteStore

/// How the store treats its connections.
@Suite(.timeLimit(.minutes(5)))
struct SQLiteStoreTests {
    private let folder: TemporaryFolder
    private var path: String { folder.file(SQLiteStore.fileName) }

    init() throws { folder = try TemporaryFolder() }

    @Test func `every commit is flushed to the disk`() async throws {
        let store = try SQLiteStore(path: path)
        let full = try await store.writer.run { (connection) throws(StoreError) in
            try connection.number("PRAGMA synchronous")
        }
        #expect(full == 2)
        #expect(FileManager.default.fileExists(atPath: path + "-wal"))
    }

    @Test func `references are enforced and readers cannot write`() async throws {
        let store = try SQLiteStore(path: path)
        let orphan = """
            INSERT INTO revision (prompt, number, author, saved_at, text) VALUES ('x', 1, 'a', 0, '')
            """
        await expectStoreError(.internalFailure) {
            try await store.writer.write { (connection) throws(StoreError) in try connection.run(orphan) }
        }
        await expectStoreError(.noSpace) {
            try await store.reader.read { (connection) throws(StoreError) in
                try connection.run("DELETE FROM job")
            }
        }
    }

    @Test func `a transaction that fails leaves nothing behind`() async throws {
        let store = try SQLiteStore(path: path)
        var samples = HistorySamples(seed: 50)
        let (prompt, first) = try samples.prompt()
        let record = try PromptRecord(prompt)
        await expectStoreError(.conflict) {
            try await store.writer.write { (connection) throws(StoreError) in
                try record.insert(into: connection)
                throw StoreError(.conflict, "after the first half")
            }
        }
        try await store.create(prompt, first: first)
    }

    @Test func `while another process writes, reads work and writes are refused after a wait`() async throws {
        let store = try SQLiteStore(path: path, busyTimeout: .milliseconds(1))
        var samples = HistorySamples(seed: 51)
        let (prompt, first) = try samples.prompt()
        let (other, otherFirst) = try samples.prompt()
        try await store.create(prompt, first: first)
        let rival = try SQLiteSession(
            SQLiteConnection(path: path, busyTimeout: .seconds(1)), thread: "rival")
        try await rival.read { (connection) throws(StoreError) in try connection.run("BEGIN IMMEDIATE") }
        let error = await expectStoreError(.unavailable) {
            try await store.create(other, first: otherFirst)
        }
        #expect(error?.message.contains("locked") == true)
        #expect(error?.isTransient == true)
        #expect(try await store.prompt(prompt.id, in: .standard) == prompt)
        try await rival.read { (connection) throws(StoreError) in try connection.run("ROLLBACK") }
        try await store.create(other, first: otherFirst)
    }

    @Test func `a locked file is refused at the start`() async throws {
        let rival = try SQLiteSession(
            SQLiteConnection(path: path, busyTimeout: .zero), thread: "rival")
        try await rival.read { (connection) throws(StoreError) in try connection.run("BEGIN EXCLUSIVE") }
        let error = await expectStoreError(.unavailable) {
            _ = try SQLiteStore(path: path, busyTimeout: .milliseconds(1))
        }
        #expect(error?.message.contains("locked") == true)
        await rival.close()
        try await SQLiteStore(path: path).checkHealth()
    }

    @Test func `a closed store leaves one whole file and says that it is closed`() async throws {
        let store = try SQLiteStore(path: path)
        var samples = HistorySamples(seed: 52)
        let (prompt, first) = try samples.prompt()
        try await store.create(prompt, first: first)
        await store.close()
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [SQLiteStore.fileName])
        await expectStoreError(.unavailable) { _ = try await store.prompt(prompt.id, in: .standard) }
        await expectStoreError(.unavailable) { try await store.create(prompt, first: first) }
        await expectStoreError(.unavailable) { try await store.checkHealth() }
        #expect(try await SQLiteStore(path: path).prompt(prompt.id, in: .standard) == prompt)
    }
}
