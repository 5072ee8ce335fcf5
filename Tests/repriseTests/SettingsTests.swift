import Foundation
import TestSupport
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

    @Test func `a settings file holds until a variable or an option says otherwise`() throws {
        let folder = try TestSupport.TemporaryFolder()
        try "# Ours\n\nREPRISE_PORT=1000\nREPRISE_HOST=::1\n REPRISE_DATA_DIR = kept as it is \n"
            .write(toFile: folder.file("env"), atomically: true, encoding: .utf8)
        let settings = try? Settings(environment: [:], options: ["config": folder.file("env")])
        #expect(settings == nil, "A name with a blank behind it is no setting")
        try "# Ours\n\nREPRISE_PORT=1000\nREPRISE_HOST=::1\nREPRISE_DATA_DIR=a=b\n"
            .write(toFile: folder.file("env"), atomically: true, encoding: .utf8)
        let read = try Settings(
            environment: ["REPRISE_CONFIG": folder.file("env"), "REPRISE_HOST": "127.0.0.2"],
            options: ["port": "2000"])
        #expect(read.port == 2000 && read.host == "127.0.0.2" && read.dataFolder == "a=b")
    }

    @Test(arguments: [
        "REPRISE_PROT=1", "PORT=1", "REPRISE_PORT", "REPRISE_PORT=seven", "REPRISE_CONFIG=/other",
        "REPRISE_PORT=1\nREPRISE_PORT=2",
    ])
    func `a line of the settings file that is no setting is refused with its place`(line: String) throws {
        let folder = try TestSupport.TemporaryFolder()
        try line.write(toFile: folder.file("env"), atomically: true, encoding: .utf8)
        let error = #expect(throws: SettingsError.self) {
            try Settings(environment: [:], options: ["config": folder.file("env")])
        }
        #expect(error?.problems.count == 1)
    }

    @Test func `a secret can lie in a file, and only there or in the variable`() throws {
        let folder = try TestSupport.TemporaryFolder()
        try "s3cret\n".write(toFile: folder.file("key"), atomically: true, encoding: .utf8)
        let variables = ["REPRISE_LLM_KEY_FILE": folder.file("key")]
        #expect(try Settings(environment: variables, options: [:]).secrets.contains("s3cret"))
        for other in [
            ["REPRISE_LLM_KEY": "x"], ["REPRISE_LLM_KEY_FILE": "/nowhere"], ["REPRISE_PORT_FILE": "/"],
        ] {
            #expect(throws: SettingsError.self) {
                try Settings(environment: variables.merging(other) { $1 }, options: [:])
            }
        }
    }

    @Test func `config says where each value comes from, and shows no secret`() throws {
        let folder = try TestSupport.TemporaryFolder()
        try "REPRISE_PORT=1000\nREPRISE_CACHE_BYTES=5".write(
            toFile: folder.file("env"), atomically: true, encoding: .utf8)
        let lines = ConfigCommand.lines(
            from: SettingSources(
                environment: ["REPRISE_LLM_KEY": "s3cret", "REPRISE_CACHE_BYTES": "7"],
                options: ["config": folder.file("env"), "host": "::1"]))
        func line(_ name: String) -> String? {
            lines.first { $0.name == name }.map { "\($0.value) from \($0.origin)" }
        }
        #expect(lines.map(\.name) == Setting.all.map(\.option))
        #expect(line("port") == "1000 from REPRISE_PORT in \(folder.file("env")):1")
        #expect(line("cache-bytes") == "7 from REPRISE_CACHE_BYTES")
        #expect(line("host") == "::1 from --host")
        #expect(line("llm-key") == "(hidden) from REPRISE_LLM_KEY")
        #expect(line("log-level") == "info from default")
    }

    @Test(arguments: [("0.0.0.0", "127.0.0.1"), ("::", "[::1]"), ("127.0.0.1", "127.0.0.1")])
    func `health asks where the service listens`(host: String, asked: String) {
        var settings = Settings()
        (settings.host, settings.port) = (host, 99)
        #expect(HealthCommand.url(of: settings) == "http://\(asked):99/readyz")
    }
}
