import Foundation
import TestSupport
import Testing

/// Keys on the shell, and the service that asks for them.
@Suite(.timeLimit(.minutes(5)))
struct KeyShellTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func reprise(_ words: String..., environment: [String: String] = [:]) async throws
        -> ChildProcess.Ending
    {
        var variables = ["REPRISE_DATA_DIR": folder.file("var")]
        variables.merge(environment) { $1 }
        return try await ChildProcess(
            BuildProducts.program("reprise"), words, environment: variables
        ).ending()
    }

    private func bearer(_ secret: String) -> [String: String] { ["Authorization": "Bearer \(secret)"] }

    @Test
    func `a key made on the shell closes the door of a running service, and a revoked one stays outside`()
        async throws
    {
        let service = try await RunningService(in: folder)
        #expect(try await service.get("/v1/prompts").status == 200)
        let made = try await reprise("key", "create", "--role", "admin", "--name", "mina", "--expires", "90d")
        #expect(made.code == 0, "\(made.errors)")
        let secret = made.output.trimmingCharacters(in: .newlines)
        #expect(secret.hasPrefix("rpk_") && !secret.contains(" ") && !made.errors.contains(secret))
        try await eventually { try await service.get("/v1/prompts").status == 401 }
        #expect(try await service.get("/v1/prompts", headers: bearer(secret)).status == 200)
        let rotated = try await reprise("key", "rotate", String(secret.prefix(14)), "--overlap", "1h")
        let second = rotated.output.trimmingCharacters(in: .newlines)
        for key in [secret, second] {
            #expect(try await service.get("/v1/keys", headers: bearer(key)).status == 200)
        }
        let revoked = try await reprise("key", "revoke", String(second.prefix(14)), "--json")
        #expect(revoked.output.contains("\"revoked\""), "\(revoked.errors)")
        #expect(try await service.get("/v1/prompts", headers: bearer(second)).status == 401)
        let list = try await reprise("key", "list")
        #expect(list.output.contains("mina") && list.output.contains("revoked"))
        #expect(!list.output.contains(secret.suffix(40)) && !list.output.contains("scrypt"))
        let port = "\(try #require(service.url.port))"
        let refused = try await reprise("cache", "stats", "--port", port)
        #expect(refused.code == 1 && refused.errors.contains("401"))
        let asked = try await reprise("cache", "stats", "--port", port, environment: ["REPRISE_KEY": secret])
        #expect(asked.code == 0, "\(asked.errors)")
        _ = await service.stop()
    }

    @Test func `other addresses are served with keys, and refused without`() async throws {
        let refused = try await reprise("serve", "--host", "0.0.0.0", "--port", "0")
        #expect(refused.code == 2 && refused.errors.contains("reprise key create"))
        #expect(refused.errors.split(separator: "\n").count == 1, "\(refused.errors)")
        let made = try await reprise("key", "create", "--role", "viewer")
        let service = try await RunningService(in: folder, ["--host", "0.0.0.0"])
        let port = try #require(service.url.port)
        let local = try #require(URL(string: "http://127.0.0.1:\(port)"))
        let answer = try await ChildProcess(
            "/usr/bin/curl",
            [
                "-s", "-o", "/dev/null", "-w", "%{http_code}",
                local.appending(path: "v1/prompts").absoluteString,
                "-H", "Authorization: Bearer \(made.output.trimmingCharacters(in: .newlines))",
            ]
        ).ending()
        #expect(answer.output == "200")
        let ending = await service.stop()
        #expect(!ending.errors.contains("no keys"), "\(ending.errors)")
    }

    @Test func `a service without keys says so when it starts`() async throws {
        let service = try await RunningService(in: folder)
        let ending = await service.stop()
        #expect(ending.errors.contains("warning: there are no keys"), "\(ending.errors)")
        #expect(ending.errors.contains("reprise key create --role admin"))
    }

    static let wrongUses: [[String]] = [
        ["key"], ["key", "create"], ["key", "create", "--role", "king"], ["key", "frobnicate"],
        ["key", "create", "--role", "viewer", "--workspace", "A/B"],
        ["key", "create", "--role", "viewer", "--expires", "never"],
        ["key", "create", "--role", "viewer", "--name", "reprise"], ["key", "revoke"],
        ["key", "revoke", "x"],
        ["key", "rotate", "01ARZ3NDEKTSV4RRFFQ69G5FAV"],
    ]

    @Test(arguments: wrongUses)
    func `wrong usage is told in one line with code 2`(words: [String]) async throws {
        let ending = try await ChildProcess(
            BuildProducts.program("reprise"), words, environment: ["REPRISE_DATA_DIR": folder.file("var")]
        ).ending()
        #expect(ending.code == 2 && ending.output.isEmpty)
        #expect(ending.errors.hasPrefix("reprise: ") && ending.errors.split(separator: "\n").count == 1)
    }

    /// Asks again until it is so, at most some hundred times.
    private func eventually(_ isSo: () async throws -> Bool) async throws {
        for _ in 0..<600 {
            if try await isSo() { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        Issue.record("It never came to be")
    }
}
