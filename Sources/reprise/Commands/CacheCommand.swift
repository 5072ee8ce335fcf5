import Domain
import Foundation
import HTTPClient

/// `reprise cache stats|clear|explain IDEA`.
enum CacheCommand: Command {
    static let name = "cache"
    static let summary = "Asks the service that runs what its cache did, has it forget, or explain itself."
    static let usage = "stats | clear | explain IDEA  [--json] [--host ADDRESS] [--port NUMBER]"
    static let optionsHelp = """
          stats         What each level did and holds
          clear         Forget everything that is cached, on every instance
          explain IDEA  The idea's key and meaning, and what the guards say of the nearest ideas
          --json        As data
        """
    static let grammar = Arguments.Grammar(flags: ["json"], operands: 1...2)

    static func run(_ arguments: Arguments, settings: Settings, shell: Shell) async throws -> ExitCode {
        let service = RunningService(settings)
        let isJSON = arguments.flags.contains("json")
        switch (arguments.operands[0], arguments.operands.dropFirst().first) {
        case ("stats", nil):
            let body = try await service.answer(.get, "/v1/cache")
            shell.print(try isJSON ? pretty(body) : CacheText.statistics(body))
        case ("clear", nil):
            _ = try await service.answer(.delete, "/v1/cache")
            shell.say("the cache is empty")
        case ("explain", let idea?):
            let query = "/v1/cache/explanation?idea=\(FormText.encoded(idea))"
            let body = try await service.answer(.get, query)
            shell.print(try isJSON ? pretty(body) : CacheText.explanation(body))
        default:
            throw InputError(
                field: arguments.operands.joined(separator: " "), code: .unknownValue,
                expected: "stats, clear, or explain with an idea")
        }
        return .done
    }

    private static func pretty(_ body: [UInt8]) throws -> String {
        try JSONText.of(try JSONDecoder().decode(JSONValue.self, from: Data(body)))
    }
}

/// The service that runs at the address of the settings.
private struct RunningService {
    private let url: String
    private let key: Secret
    private let client = HTTPClient()

    init(_ settings: Settings) {
        let host = settings.host.contains(":") ? "[\(settings.host)]" : settings.host
        url = "http://\(host):\(settings.port)"
        key = settings.key
    }

    func answer(_ method: HTTPClient.Request.Method, _ path: String) async throws -> [UInt8] {
        var request = HTTPClient.Request(method, url + path)
        // The operator chose the address.
        request.reach = .anywhere
        if !key.isEmpty {
            request.headers["Authorization"] = .secret(Secret("Bearer \(key.reveal())"))
        }
        request.limits.connecting = .seconds(2)
        let response: HTTPClient.Response
        do {
            response = try await client.send(request)
        } catch {
            throw ServiceUnreachable(description: "no service answers at \(url); 'reprise serve' starts one")
        }
        guard response.isSuccess else {
            throw ServiceUnreachable(
                description: "\(url)\(path) answers \(response.status): "
                    + String(decoding: response.body.prefix(200), as: UTF8.self))
        }
        return response.body
    }
}

/// Why a running service could not be asked.
private struct ServiceUnreachable: Error, CustomStringConvertible {
    let description: String
}

/// What a service says of its cache, for people.
private enum CacheText {
    private struct Report: Decodable {
        let memory: CacheStatistics
        let shared: CacheStatistics?
        let splits: Int
        let parts: [PartStatus]
    }

    private struct Explanation: Decodable {
        struct Candidate: Decodable {
            struct Verdict: Decodable {
                let `guard`: String
                let passes: Bool
                let onlyFirst: [String]
                let onlySecond: [String]
            }

            let idea: String
            let prompt: String
            let score: Double
            let decision: String
            let split: Bool
            let guards: [Verdict]
        }

        let normalised: String
        let meaning: String?
        let styles: [String]
        let hit: Bool
        let candidates: [Candidate]
    }

    static func statistics(_ body: [UInt8]) throws -> String {
        let report = try JSONDecoder().decode(Report.self, from: Data(body))
        var table = TextTable(
            "The cache since the service started; \(report.splits) pairs of ideas are split",
            head: ["", "hits", "misses", "expired", "unreadable", "failed", "evicted", "entries", "MiB"])
        for (name, level) in [("memory", report.memory)] + (report.shared.map { [("redis", $0)] } ?? []) {
            let counts = [
                level.hits, level.misses, level.expirations, level.unreadable, level.failures,
                level.evictions, level.entries,
            ]
            let mebibytes = (Double(level.bytes) / 1_048_576).text(decimals: 1)
            table.add([name] + counts.map(String.init) + [mebibytes])
        }
        let parts = report.parts.map { "\($0.name): \($0.detail)" }
        return ([table.text] + parts).joined(separator: "\n")
    }

    static func explanation(_ body: [UInt8]) throws -> String {
        let explanation = try JSONDecoder().decode(Explanation.self, from: Data(body))
        var lines = [
            "key      \(explanation.normalised)", "meaning  \(explanation.meaning ?? "cannot be read")",
            "cached   \(explanation.hit ? "yes, by its words" : "not by its words")",
        ]
        if !explanation.styles.isEmpty {
            lines.append("style    \(explanation.styles.joined(separator: ", "))")
        }
        for candidate in explanation.candidates {
            let decision = candidate.split ? "split" : candidate.decision
            lines.append("\(candidate.score.text(decimals: 2))  \(decision)  \(candidate.idea)")
            for verdict in candidate.guards where !verdict.passes {
                let (mine, theirs) = (verdict.onlyFirst, verdict.onlySecond)
                lines.append(
                    "      \(verdict.guard): \(mine.joined(separator: ", ")) | \(theirs.joined(separator: ", "))"
                )
            }
        }
        return lines.joined(separator: "\n")
    }
}
