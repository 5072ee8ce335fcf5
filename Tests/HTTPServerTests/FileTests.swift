import Foundation
import HTTPServer
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct FileTests {
    private let folder: TemporaryFolder
    private static let content = [UInt8](
        repeatElement((0...250).map { UInt8($0) }, count: 4000).joined().prefix(1_000_000))

    init() throws {
        folder = try TemporaryFolder()
        try Data(Self.content).write(to: URL(filePath: folder.file("clip.webm")))
    }

    private var router: Router {
        let (path, size) = (folder.file("clip.webm"), Self.content.count)
        let missing = folder.file("missing")
        let headers: HTTPHeaders = ["ETag": "\"v1\"", "Last-Modified": "Sun, 06 Nov 1994 08:49:37 GMT"]
        var router = Router()
        router.add(.get, "/clip") { _ in
            HTTPResponse(type: "video/webm", headers: headers, body: .file(path: path, bytes: size))
        }
        router.add(.get, "/start") { _ in HTTPResponse(body: .file(path: path, bytes: 10)) }
        router.add(.get, "/missing") { _ in HTTPResponse(body: .file(path: missing, bytes: 1)) }
        router.add(.get, "/longer") { _ in HTTPResponse(body: .file(path: path, bytes: size + 1)) }
        router.add(.get, "/folder") { [folder] _ in HTTPResponse(body: .file(path: folder.path, bytes: 0)) }
        return router
    }

    @Test func `a whole file arrives, and the connection goes on`() async throws {
        try await withServer(router) { port, _ in
            let client = try RawClient(port: port)
            await client.send(get("/clip") + get("/start"))
            let whole = try await client.response()
            #expect(whole.status == 200)
            #expect(whole.header("Accept-Ranges") == "bytes")
            #expect(whole.header("Content-Type") == "video/webm")
            #expect(whole.body == Self.content)
            #expect(try await client.response().body == Array(Self.content.prefix(10)))
        }
    }

    @Test(arguments: [
        ("bytes=0-0", 0..<1), ("bytes=0-999999", 0..<1_000_000), ("bytes=999999-", 999_999..<1_000_000),
        ("bytes=500000-600000", 500_000..<600_001), ("bytes=10-99999999999999999999", 10..<1_000_000),
        ("bytes=-10", 999_990..<1_000_000), ("bytes=-5000000", 0..<1_000_000), ("BYTES= 5 - 6 ", 5..<7),
    ])
    func `a range is answered with 206`(header: String, range: Range<Int>) async throws {
        try await withServer(router) { port, _ in
            let response = try await exchange(port, get("/clip", "Range: \(header)"))
            #expect(response.status == 206)
            #expect(
                response.header("Content-Range")
                    == "bytes \(range.lowerBound)-\(range.upperBound - 1)/1000000")
            #expect(response.body == Array(Self.content[range]))
        }
    }

    @Test(arguments: ["bytes=1000000-", "bytes=5000000-6000000", "bytes=-0"])
    func `a range behind the end is answered with 416`(header: String) async throws {
        try await withServer(router) { port, _ in
            let client = try RawClient(port: port)
            await client.send(get("/clip", "Range: \(header)") + get("/start"))
            let response = try await client.response()
            #expect(response.status == 416)
            #expect(response.header("Content-Range") == "bytes */1000000")
            #expect(try await client.response().status == 200)
        }
    }

    @Test(arguments: ["bytes=0-1,5-6", "bytes=5-2", "bytes=", "bytes=-", "bytes=a-b", "lines=0-1", "0-1"])
    func `a range that means nothing here is ignored`(header: String) async throws {
        try await withServer(router) { port, _ in
            let response = try await exchange(port, get("/clip", "Range: \(header)"))
            #expect(response.status == 200)
            #expect(response.body.count == Self.content.count)
        }
    }

    @Test(arguments: [
        ("\"v1\"", 206), ("\"v2\"", 200), ("W/\"v1\"", 200), ("Sun, 06 Nov 1994 08:49:37 GMT", 206),
        ("Mon, 07 Nov 1994 08:49:37 GMT", 200),
    ])
    func `If-Range lets the range count for the same file only`(tag: String, status: Int) async throws {
        try await withServer(router) { port, _ in
            let response = try await exchange(port, get("/clip", "Range: bytes=0-1", "If-Range: \(tag)"))
            #expect(response.status == status)
        }
    }

    @Test func `HEAD tells the length and sends nothing`() async throws {
        try await withServer(router) { port, _ in
            let client = try RawClient(port: port)
            await client.send("HEAD /clip HTTP/1.1\r\nHost: test\r\nRange: bytes=0-1\r\n\r\n" + get("/start"))
            let head = try await client.response(bodyless: true)
            #expect(head.status == 200)
            #expect(head.header("Content-Length") == "1000000")
            #expect(try await client.response().body.count == 10)
        }
    }

    @Test(arguments: ["/missing", "/longer", "/folder"])
    func `a file that cannot be sent is a 500 and no half answer`(target: String) async throws {
        try await withServer(router) { port, _ in
            let response = try await exchange(port, get(target))
            #expect(response.status == 500)
        }
    }

    @Test func `clients that leave in the middle cost nothing`() async throws {
        let observer = RecordingObserver()
        try await withServer(router, observer: observer) { port, _ in
            for _ in 0..<20 {
                let client = try RawClient(port: port)
                await client.send(String(repeating: get("/clip"), count: 20))
                _ = try await client.read(through: "\r\n\r\n")
                client.disconnect()
            }
            let response = try await exchange(port, get("/start"))
            #expect(response.body.count == 10)
        }
        #expect(observer.open == 0)
    }
}
