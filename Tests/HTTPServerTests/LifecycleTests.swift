import HTTPServer
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct LifecycleTests {
    private func configuration(host: String = "127.0.0.1", port: Int = 0) -> HTTPConfiguration {
        var configuration = HTTPConfiguration()
        (configuration.host, configuration.port) = (host, port)
        configuration.lingerTimeout = .seconds(10)
        return configuration
    }

    /// A handler that says when it has begun, and waits until it is let go.
    private struct Gate: Sendable {
        let begun = AsyncStream<Void>.makeStream()
        let open = AsyncStream<Void>.makeStream()

        var router: Router {
            var router = Router()
            router.add(.get, "/") { _ in
                begun.continuation.yield()
                await open.stream.first { true }
                return .text("answered")
            }
            return router
        }
    }

    @Test func `a taken port is named`() async throws {
        let first = HTTPServer(configuration: configuration(), router: Router())
        let port = try await first.start().port
        let second = HTTPServer(configuration: configuration(port: port), router: Router())
        let error = await #expect(throws: HTTPServerError.self) { try await second.start() }
        #expect(error?.code == .portTaken)
        #expect(error?.message.contains("\(port)") == true)
        await second.stop(within: .zero)
        await first.stop(within: .zero)
        let third = HTTPServer(configuration: configuration(port: port), router: Router())
        #expect(try await third.start().port == port)
        await third.stop(within: .zero)
    }

    @Test(arguments: [
        ("203.0.113.1", 0, HTTPServerError.Code.addressNotAvailable), ("nowhere", 0, .invalidAddress),
        ("127.0.0.1", 65_536, .invalidAddress), ("127.0.0.1", -1, .invalidAddress),
        ("1.2.3", 0, .invalidAddress),
    ])
    func `an address that cannot be had is a typed error`(
        host: String, port: Int, code: HTTPServerError.Code
    ) async throws {
        let server = HTTPServer(configuration: configuration(host: host, port: port), router: Router())
        let error = await #expect(throws: HTTPServerError.self) { try await server.start() }
        #expect(error?.code == code)
    }

    @Test func `localhost and IPv6 are understood`() async throws {
        let local = HTTPServer(configuration: configuration(host: "localhost"), router: Router())
        #expect(try await local.start().host == "127.0.0.1")
        await local.stop(within: .zero)
        let six = HTTPServer(configuration: configuration(host: "::1"), router: Router())
        let address = try await six.start()
        #expect(address.description == "http://[::1]:\(address.port)")
        await six.stop(within: .zero)
    }

    @Test func `a server starts once`() async throws {
        let server = HTTPServer(configuration: configuration(), router: Router())
        _ = try await server.start()
        let error = await #expect(throws: HTTPServerError.self) { try await server.start() }
        #expect(error?.code == .alreadyStarted)
        await server.stop(within: .zero)
    }

    @Test func `stopping answers the request in flight and closes what is idle`() async throws {
        let gate = Gate()
        let server = HTTPServer(configuration: configuration(), router: gate.router)
        let port = try await server.start().port
        let idle = try RawClient(port: port)
        let busy = try RawClient(port: port)
        await busy.send(get("/"))
        await gate.begun.stream.first { true }
        async let first: Void = server.stop(within: .seconds(30))
        async let second: Void = server.stop(within: .seconds(30))
        // The idle connection ends only after the server has begun to stop.
        #expect(await idle.readToEnd().isEmpty)
        gate.open.continuation.yield()
        let response = try await busy.response()
        #expect(response.text == "answered")
        #expect(response.header("Connection") == "close")
        busy.disconnect()
        _ = await (first, second)
        #expect(throws: RawClient.Failure.self) { try RawClient(port: port) }
        await server.stop(within: .zero)
    }

    @Test func `a handler that does not end in time is cancelled`() async throws {
        let gate = Gate()
        let observer = RecordingObserver()
        let server = HTTPServer(configuration: configuration(), router: gate.router, observer: observer)
        let client = try RawClient(port: try await server.start().port)
        await client.send(get("/"))
        await gate.begun.stream.first { true }
        await server.stop(within: .milliseconds(20))
        #expect(await client.readToEnd().isEmpty)
        let exchange = try #require(await observer.next())
        #expect((exchange.status, exchange.isComplete) == (499, false))
    }

    @Test func `stopping ends event streams`() async throws {
        let (stream, source) = AsyncStream<ServerSentEvent>.makeStream()
        var router = Router()
        router.add(.get, "/") { _ in .events(stream) }
        let server = HTTPServer(configuration: configuration(), router: router)
        let client = try RawClient(port: try await server.start().port)
        await client.send(get("/"))
        _ = try await client.read(through: "\r\n\r\n")
        source.yield(ServerSentEvent(data: "last"))
        #expect(try await client.read(through: "\n\n") == "data: last\n\n")
        await server.stop(within: .seconds(30))
        #expect(await client.readToEnd().isEmpty)
    }

    @Test func `a server that never started has nothing to stop`() async {
        await HTTPServer(configuration: configuration(), router: Router()).stop(within: .seconds(30))
    }

    @Test func `a handler runs on the server's loop, unless it leaves it`() async throws {
        @Sendable @concurrent func concurrent() async -> String { threadName() }
        var router = Router()
        router.add(.get, "/") { _ in
            let before = threadName()
            await Task.detached {}.value
            let after = threadName()
            let elsewhere = await withTaskExecutorPreference(globalConcurrentExecutor) { threadName() }
            return .text("\(before) \(after) \(await concurrent()) \(elsewhere != "http") \(threadName())")
        }
        try await withServer(router) { port, _ in
            let response = try await exchange(port, get("/"))
            #expect(response.text == "http http http true http")
        }
    }

    @Test func `the problem closure makes the answer, and the server adds what must be there`() async throws {
        let server = HTTPServer(configuration: configuration(), router: Gate().router) { fault in
            .json(
                Array("{\"code\":\"\(fault.kind.rawValue)\",\"path\":\"\(fault.path ?? "-")\"}".utf8),
                status: fault.status)
        }
        let port = try await server.start().port
        let missing = try await exchange(port, get("/x"))
        #expect((missing.status, missing.text) == (404, #"{"code":"not_found","path":"/x"}"#))
        let wrong = try await exchange(port, "POST / HTTP/1.1\r\nHost: test\r\n\r\n")
        #expect(wrong.header("Allow") == "GET, HEAD, OPTIONS")
        await server.stop(within: .zero)
    }
}
