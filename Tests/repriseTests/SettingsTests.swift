import Foundation
import Testing

@testable import reprise

@Suite struct SettingsTests {
    @Test func `without anything said, every setting has its default`() throws {
        #expect(try Settings(environment: ["HOME": "/"], options: [:]) == Settings())
    }

    @Test(arguments: Setting.all.map(\.option))
    func `the documented default is the real one`(option: String) throws {
        let setting = try #require(Setting.all.first { $0.option == option })
        var settings = Settings()
        try setting.apply(setting.standard, &settings)
        #expect(settings == Settings())
    }

    @Test func `an option wins over a variable`() throws {
        let settings = try Settings(environment: ["REPRISE_PORT": "1000"], options: ["port": "2000"])
        #expect(settings.port == 2000)
    }

    @Test func `every problem is told at once`() {
        let error = #expect(throws: SettingsError.self) {
            try Settings(
                environment: ["REPRISE_PORT": "seven", "REPRISE_PROT": "1", "REPRISE_LOG_LEVEL": "loud"],
                options: ["render-workers": "0"])
        }
        #expect(error?.problems.count == 4)
        #expect(error?.description.contains("REPRISE_PROT is not a setting") == true)
        #expect(error?.description.contains("--render-workers is out of range") == true)
    }

    @Test(arguments: [("port", "-1"), ("port", "65536"), ("cache-seconds", "0"), ("trust-network", "maybe")])
    func `a value that does not fit is refused`(option: String, value: String) {
        #expect(throws: SettingsError.self) { try Settings(environment: [:], options: [option: value]) }
    }

    @Test func `the example file names every setting`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let example = try String(contentsOf: root.appending(path: ".env.example"), encoding: .utf8)
        #expect(example == Settings.example)
    }
}
