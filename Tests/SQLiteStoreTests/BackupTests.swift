import Domain
import Foundation
import TestSupport
import Testing

@testable import SQLiteStore

/// A backup is a whole store, taken while others write.
@Suite(.timeLimit(.minutes(5)))
struct BackupTests {
    private let folder: TemporaryFolder
    private var path: String { folder.file(SQLiteStore.fileName) }

    init() throws { folder = try TemporaryFolder() }

    @Test func `a backup during writes has everything acknowledged before it, whole`() async throws {
        let store = try SQLiteStore(path: path)
        var samples = HistorySamples(seed: 80)
        var saved: [Prompt] = []
        for _ in 0..<50 {
            let (prompt, first) = try samples.prompt()
            try await store.create(prompt, first: first)
            saved.append(prompt)
        }
        let later = try (0..<200).map { _ in try samples.prompt() }
        let writing = Task {
            for (prompt, first) in later { try await store.create(prompt, first: first) }
        }
        let copy = folder.file("copy.sqlite")
        let bytes = try SQLiteStore.backUp(path, to: copy)
        try await writing.value
        #expect(bytes > 0)
        let restored = try SQLiteStore(path: copy)
        try await restored.checkIntegrity()
        let found = try await restored.allPrompts(after: nil, limit: 1000)
        #expect(Array(found.prefix(50)) == saved)
        #expect(found.count >= 50 && found.count <= 250)
        #expect(try await store.allPrompts(after: nil, limit: 1000).count == 250)
    }

    @Test func `a file that is there is never overwritten, and only a store is copied`() async throws {
        let store = try SQLiteStore(path: path)
        let copy = folder.file("copy.sqlite")
        try Data("mine".utf8).write(to: URL(filePath: copy))
        await expectStoreError(.conflict) { _ = try SQLiteStore.backUp(path, to: copy) }
        #expect(try Data(contentsOf: URL(filePath: copy)) == Data("mine".utf8))
        await expectStoreError(.unavailable) {
            _ = try SQLiteStore.backUp(folder.file("none"), to: folder.file("a"))
        }
        await expectStoreError(.internalFailure) {
            _ = try SQLiteStore.backUp(copy, to: folder.file("b"))
        }
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(!left.contains { $0.hasPrefix("a") || $0.hasPrefix("b") })
        await store.close()
    }

    @Test(.enabled(if: SmallDisk.isPermitted, "\(SmallDisk.reason)"))
    func `a full disk leaves no backup behind`() async throws {
        let store = try SQLiteStore(path: path)
        var samples = HistorySamples(seed: 81)
        for _ in 0..<20 {
            let (prompt, first) = try samples.prompt(text: String(repeating: "한", count: 20_000))
            try await store.create(prompt, first: first)
        }
        let disk = try SmallDisk(bytes: 256 * 1024)
        let error = await expectStoreError(.noSpace) {
            _ = try SQLiteStore.backUp(path, to: disk.file("copy.sqlite"))
        }
        #expect(error?.message.contains("disk is full") == true)
        #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path).isEmpty)
    }
}
