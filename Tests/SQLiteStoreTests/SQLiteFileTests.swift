import Domain
import Foundation
import TestSupport
import Testing

@testable import SQLiteStore

/// What the store does with the file it is given.
@Suite(.timeLimit(.minutes(5)))
struct SQLiteFileTests {
    private let folder: TemporaryFolder
    private var path: String { folder.file(SQLiteStore.fileName) }

    init() throws { folder = try TemporaryFolder() }

    private func save(_ count: Int, in store: SQLiteStore) async throws {
        var samples = HistorySamples(seed: 40)
        for _ in 0..<count {
            let (prompt, first) = try samples.prompt()
            try await store.create(prompt, first: first)
        }
    }

    private func bytes() throws -> Data { try Data(contentsOf: URL(filePath: path)) }

    @Test(arguments: [1, 10, 100, 511, 512, 5000])
    func `a file that is no database is refused and left as it is`(size: Int) async throws {
        let text = Data(String(repeating: "dear diary ", count: size).utf8.prefix(size))
        try text.write(to: URL(filePath: path))
        let error = await expectStoreError(.internalFailure) { _ = try SQLiteStore(path: path) }
        #expect(error?.message.contains("no SQLite database") == true)
        #expect(try bytes() == text)
    }

    @Test func `an empty file becomes a database`() async throws {
        try Data().write(to: URL(filePath: path))
        try await SQLiteStore(path: path).checkHealth()
    }

    @Test func `another program's database is refused and left as it is`() async throws {
        do {
            let connection = try SQLiteConnection(path: path, busyTimeout: .zero)
            try connection.runScript("CREATE TABLE diary (day TEXT)")
        }
        let before = try bytes()
        let error = await expectStoreError(.internalFailure) { _ = try SQLiteStore(path: path) }
        #expect(error?.message.contains("another program") == true)
        #expect(try bytes() == before)
    }

    @Test func `a newer schema is refused with a sentence and left as it is`() async throws {
        try await SQLiteStore(path: path).close()
        do {
            let connection = try SQLiteConnection(path: path, busyTimeout: .zero)
            try connection.runScript("PRAGMA user_version = 99")
        }
        let error = await expectStoreError(.internalFailure) { _ = try SQLiteStore(path: path) }
        #expect(error?.message.contains("newer version of Reprise (schema 99") == true)
        let connection = try SQLiteConnection(path: path, busyTimeout: .zero)
        #expect(try connection.number("PRAGMA user_version") == 99)
    }

    @Test(arguments: [0.3, 0.6, 0.9])
    func `a damaged file is refused and left as it is`(position: Double) async throws {
        let store = try SQLiteStore(path: path)
        try await save(60, in: store)
        await store.close()
        var damaged = try bytes()
        let page = Int(Double(damaged.count) * position) / 4096 * 4096
        damaged.replaceSubrange(page..<(page + 4096), with: Data(repeating: 0xA5, count: 4096))
        try damaged.write(to: URL(filePath: path))
        let error = await expectStoreError(.internalFailure) { _ = try SQLiteStore(path: path) }
        #expect(error?.message.contains("damaged") == true)
        #expect(try bytes() == damaged)
    }

    @Test func `a path below a file, where no folder can be, is refused`() async throws {
        try Data("a file".utf8).write(to: URL(filePath: folder.file("file")))
        let error = await expectStoreError(.unavailable) {
            _ = try SQLiteStore(path: folder.file("file/reprise.sqlite"))
        }
        #expect(error?.message.contains("folder") == true)
    }

    @Test(.enabled(if: SmallDisk.isPermitted, "\(SmallDisk.reason)"))
    func `a folder that is not writable is refused`() async throws {
        let disk = try SmallDisk(bytes: 1024 * 1024)
        try disk.makeReadOnly()
        await expectStoreError(.unavailable) { _ = try SQLiteStore(path: disk.file("reprise.sqlite")) }
    }

    @Test(.enabled(if: SmallDisk.isPermitted, "\(SmallDisk.reason)"))
    func `a file that is read-only is refused`() async throws {
        let disk = try SmallDisk(bytes: 4 * 1024 * 1024)
        let path = disk.file("reprise.sqlite")
        try await SQLiteStore(path: path).close()
        try disk.makeReadOnly()
        let error = await expectStoreError(.noSpace) { _ = try SQLiteStore(path: path) }
        #expect(error?.message.contains("read-only") == true)
    }

    @Test func `only its owner can read a new file`() async throws {
        let store = try SQLiteStore(path: path)
        try await save(1, in: store)
        for suffix in ["", "-wal", "-shm"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: path + suffix)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
        }
    }

    @Test func `many may open a new file at the same time`() async throws {
        let path = path
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask { @concurrent in try await SQLiteStore(path: path).checkHealth() }
            }
            try await group.waitForAll()
        }
    }
}
