import Foundation
import TestSupport
import Testing

/// A service started where it cannot work says why, in one line.
@Suite(.timeLimit(.minutes(5)))
struct HardPlacesTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func serve(_ words: [String]) async throws -> ChildProcess.Ending {
        try await ChildProcess(
            BuildProducts.program("reprise"), ["serve"] + words
        ).ending()
    }

    @Test func `a port that is taken is named`() async throws {
        let service = try await RunningService(in: folder)
        let port = try #require(service.url.port)
        let ending = try await serve(["--port", "\(port)", "--data-dir", folder.file("other")])
        #expect(ending.code == 1)
        #expect(ending.errors.contains("\(port)"))
        #expect(ending.errors.split(separator: "\n").count == 1)
        _ = await service.stop()
    }

    @Test func `a data folder that cannot be written is named`() async throws {
        try Data("a file".utf8).write(to: URL(filePath: folder.file("file")))
        let ending = try await serve(["--port", "0", "--data-dir", folder.file("file/var")])
        #expect(ending.code == 1)
        #expect(ending.errors.contains("file/var"))
        #expect(ending.errors.contains("--data-dir"))
    }

    @Test(.enabled(if: SmallDisk.isPermitted, "\(SmallDisk.reason)"))
    func `a read-only disk is told and left alone`() async throws {
        let disk = try SmallDisk(bytes: 4 << 20)
        try disk.makeReadOnly()
        let ending = try await serve(["--port", "0", "--data-dir", disk.path + "/var"])
        #expect(ending.code == 1)
        #expect(ending.errors.hasPrefix("reprise: "))
    }

    @Test func `a file that is no database is refused and left as it is`() async throws {
        let data = folder.file("var")
        try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
        let file = URL(filePath: data + "/reprise.sqlite")
        try Data("somebody's diary".utf8).write(to: file)
        let ending = try await serve(["--port", "0", "--data-dir", data])
        #expect(ending.code == 1)
        #expect(try Data(contentsOf: file) == Data("somebody's diary".utf8))
    }

    @Test func `without dictionary and model the service starts and says what it does without`() async throws
    {
        let service = try await RunningService(
            in: folder, ["--dictionary-dir", "/nowhere", "--embedding-model", "/nowhere"])
        let ready = try await service.get("/readyz")
        #expect(ready.status == 200)
        #expect(ready.json["status"] as? String == "degraded")
        let korean = try await service.post("/v1/prompts", ["idea": "고양이"])
        #expect(korean.status == 503)
        let english = try await service.post("/v1/prompts", ["idea": "A cat playing piano"])
        #expect(english.status == 201)
        _ = await service.stop()
    }
}
