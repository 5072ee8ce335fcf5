import Domain
import Foundation
import RedisCache
import TestSupport
import Testing

/// Getting in: addresses, access lists, TLS.
@Suite(.timeLimit(.minutes(5)))
struct RedisAddressTests {
    @Test func `a URL says everything`() throws {
        let address = try RedisAddress("rediss://me:p%40ss@cache.example:7000/3?ca=/etc/ca.pem")
        #expect((address.host, address.port, address.database) == ("cache.example", 7000, 3))
        #expect((address.user, address.password.reveal()) == ("me", "p@ss"))
        #expect(address.usesTLS && address.certificates == "/etc/ca.pem")
        #expect(address.name == "rediss://cache.example:7000/3")
        let least = try RedisAddress("redis://[::1]")
        #expect((least.host, least.port, least.database, least.usesTLS) == ("::1", 6379, 0, false))
    }

    @Test(arguments: ["", "redis", "http://host", "redis://", "redis://host/x", "redis://host/1/2"])
    func `what is no URL of a Redis is refused with the setting's name`(text: String) {
        let error = #expect(throws: InputError.self) { try RedisAddress(text, field: "redis-url") }
        #expect(error?.field == "redis-url")
    }

    @Test func `a user of the access list gets in, and nobody else`() async throws {
        let server = try await RedisServer([
            "--user", "default", "off", "--user", "cache", "on", ">secret", "~*", "&*", "+@all",
        ])
        for (login, isIn) in [("cache:secret@", true), ("cache:wrong@", false), ("", false)] {
            let link = RedisLink(to: try RedisAddress("redis://\(login)127.0.0.1:\(server.port)/2"))
            #expect(await link.connect() == isIn)
        }
        await server.stop()
    }

    @Test func `TLS works with a certificate that is trusted, and not without`() async throws {
        let folder = try TemporaryFolder()
        let (key, certificate) = (folder.file("key.pem"), folder.file("cert.pem"))
        let made = try ChildProcess(
            "/usr/bin/openssl",
            [
                "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
                "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate,
            ])
        #expect(await made.ending().code == 0)
        let port = try FreePort.find()
        let server = try await RedisServer([
            "--tls-port", "\(port)", "--tls-cert-file", certificate, "--tls-key-file", key,
            "--tls-ca-cert-file", certificate, "--tls-auth-clients", "no",
        ])
        var limits = RedisLink.Limits()
        limits.connection = .seconds(5)
        limits.command = .seconds(5)
        let trusting = RedisLink(
            to: try RedisAddress("rediss://127.0.0.1:\(port)?ca=\(certificate)"), limits: limits)
        #expect(await trusting.connect(), "\(trusting.reason)")
        let value = [UInt8](repeating: 7, count: 300_000)
        let replies = try await trusting.run([
            RedisCommand([UInt8](redis: "SET"), [UInt8](redis: "k"), value),
            RedisCommand([UInt8](redis: "GET"), [UInt8](redis: "k")),
        ])
        #expect(replies == [.status("OK"), .bytes(value)])
        let careful = RedisLink(to: try RedisAddress("rediss://127.0.0.1:\(port)"), limits: limits)
        #expect(await !careful.connect())
        await server.stop()
    }
}
