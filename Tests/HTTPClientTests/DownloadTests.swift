import Foundation
import HTTPClient
import Synchronization
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct DownloadTests {
    private let folder: TemporaryFolder
    private let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.file("video.webm")
    }

    private func request(_ server: ScriptedServer, limit: Int = 1 << 24) -> HTTPClient.Request {
        var request = HTTPClient.Request(.get, server.url())
        request.limits.bodyBytes = limit
        return request
    }

    @Test func `a file is written piece by piece, with its progress`() async throws {
        let size = 3_000_000
        let server = try await ScriptedServer(.init { ($0.flood, $0.length) = (size, true) })
        let steps = Mutex<[Int]>([])
        let answer = try await HTTPClient().download(request(server), to: path) { received, total in
            #expect(total == size)
            steps.withLock { $0.append(received) }
        }
        #expect(answer.bodyBytes == size)
        #expect(answer.body.isEmpty)
        #expect(try Data(contentsOf: URL(filePath: path)).count == size)
        let seen = steps.withLock(\.self)
        #expect(seen.count > 1 && seen == seen.sorted() && seen.last == size)
    }

    @Test func `an empty file is a file`() async throws {
        let server = try await ScriptedServer(.init())
        _ = try await HTTPClient().download(request(server), to: path)
        #expect(FileManager.default.contents(atPath: path) == Data())
    }

    @Test func `an error page is no video`() async throws {
        let server = try await ScriptedServer(.init(403, body: "expired"))
        let answer = try await HTTPClient().download(request(server), to: path)
        #expect(answer.status == 403)
        #expect(String(decoding: answer.body, as: UTF8.self) == "expired")
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test(arguments: [true, false])
    func `a file that is too long leaves nothing behind`(saysLength: Bool) async throws {
        let server = try await ScriptedServer(.init { ($0.flood, $0.length) = (1 << 30, saysLength) })
        let error = await #expect(throws: HTTPClientError.self) {
            try await HTTPClient().download(request(server, limit: 1 << 20), to: path)
        }
        #expect(error?.code == .tooLarge)
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func `a truncated file leaves nothing behind`() async throws {
        let server = try await ScriptedServer(.init { ($0.body, $0.cut) = ("0123456789", true) })
        let error = await #expect(throws: HTTPClientError.self) {
            try await HTTPClient().download(request(server), to: path)
        }
        #expect(error?.code == .dropped)
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func `what is there already is not written over`() async throws {
        try Data("mine".utf8).write(to: URL(filePath: path))
        let server = try await ScriptedServer(.init(body: "theirs"))
        let error = await #expect(throws: HTTPClientError.self) {
            try await HTTPClient().download(request(server), to: path)
        }
        #expect(error?.code == .file)
        #expect(FileManager.default.contents(atPath: path) == Data("mine".utf8))
    }
}
