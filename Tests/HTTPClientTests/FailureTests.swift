import Foundation
import HTTPClient
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct FailureTests {
    private func failure(_ request: HTTPClient.Request) async -> HTTPClientError? {
        await #expect(throws: HTTPClientError.self) { try await HTTPClient().send(request) }
    }

    @Test func `nobody listens`() async throws {
        let error = await failure(HTTPClient.Request(.post, "http://127.0.0.1:1/"))
        #expect(error?.code == .couldNotConnect)
        #expect(error?.mayHaveArrived == false)
    }

    @Test func `the host has no address`() async throws {
        let error = await failure(HTTPClient.Request(.post, "http://nowhere.invalid/"))
        #expect(error?.code == .couldNotResolve)
        #expect(error?.mayHaveArrived == false)
    }

    @Test func `a connection that ends before the answer may have brought the request`() async throws {
        let server = try await ScriptedServer(.drop)
        let error = await failure(HTTPClient.Request(.post, server.url()))
        #expect(error?.code == .dropped)
        #expect(error?.mayHaveArrived == true)
    }

    @Test func `a connection that ends in the middle of the answer`() async throws {
        let server = try await ScriptedServer(.init { ($0.body, $0.cut) = ("half of this is missing", true) })
        #expect(await failure(HTTPClient.Request(.get, server.url()))?.code == .dropped)
    }

    @Test func `a silent server is given up after the time for the first byte`() async throws {
        let server = try await ScriptedServer(.stall)
        var request = HTTPClient.Request(.post, server.url())
        request.limits.firstByte = .milliseconds(50)
        let error = await failure(request)
        #expect(error?.code == .timedOut)
        #expect(error?.mayHaveArrived == true)
        #expect(error?.message.contains("was silent") == true)
    }

    @Test func `a server that stops in the middle is given up after the idle time`() async throws {
        let server = try await ScriptedServer(.init { ($0.body, $0.begin) = ("to be continued", true) })
        var request = HTTPClient.Request(.get, server.url())
        request.limits.idle = .milliseconds(50)
        let error = await failure(request)
        #expect(error?.code == .timedOut)
        #expect(error?.message.contains("middle of its answer") == true)
    }

    @Test func `the whole request has a time too`() async throws {
        let server = try await ScriptedServer(.stall)
        var request = HTTPClient.Request(.get, server.url())
        request.limits.total = .milliseconds(50)
        #expect(await failure(request)?.message.contains("has not answered in") == true)
    }

    @Test(arguments: [true, false])
    func `an answer of a gigabyte is refused`(saysLength: Bool) async throws {
        let server = try await ScriptedServer(.init { ($0.flood, $0.length) = (1 << 30, saysLength) })
        #expect(await failure(HTTPClient.Request(.get, server.url()))?.code == .tooLarge)
    }

    @Test func `a server that speaks something else`() async throws {
        let server = try await ScriptedServer(
            .init(headers: ["Content-Encoding": "none", "Transfer-Encoding": "chunked"], body: "not chunks"))
        #expect(await failure(HTTPClient.Request(.get, server.url())) != nil)
    }

    @Test func `a cancelled task ends its request at once`() async throws {
        let server = try await ScriptedServer(.stall)
        let client = HTTPClient()
        let task = Task { try await client.send(HTTPClient.Request(.post, server.url())) }
        _ = try await server.request()
        task.cancel()
        let error = await #expect(throws: HTTPClientError.self) { try await task.value }
        #expect(error?.code == .cancelled)
        #expect(error?.mayHaveArrived == true)
    }

    @Test func `a task that is cancelled already sends nothing`() async throws {
        let client = HTTPClient()
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await client.send(HTTPClient.Request(.post, "http://127.0.0.1:1/"))
        }
        let error = await #expect(throws: HTTPClientError.self) { try await task.value }
        #expect(error?.code == .cancelled)
        #expect(error?.mayHaveArrived == false)
    }

    @Test func `the message names the host and nothing of the path`() async throws {
        let error = await failure(HTTPClient.Request(.get, "http://127.0.0.1:1/v1?key=topsecret"))
        #expect(error?.message.contains("127.0.0.1") == true)
        #expect(error?.message.contains("topsecret") == false)
    }
}
