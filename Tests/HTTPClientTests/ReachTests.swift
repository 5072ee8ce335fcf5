import Domain
import HTTPClient
import TestSupport
import Testing

/// A request whose address a user chose leads nowhere but into the public network.
@Suite(.timeLimit(.minutes(5)))
struct ReachTests {
    private func expectForbidden(
        _ url: String, sourceLocation: SourceLocation = #_sourceLocation
    ) async {
        var request = HTTPClient.Request(.get, url)
        request.reach = .publicAddresses
        request.maximumRedirects = 3
        request.limits.connecting = .seconds(3)
        let error = await #expect(throws: HTTPClientError.self, sourceLocation: sourceLocation) {
            try await HTTPClient().send(request)
        }
        #expect(
            error?.code == .forbiddenAddress || error?.code == .couldNotResolve,
            "\(String(describing: error))",
            sourceLocation: sourceLocation)
        #expect(error?.mayHaveArrived == false, sourceLocation: sourceLocation)
    }

    @Test(arguments: [
        "http://127.0.0.1/", "http://127.1/", "http://0x7f000001/", "http://2130706433/",
        "http://0177.0.0.1/",
        "http://localhost/", "http://a.localhost/", "http://0.0.0.0/", "http://[::1]/", "http://[::]/",
        "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/", "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/", "http://10.0.0.1/", "http://172.16.0.1/", "http://192.168.1.1/",
        "http://169.254.169.254/latest/meta-data/", "http://100.64.0.1/", "http://[fd00::1]/",
        "http://[fe80::1]/", "http://printer.local/",
    ])
    func `addresses of this machine and of private networks are refused, however they are written`(
        url: String
    )
        async
    {
        await expectForbidden(url)
    }

    @Test(arguments: [
        "file:///etc/passwd", "gopher://127.0.0.1/", "ftp://example.org/", "dict://127.0.0.1:11211/",
        "http://user:password@example.org/", "//example.org", "javascript:alert(1)", "http://", "",
        "http://exa mple.org/", "http://example.org\u{0}.evil/",
    ])
    func `what is no web address is refused before anything is asked`(url: String) async {
        var request = HTTPClient.Request(.get, url)
        request.reach = .publicAddresses
        let error = await #expect(throws: HTTPClientError.self) { try await HTTPClient().send(request) }
        #expect(error?.code == .invalidRequest, "\(String(describing: error))")
    }

    @Test func `the name's address is judged when the connection is made, so that no name leads inside`()
        async throws
    {
        // The machine's own name resolves to an address of this machine, whatever it looks like.
        let server = try await ScriptedServer(.init(body: "inside"))
        var request = HTTPClient.Request(.get, "http://ip6-localhost:\(server.port)/")
        request.reach = .publicAddresses
        let error = await #expect(throws: HTTPClientError.self) { try await HTTPClient().send(request) }
        #expect(error?.code == .forbiddenAddress || error?.code == .couldNotResolve)
    }

    @Test func `a redirect is judged like the first address`() throws {
        var request = HTTPClient.Request(.get, "https://example.org/")
        request.reach = .publicAddresses
        request.url = "http://127.0.0.1:1/"
        let error = #expect(throws: HTTPClientError.self) { try request.checkAddress() }
        #expect(error?.code == .forbiddenAddress)
    }
}
