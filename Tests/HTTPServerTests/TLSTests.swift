import Foundation
import HTTPServer
import TestSupport
import Testing

/// The server with a certificate, asked by OpenSSL's own client.
@Suite(
    .timeLimit(.minutes(5)),
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl"), "needs openssl"))
struct TLSTests {
    private var router: Router {
        var router = Router()
        router.add(.get, "/") { _ in .text("safe") }
        router.add(.post, "/") { .text("\($0.body.count)") }
        return router
    }

    /// Runs `body` against a server with a fresh certificate for localhost.
    private func withTLS(_ body: (Int, String) async throws -> Void) async throws {
        let folder = try TemporaryFolder()
        let (key, certificate) = (folder.file("key.pem"), folder.file("certificate.pem"))
        let openssl = try ChildProcess(
            "/usr/bin/openssl",
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                "-days",
                "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", key,
                "-out",
                certificate,
            ])
        #expect(await openssl.ending().code == 0)
        let files = TLSFiles(certificate: certificate, key: key)
        try await withServer(router, configure: { $0.tls = files }) { port, _ in
            try await body(port, certificate)
        }
    }

    /// What OpenSSL's client says and hears when it sends `request`.
    private func ask(_ port: Int, _ certificate: String, _ request: String, _ options: [String] = [])
        async throws -> ChildProcess.Ending
    {
        try await ChildProcess(
            "/usr/bin/openssl",
            [
                "s_client", "-quiet", "-connect", "127.0.0.1:\(port)", "-servername",
                "localhost",
                "-CAfile", certificate, "-verify_return_error",
            ] + options, input: request
        ).ending()
    }

    private static let close = "Host: localhost\r\nConnection: close\r\n"

    @Test func `requests and large bodies come and go over TLS`() async throws {
        try await withTLS { port, certificate in
            let answer = try await ask(
                port, certificate,
                "GET / HTTP/1.1\r\nHost: localhost\r\n\r\nGET / HTTP/1.1\r\n\(Self.close)\r\n")
            #expect(
                answer.output.components(separatedBy: "safe").count == 3, "\(answer.output)\(answer.errors)")
            let body = String(repeating: "x", count: 300_000)
            let large = try await ask(
                port, certificate,
                "POST / HTTP/1.1\r\n\(Self.close)Content-Length: \(body.count)\r\n\r\n\(body)")
            #expect(large.output.contains("\r\n\r\n300000"), "\(large.output)\(large.errors)")
        }
    }

    @Test func `old versions and other protocols are refused`() async throws {
        try await withTLS { port, certificate in
            let request = "GET / HTTP/1.1\r\n\(Self.close)\r\n"
            let old = try await ask(port, certificate, request, ["-tls1_1", "-cipher", "ALL:@SECLEVEL=0"])
            #expect(!old.output.contains("safe"))
            let http2 = try await ask(port, certificate, request, ["-alpn", "h2"])
            #expect(!http2.output.contains("safe"))
            let either = try await ask(port, certificate, request, ["-alpn", "h2,http/1.1"])
            #expect(either.output.contains("safe"), "\(either.errors)")
            let plain = try RawClient(port: port)
            await plain.send(request)
            #expect(await !String(decoding: plain.readToEnd(), as: UTF8.self).contains("safe"))
            let again = try await ask(port, certificate, request)
            #expect(again.output.contains("safe"), "the server stands")
        }
    }

    @Test func `a certificate that cannot be used is said by name`() async throws {
        let folder = try TemporaryFolder()
        var configuration = HTTPConfiguration()
        configuration.port = 0
        configuration.tls = TLSFiles(certificate: folder.file("none.pem"), key: folder.file("key.pem"))
        let server = HTTPServer(configuration: configuration, router: router)
        let error = await #expect(throws: HTTPServerError.self) { _ = try await server.start() }
        #expect(error?.code == .certificateUnusable && error?.message.contains("none.pem") == true)
    }
}
