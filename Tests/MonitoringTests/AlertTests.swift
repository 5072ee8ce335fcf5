import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct AlertTests {
    @Test(.enabled(if: Judge.promtool.isInstalled, "install the package prometheus to run"))
    func `promtool finds the configuration and all rules valid`() async throws {
        let file = MonitoringFiles.folder.appending(path: "prometheus.yml").path
        let verdict = try await Judge.promtool.judge(["check", "config", file])
        #expect(verdict.code == 0, "\(verdict.output)\(verdict.errors)")
        #expect(verdict.output.contains("\(Alert.all.count) rules found"))
    }

    @Test(
        .enabled(if: Judge.promtool.isInstalled, "install the package prometheus to run"),
        arguments: MonitoringFiles.names(in: "tests", ending: ".yml"))
    func `alerts fire when they should, and are silent when they should be`(file: String) async throws {
        let path = MonitoringFiles.folder.appending(path: "tests/\(file)").path
        let verdict = try await Judge.promtool.judge(["test", "rules", path])
        #expect(verdict.code == 0, "\(verdict.output)\(verdict.errors)")
    }

    @Test(.enabled(if: Judge.amtool.isInstalled, "install the package prometheus-alertmanager to run"))
    func `amtool finds the Alertmanager's configuration valid`() async throws {
        let file = MonitoringFiles.folder.appending(path: "alertmanager.yml").path
        let verdict = try await Judge.amtool.judge(["check-config", file])
        #expect(verdict.code == 0, "\(verdict.output)\(verdict.errors)")
    }

    @Test(arguments: Alert.all)
    func `each alert is tested, firing and silent`(alert: Alert) throws {
        let files = MonitoringFiles.names(in: "tests", ending: ".yml")
        let text = try files.map { try MonitoringFiles.text("tests/\($0)") }.joined()
        #expect(text.contains("- name: '\(alert.name) fires: "))
        #expect(text.contains("- name: '\(alert.name) is silent: "))
    }

    @Test func `tests name no alert that there is not`() throws {
        let files = MonitoringFiles.names(in: "tests", ending: ".yml")
        #expect(!files.isEmpty)
        let text = try files.map { try MonitoringFiles.text("tests/\($0)") }.joined()
        let tested = Set(text.matches(of: /alertname: (\w+)/).map { String($0.output.1) })
        #expect(tested == Set(Alert.all.map(\.name)))
    }

    @Test(arguments: Alert.all)
    func `each alert says what it means in two languages and leads to its page`(alert: Alert) throws {
        #expect(["page", "ticket"].contains(alert.value("severity")))
        #expect(alert.value("summary")?.isEmpty == false)
        #expect(alert.value("summary_ko")?.contains(/[가-힣]/) == true)
        let runbook = try #require(alert.value("runbook"))
        #expect(runbook == "docs/runbooks/\(alert.name).md")
        let page = try String(contentsOf: BuildProducts.package.appending(path: runbook), encoding: .utf8)
        #expect(page.hasPrefix("# \(alert.name)\n\n`\(alert.value("severity") ?? "")`. "))
        for heading in ["## Look", "## Mend", "## 한국어"] { #expect(page.contains("\n\(heading)\n")) }
        let index = try String(
            contentsOf: MonitoringFiles.docs.appending(path: "runbooks/README.md"), encoding: .utf8)
        #expect(index.contains("[\(alert.name)](\(alert.name).md)"))
    }

    @Test(arguments: ["rules/alerts.yml", "rules/recording.yml"])
    func `rules ask for metrics that there are`(file: String) throws {
        let recorded = try MonitoringFiles.text("rules/recording.yml").matches(of: /record: (\S+)/)
        let known = try MonitoringFiles.metrics().union(recorded.map { String($0.output.1) })
        let text = try MonitoringFiles.text(file).split(separator: "\n")
        let expressions = text.filter { !$0.contains(/^ *(#|- name|summary|runbook|- record|- alert)/) }
        let asked = MonitoringFiles.metrics(in: expressions.joined(separator: "\n"))
        #expect(asked.count > 5)
        #expect(asked.subtracting(known).isEmpty)
    }
}
