import Domain
import Foundation
import TestSupport
import Testing

@testable import SQLiteStore

/// A full disk is refused before it is acknowledged, and is no end.
@Suite(.timeLimit(.minutes(5)))
struct FullDiskTests {
    /// Saves prompts until one is refused, and returns what was acknowledged.
    private func fill(_ store: SQLiteStore, with samples: inout HistorySamples) async throws -> [Prompt] {
        var saved: [Prompt] = []
        let text = String(repeating: "한", count: 10_000)
        for _ in 0..<1000 {
            let (prompt, first) = try samples.prompt(text: text)
            do throws(StoreError) {
                try await store.create(prompt, first: first)
            } catch {
                #expect(error.code == .noSpace)
                #expect(error.message.contains("disk is full"))
                #expect(try await store.allPrompts(after: nil, limit: 1000) == saved)
                return saved
            }
            saved.append(prompt)
        }
        Issue.record("The disk was never full")
        return saved
    }

    @Test(.enabled(if: SmallDisk.isPermitted, "\(SmallDisk.reason)"))
    func `on a full tmpfs nothing acknowledged is lost, and with space it goes on`() async throws {
        let disk = try SmallDisk(bytes: 4 * 1024 * 1024)
        let filler = URL(filePath: disk.file("filler"))
        try Data(count: 1024 * 1024).write(to: filler)
        let store = try SQLiteStore(path: disk.file("reprise.sqlite"))
        var samples = HistorySamples(seed: 60)
        var saved = try await fill(store, with: &samples)
        try FileManager.default.removeItem(at: filler)
        let (prompt, first) = try samples.prompt()
        try await store.create(prompt, first: first)
        saved.append(prompt)
        let again = try SQLiteStore(path: disk.file("reprise.sqlite"))
        #expect(try await again.allPrompts(after: nil, limit: 1000) == saved)
    }

    // Needs no root: SQLite itself gives the error of a full disk.
    @Test func `at max_page_count nothing acknowledged is lost, and with space it goes on`() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.file(SQLiteStore.fileName))
        try await store.writer.run { (connection) throws(StoreError) in
            try connection.runScript("PRAGMA max_page_count = 400")
        }
        var samples = HistorySamples(seed: 61)
        var saved = try await fill(store, with: &samples)
        try await store.writer.run { (connection) throws(StoreError) in
            try connection.runScript("PRAGMA max_page_count = 4000")
        }
        let (prompt, first) = try samples.prompt()
        try await store.create(prompt, first: first)
        saved.append(prompt)
        await store.close()
        let again = try SQLiteStore(path: folder.file(SQLiteStore.fileName))
        #expect(try await again.allPrompts(after: nil, limit: 1000) == saved)
    }
}
