import HTTPServer
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct StreamPropertyTests {
    private var router: Router {
        var router = Router()
        router.add(.get, "/{text}") { .text($0.parameter("text")) }
        router.add(.post, "/") { HTTPResponse(body: .bytes($0.body)) }
        return router
    }

    private static let stream = Array(
        (get("/a") + post("/", "강아지") + get("/b", "X-Value: 1")
            + "POST / HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "3;x=y\r\none\r\n5\r\n, two\r\n0\r\nX-Trailer: 1\r\n\r\n" + get("/%EB%81%9D")).utf8)

    @Test(arguments: UInt64(0)..<20)
    func `however a stream is cut, the answers are the same`(seed: UInt64) async throws {
        var random = SplitMix64(seed: seed)
        var pieces: [[UInt8]] = []
        var rest = Self.stream[...]
        while !rest.isEmpty {
            let piece = rest.prefix(Int.random(in: 1...40, using: &random))
            pieces.append(Array(piece))
            rest = rest.dropFirst(piece.count)
        }
        let sent = pieces
        try await withServer(router) { port, _ in
            let client = try RawClient(port: port)
            for piece in sent { await client.send(piece) }
            for text in ["a", "강아지", "b", "one, two", "끝"] {
                #expect(try await client.response().text == text)
            }
        }
    }

    @Test(arguments: UInt64(0)..<40)
    func `a mutated stream never takes the server down`(seed: UInt64) async throws {
        var random = SplitMix64(seed: seed)
        var mutated = Self.stream
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            let index = Int.random(in: 0..<mutated.count, using: &random)
            switch Int.random(in: 0..<3, using: &random) {
            case 0: mutated[index] = UInt8.random(in: 0...255, using: &random)
            case 1: mutated.remove(at: index)
            default: mutated.insert(UInt8.random(in: 0...255, using: &random), at: index)
            }
        }
        let sent = mutated
        let observer = RecordingObserver()
        try await withServer(router, observer: observer) { port, _ in
            let client = try RawClient(port: port)
            await client.send(sent)
            client.finishSending()
            _ = await client.readToEnd()
            let response = try await exchange(port, get("/alive"))
            #expect(response.text == "alive")
        }
        #expect(observer.open == 0)
    }
}
