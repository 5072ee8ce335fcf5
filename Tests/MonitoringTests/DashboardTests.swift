import Foundation
import TestSupport
import Testing

/// The rules of grafana/dashboard-linter, each under its name there.
@Suite(.timeLimit(.minutes(5)))
struct DashboardTests {
    private static let source = Dashboard.Source(type: "prometheus", uid: "${datasource}")
    /// Those units of Grafana that we use.
    private static let units: Set = [
        "short", "reqps", "percentunit", "s", "bytes", "Bps", "bool", "currencyUSD", "cps", "none",
    ]

    @Test func `every dashboard could be read, under a name of its own`() {
        let files = MonitoringFiles.names(in: "grafana/dashboards", ending: ".json")
        #expect(files.count >= 4 && Dashboard.all.count == files.count)
        #expect(Set(Dashboard.all.map(\.uid)).count == files.count)
        #expect(Set(Dashboard.all.map(\.title)).count == files.count)
    }

    @Test(arguments: Dashboard.all)
    func `template-datasource-rule, uneditable-dashboard-rule`(dashboard: Dashboard) {
        let sources = dashboard.templating.list.filter { $0.type == "datasource" }
        #expect(sources.map(\.name) == ["datasource"])
        #expect(sources.map(\.label) == ["Data source"])
        #expect(!dashboard.editable)
    }

    @Test(arguments: Dashboard.all, ["job", "instance"])
    func `template-job-rule, -instance-rule, -label-promql-rule, -on-time-change-reload-rule`(
        dashboard: Dashboard, name: String
    ) throws {
        let variable = try #require(dashboard.templating.list.first { $0.name == name })
        #expect(variable.label == name.prefix(1).uppercased() + name.dropFirst())
        #expect(variable.type == "query" && variable.datasource == Self.source)
        #expect(variable.multi && variable.allValue == ".+" && variable.refresh == 2)
        #expect(variable.definition?.contains(/^label_values\(\w+(\{[^}]*\})?, \w+\)$/) == true)
    }

    @Test(arguments: Dashboard.all)
    func `panel-datasource-rule, panel-title-description-rule, panel-units-rule, panel-no-targets-rule`(
        dashboard: Dashboard
    ) throws {
        #expect(Set(dashboard.panels.map(\.id)).count == dashboard.panels.count)
        for panel in dashboard.charts {
            #expect(panel.datasource == Self.source, "\(panel.title ?? "")")
            #expect(panel.title?.isEmpty == false)
            #expect(panel.description?.isEmpty == false, "\(panel.title ?? "")")
            #expect(Self.units.contains(panel.fieldConfig?.defaults.unit ?? ""), "\(panel.title ?? "")")
            let targets = try #require(panel.targets, "\(panel.title ?? "")")
            #expect(!targets.isEmpty && targets.allSatisfy { $0.datasource == Self.source })
        }
    }

    @Test(arguments: Dashboard.all)
    func `target-rate-interval-rule, target-job-rule, target-instance-rule, target-counter-agg-rule`(
        dashboard: Dashboard
    ) {
        for target in dashboard.charts.flatMap({ $0.targets ?? [] }) {
            let ranges = target.expr.matches(of: /\[([^\]]*)\]/).map { $0.output.1 }
            #expect(ranges.allSatisfy { $0 == "$__rate_interval" }, "\(target.expr)")
            let metrics = target.expr.matches(of: /\b(?:up|(?:reprise|process)_\w+)(\{[^}]*)?/)
            #expect(!metrics.isEmpty)
            for metric in metrics {
                let matchers = metric.output.1 ?? ""
                #expect(matchers.contains("job=~\"$job\""), "\(target.expr)")
                #expect(matchers.contains("instance=~\"$instance\""), "\(target.expr)")
            }
            let counters = target.expr.matches(of: /(\w*\(?)\b\w+_(?:total|bucket|sum|count)\{/)
            #expect(
                counters.allSatisfy { $0.output.1.contains(/^(rate|irate|increase)\($/) }, "\(target.expr)")
        }
    }

    @Test(arguments: Dashboard.all)
    func `queries ask for metrics that there are`(dashboard: Dashboard) throws {
        let known = try MonitoringFiles.metrics()
        for query in dashboard.queries {
            #expect(MonitoringFiles.metrics(in: query).subtracting(known).isEmpty, "\(query)")
        }
    }

    @Test(.enabled(if: Judge.promtool.isInstalled, "install the package prometheus to run"))
    func `target-promql-rule`() async throws {
        let folder = try TemporaryFolder()
        let rules = Dashboard.all.flatMap(\.queries).enumerated().map {
            "  - record: query:number\($0.offset)\n    expr: '\($0.element.replacing("'", with: "''"))'\n"
        }
        try ("groups:\n- name: queries\n  rules:\n" + rules.joined())
            .write(toFile: folder.file("queries.yml"), atomically: true, encoding: .utf8)
        let verdict = try await Judge.promtool.judge(["check", "rules", folder.file("queries.yml")])
        #expect(verdict.code == 0, "\(verdict.output)\(verdict.errors)")
        #expect(verdict.output.contains("\(rules.count) rules found"))
    }
}
