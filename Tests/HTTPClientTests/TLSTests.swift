import HTTPClient
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct TLSTests {
    /// A certificate for 127.0.0.1 that only its own file vouches for.
    private func identity(_ folder: TemporaryFolder) async throws -> (certificate: String, key: String) {
        let (certificate, key) = (folder.file("certificate.pem"), folder.file("key.pem"))
        let openssl = try ChildProcess(
            "/usr/bin/openssl",
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-days", "2",
                "-out", certificate, "-keyout", key,
            ])
        let ending = await openssl.ending()
        #expect(ending.code == 0, "\(ending.errors)")
        return (certificate, key)
    }

    @Test func `a certificate that nobody vouches for is refused`() async throws {
        let folder = try TemporaryFolder()
        let server = try await ScriptedServer(answers: [.init(body: "hello")], identity: identity(folder))
        let error = await #expect(throws: HTTPClientError.self) {
            try await HTTPClient().send(HTTPClient.Request(.post, server.url()))
        }
        #expect(error?.code == .tls)
        #expect(error?.mayHaveArrived == false)
    }

    @Test func `an authority of the operator is trusted, for its own name only`() async throws {
        let folder = try TemporaryFolder()
        let identity = try await identity(folder)
        let server = try await ScriptedServer(answers: [.init(body: "hello")], identity: identity)
        var configuration = HTTPClient.Configuration()
        configuration.authorities = identity.certificate
        let client = HTTPClient(configuration)
        #expect(try await client.send(HTTPClient.Request(.get, server.url())).status == 200)
        let error = await #expect(throws: HTTPClientError.self) {
            try await client.send(HTTPClient.Request(.get, "https://localhost:\(server.port)/"))
        }
        #expect(error?.code == .tls)
    }
}
