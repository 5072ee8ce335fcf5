import Foundation
import HTTPClient
import TestSupport
import Testing

/// Downloads whose connections break.
@Suite(.timeLimit(.minutes(5)))
struct ResumptionTests {
    private let folder: TemporaryFolder
    private let path: String
    private let tag = "\"first\""

    init() throws {
        folder = try TemporaryFolder()
        path = folder.file("video.webm")
    }

    private var file: String? {
        FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    }

    private func request(_ server: ScriptedServer) -> HTTPClient.Request {
        HTTPClient.Request(.get, server.url())
    }

    /// The whole of it, cut in the middle.
    private func cut(_ body: String, tag: String? = "\"first\"") -> ScriptedServer.Answer {
        .init {
            ($0.body, $0.cut) = (body, true)
            if let tag { $0.headers["ETag"] = tag }
        }
    }

    private func part(_ body: String, from offset: Int, of total: Int, isCut: Bool = false)
        -> ScriptedServer.Answer
    {
        .init {
            ($0.status, $0.body, $0.cut) = (206, body, isCut)
            $0.headers = [
                "ETag": tag, "Content-Range": "bytes \(offset)-\(offset + body.utf8.count - 1)/\(total)",
            ]
        }
    }

    @Test(arguments: 1...5)
    func `a file comes whole however often the server cuts`(cuts: Int) async throws {
        var random = SplitMix64(seed: UInt64(cuts))
        let whole = String(
            (0..<100_000).map { _ in Character(UnicodeScalar(UInt8.random(in: 97...122, using: &random))) })
        var answers = [cut(whole)]
        var offset = whole.utf8.count / 2
        for number in 1...cuts {
            let rest = String(whole.dropFirst(offset))
            answers.append(part(rest, from: offset, of: whole.utf8.count, isCut: number < cuts))
            offset += rest.utf8.count / 2
        }
        let server = try await ScriptedServer(answers: answers)
        let answer = try await HTTPClient().download(request(server), to: path)
        #expect(answer.isSuccess && answer.bodyBytes == whole.utf8.count)
        #expect(file == whole)
        #expect(try await server.request().headers["range"] == nil)
        let second = try await server.request()
        #expect(second.headers["range"] == "bytes=\(whole.utf8.count / 2)-")
        #expect(second.headers["if-range"] == tag)
    }

    @Test func `a server that falls silent in the middle is asked for the rest`() async throws {
        let server = try await ScriptedServer(
            .init { ($0.body, $0.begin, $0.headers) = ("0123456789", true, ["ETag": tag]) },
            part("56789", from: 5, of: 10))
        var request = request(server)
        request.limits.idle = .milliseconds(200)
        _ = try await HTTPClient().download(request, to: path)
        #expect(file == "0123456789")
    }

    @Test func `a file that has changed meanwhile is fetched from its start`() async throws {
        let server = try await ScriptedServer(
            cut("0123456789"), .init(headers: ["ETag": "\"second\""], body: "abc"))
        let answer = try await HTTPClient().download(request(server), to: path)
        #expect(file == "abc" && answer.bodyBytes == 3)
    }

    @Test func `a file that has become shorter is fetched from its start`() async throws {
        let server = try await ScriptedServer(cut("0123456789"), .init(416, body: "no"), .init(body: "abc"))
        _ = try await HTTPClient().download(request(server), to: path)
        #expect(file == "abc")
    }

    @Test func `a part that ends early is followed by the next`() async throws {
        let server = try await ScriptedServer(
            cut("0123456789"), part("56", from: 5, of: 10), part("789", from: 7, of: 10))
        _ = try await HTTPClient().download(request(server), to: path)
        #expect(file == "0123456789")
    }

    @Test(arguments: [(0, 10), (6, 10), (5, 11)])
    func `a part that does not fit is no continuation`(offset: Int, total: Int) async throws {
        let server = try await ScriptedServer(cut("0123456789"), part("56789", from: offset, of: total))
        let error = await #expect(throws: HTTPClientError.self) {
            try await HTTPClient().download(request(server), to: path)
        }
        #expect(error?.code == .malformedAnswer)
        #expect(file == nil)
    }

    @Test(arguments: [nil, "W/\"weak\""])
    func `without proof that it is the same file nothing is added to it`(tag: String?) async throws {
        let server = try await ScriptedServer(cut("0123456789", tag: tag), part("56789", from: 5, of: 10))
        let error = await #expect(throws: HTTPClientError.self) {
            try await HTTPClient().download(request(server), to: path)
        }
        #expect(error?.code == .dropped)
        #expect(file == nil)
    }

    @Test func `a server that always cuts is given up`() async throws {
        let server = try await ScriptedServer(cut("0123456789"))
        var request = request(server)
        request.limits.resumptions = 2
        let error = await #expect(throws: HTTPClientError.self) {
            try await HTTPClient().download(request, to: path)
        }
        #expect(error?.code == .dropped)
        #expect(file == nil)
        for _ in 0...2 { _ = try await server.request() }
    }

    @Test func `an error page instead of the rest leaves nothing behind`() async throws {
        let server = try await ScriptedServer(cut("0123456789"), .init(403, body: "expired"))
        let answer = try await HTTPClient().download(request(server), to: path)
        #expect(answer.status == 403 && String(decoding: answer.body, as: UTF8.self) == "expired")
        #expect(file == nil)
    }

    @Test func `the limit holds for all parts together`() async throws {
        // Without its length said, nobody knows before how long it will be.
        let rest = ScriptedServer.Answer {
            ($0.status, $0.flood, $0.headers) = (206, 1 << 20, ["Content-Range": "bytes 5-/*"])
        }
        let server = try await ScriptedServer(cut("0123456789"), rest)
        var request = request(server)
        request.limits.bodyBytes = 1000
        let error = await #expect(throws: HTTPClientError.self) {
            try await HTTPClient().download(request, to: path)
        }
        #expect(error?.code == .tooLarge)
        #expect(file == nil)
    }
}
