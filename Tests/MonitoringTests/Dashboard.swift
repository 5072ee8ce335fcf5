import Foundation
import Testing

/// A dashboard of Grafana, as far as the linter's rules look at it.
struct Dashboard: Sendable, Decodable, CustomTestStringConvertible {
    struct Source: Sendable, Decodable, Equatable {
        let type: String
        let uid: String
    }

    struct Target: Sendable, Decodable {
        let datasource: Source
        let expr: String
    }

    struct Defaults: Sendable, Decodable { let unit: String? }

    struct Configuration: Sendable, Decodable { let defaults: Defaults }

    struct Panel: Sendable, Decodable {
        let id: Int
        let type: String
        let title: String?
        let description: String?
        let datasource: Source?
        let targets: [Target]?
        let fieldConfig: Configuration?
    }

    struct Variable: Sendable, Decodable {
        let name: String
        let label: String
        let type: String
        let datasource: Source?
        let multi: Bool
        let allValue: String?
        let refresh: Int
        let definition: String?
    }

    struct Templating: Sendable, Decodable { let list: [Variable] }

    let uid: String
    let title: String
    let editable: Bool
    let templating: Templating
    let panels: [Panel]

    var testDescription: String { title }

    /// Panels that show something.
    var charts: [Panel] { panels.filter { $0.type != "row" } }

    /// Every query with its variables filled in, as Prometheus gets it.
    var queries: [String] {
        charts.flatMap { $0.targets ?? [] }.map {
            $0.expr.replacing("$__rate_interval", with: "1m").replacing("$job", with: ".+")
                .replacing("$instance", with: ".+")
        }
    }

    static let all: [Dashboard] = MonitoringFiles.names(in: "grafana/dashboards", ending: ".json").compactMap
    {
        let data = FileManager.default.contents(
            atPath: MonitoringFiles.folder.appending(path: "grafana/dashboards/\($0)").path)
        return data.flatMap { try? JSONDecoder().decode(Dashboard.self, from: $0) }
    }
}
