import Domain
import Foundation
import MongoStore
import TestSupport
import Testing

/// Who is let in, and by which server.
@Suite(
    .timeLimit(.minutes(5)), .serialized, .enabled(if: MongodProcess.isThere, "\(MongodProcess.reason)"))
struct AccessTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func health(of uri: String) async throws {
        var settings = MongoSettings(uri: Secret(uri), database: "access")
        settings.selectionTimeout = .seconds(3)
        try await MongoStore(settings).checkHealth()
    }

    @Test func `a server alone is refused with a sentence`() async throws {
        let server = try MongodProcess(folder: folder.path, set: nil)
        try await #require(SharedMongo.set).onThread { try server.start() }
        for _ in 0..<600 where MongoShell(address: server.address).object(#"{"hello": 1}"#).isEmpty {
            await Task.yield()
        }
        let error = await #expect(throws: StoreError.self) {
            try await health(of: "mongodb://\(server.address)/")
        }
        #expect(error?.code == .internalFailure && error?.message.contains("--replSet") == true)
        await server.kill()
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl"), "needs openssl"))
    func `name, password and certificate of the URI are used, and wrong ones are told`() async throws {
        let (key, certificate) = (folder.file("key"), folder.file("server.pem"))
        try Data("c2VjcmV0IG9mIHRoZSBzZXQ=".utf8).write(to: URL(filePath: key))
        try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: key)
        let made = try await ChildProcess(
            "/usr/bin/openssl",
            [
                "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=127.0.0.1",
                "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", certificate, "-out",
                folder.file("ca.pem"),
            ]
        ).ending()
        #expect(made.code == 0, "\(made.errors)")
        let both = try [certificate, folder.file("ca.pem")].map {
            try String(contentsOfFile: $0, encoding: .utf8)
        }
        try both.joined().write(toFile: certificate, atomically: true, encoding: .utf8)
        let set = try MongoReplicaSet(options: [
            "--keyFile", key, "--tlsMode", "preferTLS", "--tlsCertificateKeyFile", certificate, "--tlsCAFile",
            folder.file("ca.pem"), "--tlsAllowConnectionsWithoutCertificates",
        ])
        try await set.settled()
        let address = set.members[0].address
        _ = try await set.onThread {
            try MongoShell(address: address).run(
                #"{"createUser": "reprise", "pwd": "right", "roles": ["root"]}"#)
        }
        let options = "?replicaSet=reprise-test&authSource=admin&tls=true&tlsCAFile="
        let host = "@\(address)/\(options)"
        try await health(of: "mongodb://reprise:right\(host)\(folder.file("ca.pem"))")
        for (uri, words) in [
            ("mongodb://reprise:wrong\(host)\(folder.file("ca.pem"))", "refused the name and password"),
            ("mongodb://reprise:right\(host)/etc/ssl/certs/ca-certificates.crt", "cannot be reached"),
        ] {
            let error = await #expect(throws: StoreError.self) { try await health(of: uri) }
            #expect(
                error?.code == .unavailable && error?.message.contains(words) == true,
                "\(String(reflecting: error))")
            #expect(error?.detail?.contains("wrong") != true)
        }
    }
}
