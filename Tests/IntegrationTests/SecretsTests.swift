import Foundation
import TestSupport
import Testing

/// The service runs with secrets that are known, everything goes wrong, and none of them is anywhere.
@Suite(.timeLimit(.minutes(5)))
struct SecretsTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Every secret that can be configured, under the variable it is configured by.
    private static func environment(port: Int) -> [String: String] {
        let nowhere = "127.0.0.1:\(port)"
        return [
            "REPRISE_LLM_URL": "http://\(nowhere)/v1", "REPRISE_LLM_KEY": "sk-llm-\(mark(1))",
            "REPRISE_LLM_MODEL": "m", "REPRISE_LLM_SECONDS": "1",
            "REPRISE_EMBEDDING_URL": "http://\(nowhere)/v1", "REPRISE_EMBEDDING_KEY": "sk-emb-\(mark(2))",
            "REPRISE_EMBEDDING_NAME": "m",
            "REPRISE_REDIS_URL": "redis://user:pw-redis-\(mark(3))@\(nowhere)/0",
            "REPRISE_WEBHOOK_SECRET": "whsec_"
                + Data("webhook-secret-\(mark(4))-0123".utf8).base64EncodedString(),
            "REPRISE_KEY": "rpk_key-\(mark(5))",
        ]
    }

    private static func mark(_ number: Int) -> String { "Zq7xK\(number)vW9tR" }

    /// The secrets as they could be written: as they are, and as other encodings of them.
    private static func forms(_ environment: [String: String], _ shown: [String]) -> [String] {
        let texts = shown + (1...3).map(mark) + [mark(5)] + [environment["REPRISE_WEBHOOK_SECRET"] ?? ""]
        return texts.flatMap { text in
            [
                text, Data(text.utf8).base64EncodedString(),
                text.unicodeScalars.map { "\\u{\($0.value)}" }.joined(),
            ]
        }
    }

    @Test func `no secret is in a log, an answer, a metric, an error or the history`() async throws {
        var environment = Self.environment(port: try FreePort.find())
        environment["REPRISE_DATA_DIR"] = folder.file("var")
        let program = BuildProducts.program("reprise")
        let made = try await ChildProcess(
            program, ["key", "create", "--role", "admin", "--name", "mina"], environment: environment
        ).ending()
        let secret = made.output.trimmingCharacters(in: .newlines)
        #expect(secret.hasPrefix("rpk_"), "\(made.errors)")
        let service = try await RunningService(
            in: folder, ["--log-level", "debug", "--request-seconds", "10"], environment: environment)
        var answers = try await provoke(service, secret: secret)
        let session = try await signIn(service, secret: secret)
        answers.append(
            try await service.get("/v1/prompts", headers: ["Cookie": "reprise-session=\(session)"]).text)
        let doctor = try await ChildProcess(program, ["doctor", "--json"], environment: environment).ending()
        let ending = await service.stop()
        let places = [
            ("answers", answers.joined(separator: "\n")), ("log", ending.errors), ("output", ending.output),
            ("doctor", doctor.output + doctor.errors), ("key command", made.errors),
            ("history", try files(below: folder.file("var"))),
        ]
        // The log has something to say at all: otherwise nothing would be proved.
        #expect(ending.errors.contains("\"level\":\"debug\"") && places[5].1.contains("mina"))
        for (name, text) in places {
            for form in Self.forms(environment, [secret, session]) where form.utf8.count > 8 {
                #expect(!text.contains(form), "\(form.prefix(12))… is in the \(name)")
            }
        }
    }

    /// Asks for what works and for what fails, and returns all answers with their heads.
    private func provoke(_ service: RunningService, secret: String) async throws -> [String] {
        let key = ["Authorization": "Bearer \(secret)"]
        var answers: [Answer] = []
        for path in [
            "/", "/v1/prompts", "/v1/keys", "/v1/audit", "/metrics", "/readyz", "/v1/cache", "/nothing",
            "/v1/prompts/x", "/v1/prompts?limit=0", "/v1/cache/explanation?idea=a%20cat", "/openapi.json",
            "/v1/recommendations?idea=a%20cat",
        ] {
            answers.append(try await service.get(path, headers: key))
            answers.append(try await service.get(path, headers: ["Authorization": "Bearer \(secret)x"]))
            answers.append(try await service.get(path, headers: ["Authorization": "Basic \(secret)"]))
        }
        let form = key.merging(["Content-Type": "application/x-www-form-urlencoded"]) { $1 }
        for (path, body) in [
            ("/v1/prompts", "idea=A cat plays the piano"), ("/v1/prompts", "idea="), ("/v1/prompts", "{"),
            ("/v1/keys", "role=viewer&expires=1d"), ("/v1/keys", "role=king"), ("/v1/videos", "prompt=x"),
            ("/sign-in", "key=\(secret)"),
        ] {
            answers.append(
                try await service.send("POST", path, headers: form, body: Data(body.utf8)))
        }
        return answers.map { answer in
            // The answer that makes a key shows that one's secret, once, on purpose.
            answer.headers.map { "\($0.key): \($0.value)" }.joined(separator: "\n") + "\n" + answer.text
        }
    }

    /// Signs in as a browser does; the value of the cookie is a secret too.
    private func signIn(_ service: RunningService, secret: String) async throws -> String {
        let page = try await ChildProcess(
            "/bin/sh",
            [
                "-c",
                """
                cd "$1" && curl -s -c jar "$2/sign-in" > page && \
                token=$(sed -n 's/.*name="_token" value="\\([^"]*\\)".*/\\1/p' page | head -1) && \
                curl -s -b jar -c jar -o /dev/null --data-urlencode "_token=$token" \
                --data-urlencode "key=$3" "$2/sign-in" && \
                awk '$6 == "reprise-session" { print $7 }' jar
                """, "sh", folder.path, service.url.absoluteString, secret,
            ]
        ).ending()
        let session = page.output.trimmingCharacters(in: .newlines)
        #expect(session.utf8.count == 52, "\(page.output)\(page.errors)")
        return session
    }

    /// Every byte that the service keeps, as Latin-1 so that none is lost.
    private func files(below path: String) throws -> String {
        let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
        return try names.map { "\(path)/\($0)" }.filter { name in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: name, isDirectory: &isFolder) && !isFolder.boolValue
        }.map { String(data: try Data(contentsOf: URL(filePath: $0)), encoding: .isoLatin1) ?? "" }.joined()
    }
}
