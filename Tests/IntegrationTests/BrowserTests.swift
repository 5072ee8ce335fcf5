import Foundation
import TestSupport
import Testing

/// What a person does on the page, in a real browser.
@Suite(.timeLimit(.minutes(5)), .enabled(if: Needs.browser, "Chromium or Playwright is not installed"))
struct BrowserTests {
    @Test(.enabled(if: Needs.dictionary, "the Korean dictionary is not in data/packages"))
    func `a person goes the whole way on the page`() async throws {
        let service = try await RunningService(in: try TemporaryFolder())
        let walk = try ChildProcess(
            Needs.browserPython,
            [
                BuildProducts.package.appending(path: "Tests/IntegrationTests/Browser/whole_way.py").path,
                service.url.absoluteString + "/",
            ])
        let ending = await walk.ending()
        #expect(ending.code == 0, "\(ending.output)\(ending.errors)")
    }
}
