import Foundation
import FoundationNetworking
import TestSupport

/// A real Prometheus of this machine with the rules of `monitoring`, every time in them a thirtieth.
final class PrometheusServer: Sendable {
    static let program = "/usr/bin/prometheus"
    static let isThere = FileManager.default.isExecutableFile(atPath: program)

    struct DidNotStart: Error { let errors: String }
    struct QueryFailed: Error { let query: String, answer: String }

    /// A day becomes 48 minutes, a scrape every second is one every half minute.
    private static let haste = 30

    private let process: ChildProcess
    private let folder: TemporaryFolder
    private let port: Int

    /// Starts it and waits until it answers.
    init(scraping targets: [URL]) async throws {
        (folder, port) = (try TemporaryFolder(), try FreePort.find())
        for name in ["recording", "alerts"] {
            let file = BuildProducts.package.appending(path: "monitoring/rules/\(name).yml")
            let rules = Self.hastened(try String(contentsOf: file, encoding: .utf8))
            try rules.write(toFile: folder.file("\(name).yml"), atomically: true, encoding: .utf8)
        }
        let places = targets.map { "\"\($0.host() ?? ""):\($0.port ?? 0)\"" }.joined(separator: ", ")
        let configuration = """
            global: {scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 1s}
            rule_files: ["*.yml"]
            scrape_configs:
              - job_name: reprise
                static_configs: [{targets: [\(places)]}]
            """
        try configuration.write(
            toFile: folder.file("prometheus.yaml"), atomically: true, encoding: .utf8)
        process = try ChildProcess(
            Self.program,
            [
                "--config.file=\(folder.file("prometheus.yaml"))",
                "--storage.tsdb.path=\(folder.file("data"))",
                "--web.listen-address=127.0.0.1:\(port)", "--enable-feature=exemplar-storage",
                "--log.level=warn",
            ])
        for _ in 0..<600 {
            if (try? await ask("/-/ready")) != nil { return }
            try await Task.sleep(for: .milliseconds(100))
        }
        process.send(SIGKILL)
        throw DidNotStart(errors: await process.ending().errors)
    }

    func stop() async {
        process.send(SIGKILL)
        _ = await process.ending()
    }

    /// Every time of the rules is shorter: ranges, `for`, and the numbers of seconds in comparisons.
    static func hastened(_ rules: String) -> String {
        let units = ["m": 60, "h": 3600, "d": 86_400]
        func seconds(_ count: Substring, _ unit: Substring) -> String {
            "\(max(2, (Int(count) ?? 0) * (units[String(unit)] ?? 1) / haste))s"
        }
        return rules.replacing(/\[(\d+)([mhd])\]/) { "[\(seconds($0.output.1, $0.output.2))]" }
            .replacing(/for: (\d+)([mhd])/) { "for: \(seconds($0.output.1, $0.output.2))" }
            .replacing(/(_seconds.*> )(\d{3,})$/.anchorsMatchLineEndings()) {
                "\($0.output.1)\((Int($0.output.2) ?? 0) / haste)"
            }
            .replacing(/\], (3600|86400)\)/) { "], \((Int($0.output.1) ?? 0) / haste))" }
    }

    /// The labels of each series that answers a query.
    func query(_ query: String) async throws -> [[String: String]] {
        var allowed = CharacterSet.alphanumerics
        allowed.insert(charactersIn: "-._~")
        let escaped = query.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
        let data = try await ask("/api/v1/query?query=\(escaped)")
        let answer = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        let result = (answer?["data"] as? [String: Any])?["result"] as? [Any]
        guard answer?["status"] as? String == "success", let result else {
            throw QueryFailed(query: query, answer: String(decoding: data, as: UTF8.self))
        }
        return result.map { ($0 as? [String: Any])?["metric"] as? [String: String] ?? [:] }
    }

    /// Alerts that fire now.
    func firing() async throws -> Set<String> {
        Set(try await query("ALERTS{alertstate=\"firing\"}").compactMap { $0["alertname"] })
    }

    /// Alerts that fired at any time.
    func fired() async throws -> Set<String> {
        let series = try await query("max_over_time(ALERTS{alertstate=\"firing\"}[1h])")
        return Set(series.compactMap { $0["alertname"] })
    }

    private func ask(_ path: String) async throws -> Data {
        guard let url = URL(string: "http://127.0.0.1:\(port)\(path)") else { throw URLError(.badURL) }
        let (data, response) = try await URLSession.shared.data(from: url)
        // A query that fails is an answer, too; everything else is none.
        guard let status = (response as? HTTPURLResponse)?.statusCode, [200, 400, 422].contains(status) else {
            throw URLError(.badServerResponse)
        }
        return data
    }
}
