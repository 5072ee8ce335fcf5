import Foundation
import TestSupport
import Testing

/// The files of `monitoring`, as the tests read them.
enum MonitoringFiles {
    static let folder = BuildProducts.package.appending(path: "monitoring")
    static let docs = BuildProducts.package.appending(path: "docs")

    static func text(_ path: String) throws -> String {
        try String(contentsOf: folder.appending(path: path), encoding: .utf8)
    }

    /// Names of the files of a folder of `monitoring`, in order.
    static func names(in path: String, ending: String) -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: path).path)
        return (names ?? []).filter { $0.hasSuffix(ending) }.sorted()
    }

    /// Every metric of `docs/metrics.md`, and what Prometheus itself makes.
    static func metrics() throws -> Set<String> {
        let page = try String(contentsOf: docs.appending(path: "metrics.md"), encoding: .utf8)
        let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `") }
        return rows.reduce(into: ["up"]) { names, row in
            let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            let name = cells[0].trimmingCharacters(in: ["`"])
            let suffixes = cells[1] == "histogram" ? ["_bucket", "_sum", "_count"] : [""]
            names.formUnion(suffixes.map { name + $0 })
        }
    }

    /// Names of metrics in an expression: of ours, of a process, of recording rules.
    static func metrics(in expression: String) -> Set<String> {
        let unquoted = expression.replacing(/"[^"]*"/, with: "")
        let names = unquoted.matches(of: /\b(?:up|(?:reprise|process)_[a-z0-9_]+|[a-z]+:[a-z0-9_:]+)/)
        return Set(names.map { String($0.output) })
    }
}

/// One alert of `rules/alerts.yml`, by its lines.
struct Alert: Sendable, CustomTestStringConvertible {
    let name: String
    let lines: [Substring]

    var testDescription: String { name }

    /// The value of a key of one line.
    func value(_ key: String) -> String? {
        let line = lines.first { $0.drop { $0 == " " }.hasPrefix(key + ": ") }
        return line.map { $0.drop { $0 == " " }.dropFirst(key.count + 2).trimmingCharacters(in: ["'"]) }
    }

    static let all: [Alert] = {
        let text = (try? MonitoringFiles.text("rules/alerts.yml")) ?? ""
        let start = "      - alert: "
        return text.split(separator: "\n").reduce(into: [[Substring]]()) { alerts, line in
            if line.hasPrefix(start) {
                alerts.append([line])
            } else if line.hasPrefix("        "), !alerts.isEmpty {
                alerts[alerts.count - 1].append(line)
            }
        }.map { Alert(name: String($0[0].dropFirst(start.count)), lines: $0) }
    }()
}

/// A program that judges our files.
struct Judge: Sendable {
    static let promtool = Judge(program: "/usr/bin/promtool")
    static let amtool = Judge(program: "/usr/bin/amtool")
    static let systemd = Judge(program: "/usr/bin/systemd-analyze")
    static let compose = Judge(program: "/usr/bin/docker-compose")

    let program: String

    var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: program) }

    func judge(_ words: [String], environment: [String: String] = [:]) async throws -> ChildProcess.Ending {
        try await ChildProcess(program, words, environment: environment).ending()
    }
}
