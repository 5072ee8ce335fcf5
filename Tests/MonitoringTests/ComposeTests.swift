import Foundation
import TestSupport
import Testing

/// `docker-compose.yml`, as Compose itself reads it.
@Suite(
    .timeLimit(.minutes(5)),
    .enabled(if: Judge.compose.isInstalled, "install the package docker-compose to run"))
struct ComposeTests {
    private static let services = ["reprise", "mongo", "redis", "prometheus", "alertmanager", "grafana"]

    /// What Compose makes of the file, one service by its name: lines of normalised YAML.
    private func services() async throws -> [String: String] {
        let file = BuildProducts.package.appending(path: "docker-compose.yml").path
        let verdict = try await Judge.compose.judge(["-f", file, "config"])
        #expect(verdict.code == 0, "\(verdict.errors)")
        let lines = verdict.output.split(separator: "\n", omittingEmptySubsequences: false)
        var (services, name, isInside): ([String: String], String, Bool) = ([:], "", false)
        for line in lines {
            if !line.hasPrefix(" ") { isInside = line == "services:" }
            guard isInside else { continue }
            if line.hasPrefix("  "), !line.hasPrefix("   "), line.hasSuffix(":") {
                name = line.trimmingCharacters(in: [" ", ":"])
            }
            services[name, default: ""] += line + "\n"
        }
        return services.filter { !$0.key.isEmpty }
    }

    @Test func `every service is hardened, pinned and healthy before the next one starts`() async throws {
        let services = try await services()
        #expect(Set(services.keys) == Set(Self.services))
        for (name, text) in services {
            #expect(text.contains("read_only: true"), "\(name)")
            #expect(text.contains("cap_drop:\n    - ALL"), "\(name)")
            #expect(text.contains("no-new-privileges:true"), "\(name)")
            #expect(text.contains("max-size: "), "\(name)")
            // That of Reprise itself is in its image.
            #expect(name == "reprise" || text.contains("healthcheck:"), "\(name)")
            let image = text.firstMatch(of: /image: (\S+)/).map { String($0.output.1) }
            #expect(name == "reprise" || image?.contains(/:v?\d+\.\d+\.\d+/) == true, "\(name)")
            let dependencies = text.matches(of: /condition: (\w+)/).map { $0.output.1 }
            #expect(dependencies.allSatisfy { $0 == "service_healthy" }, "\(name)")
        }
        for (name, needed) in [
            ("reprise", ["mongo", "redis"]), ("prometheus", ["reprise"]), ("grafana", ["prometheus"]),
        ] {
            for other in needed { #expect(services[name]?.contains("      \(other):\n") == true) }
        }
    }

    @Test func `nothing listens on other addresses than loopback`() async throws {
        for (name, text) in try await services() {
            guard let ports = text.firstMatch(of: /ports:\n((?: +- .*\n)+)/) else { continue }
            let published = ports.output.1.split(separator: "\n")
            #expect(published.allSatisfy { $0.contains("- 127.0.0.1:") }, "\(name): \(published)")
        }
    }

    @Test func `secrets come from files that are drawn anew, and there is no default`() async throws {
        let text = try String(
            contentsOf: BuildProducts.package.appending(path: "docker-compose.yml"), encoding: .utf8)
        let passwords = text.split(separator: "\n").filter {
            $0.contains(/(PASSWORD|URI|URL|KEY)[A-Z_]*:/)
        }
        #expect(passwords.count >= 4)
        #expect(passwords.allSatisfy { $0.contains("_FILE: /run/secrets/") }, "\(passwords)")

        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(
            atPath: folder.file("docker"), withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            atPath: BuildProducts.package.appending(path: "docker/make-secrets").path,
            toPath: folder.file("docker/make-secrets"))
        func drawn() async throws -> [String: String] {
            let ending = try await ChildProcess(folder.file("docker/make-secrets")).ending()
            #expect(ending.code == 0, "\(ending.errors)")
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.file("secrets"))
            return try names.reduce(into: [:]) {
                $0[$1] = try String(contentsOfFile: folder.file("secrets/\($1)"), encoding: .utf8)
            }
        }
        let first = try await drawn()
        let named = text.matches(of: /file: secrets\/([\w-]+)/).map { String($0.output.1) }
        #expect(Set(first.keys) == Set(named))
        #expect(try await drawn() == first, "Secrets that are there stay")
        try FileManager.default.removeItem(atPath: folder.file("secrets"))
        let second = try await drawn()
        for (name, secret) in second {
            #expect(secret != first[name] && secret.utf8.count >= 48, "\(name)")
        }
        #expect(first["mongodb-uri"]?.contains(":\(first["mongo-password"] ?? "?")@mongo:27017/") == true)
        let mode = try FileManager.default.attributesOfItem(atPath: folder.file("secrets"))[.posixPermissions]
        #expect(mode as? Int == 0o700)
    }
}
