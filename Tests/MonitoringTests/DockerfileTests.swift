import Foundation
import TestSupport
import Testing

/// `docker/Dockerfile` against the rules of hadolint that matter here, and against the programs.
@Suite(.timeLimit(.minutes(5)))
struct DockerfileTests {
    /// Instructions with their continuations joined, comments left out.
    private let instructions: [(name: String, rest: String)]

    init() throws {
        let file = BuildProducts.package.appending(path: "docker/Dockerfile")
        let lines = try String(contentsOf: file, encoding: .utf8).replacing("\\\n", with: " ")
        instructions = lines.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
            let words = $0.split(separator: " ", maxSplits: 1)
            return (String(words[0]), words.count > 1 ? String(words[1]) : "")
        }
    }

    private func all(_ name: String) -> [String] { instructions.filter { $0.name == name }.map(\.rest) }

    /// What stands behind the last `FROM`.
    private var lastStage: [(name: String, rest: String)] {
        let start = instructions.lastIndex { $0.name == "FROM" } ?? 0
        return Array(instructions[start...])
    }

    @Test func `base images are pinned (DL3006, DL3007), and the last one has no compiler`() {
        #expect(all("FROM").count == 2)
        for image in all("FROM") {
            #expect(image.contains(/^[\w\/]+:\d+\.\d+(\.\d+)?[\w.-]*( AS \w+)?$/), "\(image)")
        }
        #expect(lastStage[0].rest.hasPrefix("debian:"))
        #expect(!lastStage.contains { $0.rest.contains(/install-system-packages .*(build|test)/) })
    }

    @Test func `it runs as a numbered user that is not root (DL3002), without sudo (DL3004)`() throws {
        let user = try #require(lastStage.last { $0.name == "USER" })
        #expect(Int(user.rest).map { $0 >= 1000 } == true)
        #expect(!all("RUN").contains { $0.contains("sudo") })
        let made = lastStage.first { $0.rest.contains("useradd") }
        #expect(made?.rest.contains("--uid \(user.rest)") == true)
    }

    @Test func `packages leave no lists behind (DL3009), and nothing is added from the network (DL3020)`() {
        let installs = lastStage.filter { $0.rest.contains("install-system-packages") && $0.name == "RUN" }
        #expect(installs.count == 1)
        #expect(installs.allSatisfy { $0.rest.contains("rm -rf /var/lib/apt/lists/*") })
        #expect(all("ADD").isEmpty)
        #expect(
            !all("RUN").contains {
                $0.contains("apt-get upgrade") || $0.contains("curl ") || $0.contains("wget ")
            })
    }

    @Test
    func
        `folders are absolute (DL3000), commands are lists (DL3025), and there is one health check (DL3012)`()
    {
        #expect(all("WORKDIR").allSatisfy { $0.hasPrefix("/") })
        #expect((all("CMD") + all("ENTRYPOINT")).allSatisfy { $0.hasPrefix("[\"") })
        #expect(all("CMD").count == 1 && all("ENTRYPOINT").count == 1)
        #expect(
            all("HEALTHCHECK").count == 1
                && all("HEALTHCHECK")[0].hasSuffix(#"CMD ["bin/reprise", "health"]"#))
    }

    @Test func `no secret is in the image, and no host but what the container needs`() {
        #expect(!(all("ENV") + all("ARG")).contains { $0.contains(/(?i)(password|secret|key|token)=/) })
        let ignored = try? String(
            contentsOf: BuildProducts.package.appending(path: ".dockerignore"), encoding: .utf8)
        for name in [".git", "secrets", "data/var"] {
            #expect(ignored?.split(separator: "\n").contains(Substring(name)) == true)
        }
    }

    @Test(
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/readelf"), "needs readelf"),
        arguments: ["reprise", "reprise-render"])
    func `every library that a program names is in the list for the image`(program: String) async throws {
        let script = BuildProducts.package.appending(path: "scripts/system-packages").path
        let listed = try await ChildProcess("/bin/sh", [script, "serve"]).ending().output
        let named = try await ChildProcess("/usr/bin/readelf", ["-d", BuildProducts.program(program)])
            .ending()
        let libraries = named.output.matches(of: /NEEDED.*\[(.*)\]/).map { String($0.output.1) }
            // Those of Swift are linked in; those of C belong to every system.
            .filter { !$0.contains(/^lib(swift|Foundation|_|dispatch|Blocks|m\.|c\.|gcc_s)|^ld-/) }
        try #require(!libraries.isEmpty, "\(named.errors)")
        for library in libraries {
            let owner = try await ChildProcess("/usr/bin/dpkg", ["-S", "*/\(library)"]).ending().output
            let packages = owner.split(separator: "\n").compactMap { $0.split(separator: ":").first }
            #expect(packages.contains { listed.split(separator: "\n").contains($0) }, "\(library): \(owner)")
        }
    }
}
