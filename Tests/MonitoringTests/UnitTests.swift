import Foundation
import TestSupport
import Testing

/// `systemd/reprise.service`, as systemd itself judges it.
@Suite(
    .timeLimit(.minutes(5)),
    .enabled(if: Judge.systemd.isInstalled, "needs systemd-analyze, which comes with systemd"))
struct UnitTests {
    private let unit = BuildProducts.package.appending(path: "systemd/reprise.service").path

    @Test func `systemd finds nothing wrong but that the program is not installed here`() async throws {
        let verdict = try await Judge.systemd.judge(["verify", unit])
        let lines = (verdict.output + verdict.errors).split(separator: "\n")
        let others = lines.filter { !$0.contains("/opt/reprise/bin/reprise is not executable") }
        #expect(others.filter { $0.contains("reprise") }.isEmpty, "\(lines)")
    }

    @Test func `little is left that the service may do`() async throws {
        // In tenths: 0 is nothing at all, 96 an ordinary service.
        let verdict = try await Judge.systemd.judge(["security", "--offline=true", "--threshold=20", unit])
        #expect(verdict.code == 0, "\(verdict.output.suffix(200))")
    }

    @Test func `it stops later than the service needs to answer what is in flight`() throws {
        let text = try String(contentsOfFile: unit, encoding: .utf8)
        let example = try String(
            contentsOf: BuildProducts.package.appending(path: ".env.example"), encoding: .utf8)
        let unitSeconds = text.firstMatch(of: /TimeoutStopSec=(\d+)/).flatMap { Int($0.output.1) }
        let ourSeconds = example.firstMatch(of: /REPRISE_STOP_SECONDS=(\d+)/).flatMap { Int($0.output.1) }
        #expect(try #require(unitSeconds) > #require(ourSeconds))
    }
}
