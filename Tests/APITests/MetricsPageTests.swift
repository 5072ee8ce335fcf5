import Foundation
import Domain
import LanguageModel
import MongoStore
import SQLiteStore
import StoreBridge
import Studio
import Telemetry
import TestSupport
import Testing
import Tracing

@Suite(.timeLimit(.minutes(5)))
struct MetricsPageTests {
    /// `UPDATE_GOLDEN=1` writes the table anew.
    @Test func `docs/metrics.md describes every metric that is declared, and no other`() async throws {
        try await TestAPI.run { api in
            api.registry.declareProcessMetrics()
            api.registry.declareDisk(of: "/")
            api.registry.declareBuildInformation(version: "0", swift: "6", revision: "0")
            _ = LanguageModelMetrics(api.registry)
            VideoMetrics.show([], in: api.registry)
            CacheMetrics(api.registry).follow(
                memory: { CacheStatistics() }, redis: { (CacheStatistics(), false) }, in: api.registry)
            _ = MongoMetrics(api.registry)
            SQLiteStore.declareMetrics(on: api.registry)
            TraceExporter.declareMetrics(on: api.registry)
            api.registry.declareReloads()
            BridgeMetrics.declare(
                on: api.registry, isAway: { false }, backlog: { JournalBacklog() }, limit: 0,
                rejected: { 0 }, now: { Timestamp(milliseconds: 0) })
            let file = BuildProducts.package.appending(path: "docs/metrics.md")
            let page = try String(contentsOf: file, encoding: .utf8)
            let (head, table) = split(page)
            if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
                try (head + api.registry.reference + "\n").write(to: file, atomically: true, encoding: .utf8)
            } else {
                #expect(table == api.registry.reference + "\n")
            }
        }
    }

    /// What stands before the table, and the table.
    private func split(_ page: String) -> (head: String, table: String) {
        guard let start = page.range(of: "| metric |") else { return (page, "") }
        return (String(page[..<start.lowerBound]), String(page[start.lowerBound...]))
    }
}
