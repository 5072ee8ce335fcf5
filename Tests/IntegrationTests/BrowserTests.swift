import Foundation
import TestSupport
import Testing

/// What a person does on the page, in a real browser.
@Suite(.timeLimit(.minutes(5)), .enabled(if: Needs.browser, "Chromium or Playwright is not installed"))
struct BrowserTests {
    @Test(.enabled(if: Needs.dictionary, "the Korean dictionary is not in data/packages"))
    func `a person goes the whole way on the page`() async throws { try await walk("whole_way.py") }

    @Test(.enabled(if: Needs.dictionary, "the Korean dictionary is not in data/packages"))
    func `every room is whole in both languages and themes`() async throws { try await walk("rooms.py") }

    /// Runs a walk of `Browser/` against a service of its own.
    private func walk(_ script: String) async throws {
        let service = try await RunningService(in: try TemporaryFolder())
        let path = BuildProducts.package.appending(path: "Tests/IntegrationTests/Browser/\(script)").path
        let ending = try await ChildProcess(
            Needs.browserPython, [path, service.url.absoluteString + "/"]
        ).ending()
        #expect(ending.code == 0, "\(ending.output)\(ending.errors)")
    }
}
