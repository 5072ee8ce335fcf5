import Domain
import Foundation
import HTTPServer
import Studio
import Telemetry
import TestSupport
import Testing

@testable import API

/// Every route of the table, with every role: pages, files and event streams included.
@Suite(.timeLimit(.minutes(5)))
struct AccessWalkTests {
    @Test func `every route says whom it is for`() async throws {
        try await TestAPI.run { api in
            for endpoint in api.endpoints {
                #expect(endpoint.access != nil, "\(endpoint.method.rawValue) \(endpoint.pattern) has no rule")
            }
        }
    }

    @Test func `whatever changes something takes more than reading`() async throws {
        // Nothing is kept of what these do, or they count and end what is the reader's own.
        let harmless: Set<String> = [
            "compareTexts", "lintPrompt", "usePrompt", "signIn", "signOut",
        ]
        try await TestAPI.run { api in
            for endpoint in api.endpoints where endpoint.method != .get && !harmless.contains(endpoint.name) {
                #expect(endpoint.access?.permission != nil, "\(endpoint.name)")
                #expect(endpoint.access != .may(.read), "\(endpoint.name)")
            }
        }
    }

    @Test func `each role gets what it includes, and 403 for the rest`() async throws {
        try await TestAPI.run { api in
            let keys = try await api.keys()
            for endpoint in api.endpoints {
                for (role, secret) in keys {
                    let answer = try await api.walk(endpoint, "Authorization: Bearer \(secret)")
                    let isAllowed = endpoint.access?.permission.map(role.permissions.contains) ?? true
                    let isRefused =
                        [401, 403].contains(answer.status) && !endpoint.answersFormExpired(answer)
                    #expect(
                        isRefused != isAllowed,
                        "\(role.rawValue) \(endpoint.method.rawValue) \(endpoint.pattern): \(answer.status)")
                    guard !isAllowed else { continue }
                    #expect(answer.status == 403)
                    #expect(answer.json["type"] as? String == "urn:reprise:problem:forbidden")
                    let challenge = answer.header("WWW-Authenticate")
                    #expect(challenge?.contains("insufficient_scope") == true, "\(challenge ?? "none")")
                }
            }
        }
    }

    @Test(arguments: [
        [], ["Authorization: Bearer x"], ["Authorization: Bearer"], ["Authorization: Basic YTpi"],
        ["Authorization: Bearer a", "Authorization: Bearer b"], ["Cookie: reprise-session=x"],
        ["Cookie: reprise-session="], ["Cookie: =;;=;"], ["Authorization: Bearer rpk_0000000000_0"],
    ])
    func `without a key that is taken every route but those for everybody is 401`(headers: [String])
        async throws
    {
        try await TestAPI.run { api in
            _ = try await api.keys()
            for endpoint in api.endpoints {
                let answer = try await api.walk(endpoint, headers)
                guard endpoint.access?.permission != nil else {
                    #expect(answer.status != 401 || endpoint.name == "signIn", "\(endpoint.pattern)")
                    continue
                }
                #expect(answer.status == 401, "\(endpoint.pattern): \(answer.status)")
                #expect(answer.header("WWW-Authenticate")?.hasPrefix("Bearer realm=\"reprise\"") == true)
                #expect(answer.json["type"] as? String == "urn:reprise:problem:unauthenticated")
            }
        }
    }

    @Test func `a route without a rule is closed to everybody`() async throws {
        try await TestAPI.run { api in
            let endpoint = Endpoint(
                method: .get, pattern: "/", name: "forgotten", summary: "", replies: []
            ) { _ in .text("") }
            let door = Door(desk: api.desk, metrics: AccessMetrics(MetricsRegistry()))
            let request = try HTTPRequest(.get, "/")
            let problem = await #expect(throws: Problem.self) { try await door.admit(request, to: endpoint) }
            #expect(problem?.kind == .forbidden)
        }
    }

    @Test func `the same routes with the same rights stand in docs/access.md`() async throws {
        try await TestAPI.run { api in
            let file = BuildProducts.package.appending(path: "docs/access.md")
            let page = try String(contentsOf: file, encoding: .utf8)
            let table = AccessTable(api.endpoints).text
            let head = page.range(of: AccessTable.head)?.lowerBound ?? page.endIndex
            if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
                try (page[..<head] + table + "\n").write(to: file, atomically: true, encoding: .utf8)
            } else {
                #expect(page[head...] == table + "\n")
            }
        }
    }
}

/// The rules of all routes as a table of Markdown.
private struct AccessTable {
    static let head = "| route | right |"
    let text: String

    init(_ endpoints: [Endpoint]) {
        let rows = endpoints.map { endpoint in
            let rule =
                switch endpoint.access {
                case .anybody?: "– everybody"
                case .visitors?: "– everybody, known by their key if they show one"
                case .holders(let permission)?:
                    "`\(permission.rawValue)`: "
                        + Role.allCases.filter { $0.permissions.contains(permission) }.map(\.rawValue)
                        .joined(separator: ", ")
                case nil: "none"
                }
            return "| `\(endpoint.method.rawValue) \(endpoint.pattern)` | \(rule) |"
        }
        text = ([Self.head, "|---|---|"] + rows).joined(separator: "\n")
    }
}

extension Endpoint {
    /// Whether it let somebody in and only missed the token of its form.
    fileprivate func answersFormExpired(_ answer: RawResponse) -> Bool {
        access == .visitors && answer.json["type"] as? String == "urn:reprise:problem:form-expired"
    }
}

extension TestAPI {
    /// A key of each role, after which everybody is asked for one.
    func keys(in workspace: Workspace = .standard) async throws -> [(role: Role, secret: String)] {
        var keys: [(Role, String)] = []
        for role in Role.allCases { keys.append((role, try await key(role, in: workspace))) }
        return keys
    }

    /// Makes a key and returns its secret.
    func key(_ role: Role, name: String? = nil, in workspace: Workspace = .standard) async throws -> String {
        let wish = try KeyWish(role: role, workspace: workspace, name: name ?? role.rawValue)
        return try await desk.create(wish, by: Actor(name: "test", role: .admin)).secret.reveal()
    }

    /// Asks for something of an endpoint that is not there, so that nothing is changed.
    fileprivate func walk(_ endpoint: Endpoint, _ headers: String...) async throws -> RawResponse {
        try await walk(endpoint, headers)
    }

    fileprivate func walk(_ endpoint: Endpoint, _ headers: [String]) async throws -> RawResponse {
        let target = endpoint.pattern.split(separator: "/").map { part in
            part.hasPrefix("{") ? "01ARZ3NDEKTSV4RRFFQ69G5FAV" : String(part)
        }
        return try await send(
            endpoint.method.rawValue, "/" + target.joined(separator: "/"),
            headers + ["Accept: application/json"], body: endpoint.method == .get ? nil : [])
    }
}
