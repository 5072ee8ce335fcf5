import Foundation
import TestSupport
import Testing

/// The commands as a person types them.
@Suite(.timeLimit(.minutes(5)))
struct ShellTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func reprise(_ words: [String], environment: [String: String] = [:]) async throws
        -> ChildProcess.Ending
    {
        var variables = ["REPRISE_DATA_DIR": folder.file("var")]
        variables.merge(environment) { $1 }
        return try await ChildProcess(
            BuildProducts.program("reprise"), words, environment: variables
        ).ending()
    }

    @Test(.enabled(if: Needs.dictionary, "the Korean dictionary is not in data/packages"))
    func `make goes the whole way in one go`() async throws {
        let output = folder.file("santa.webm")
        let made = try await reprise(
            ["make", "눈 내리는 산타마을", "-o", output, "--duration", "1", "--width", "320", "--height", "180"])
        #expect(made.code == 0, "\(made.errors)")
        #expect(made.output.contains("snow"))
        #expect(made.errors.contains("video 100 %"))
        try await VideoFacts.check(
            try Data(contentsOf: URL(filePath: output)), width: 320, height: 180, seconds: 1)
        let recommended = try await reprise(["recommend", "눈 오는 산타 마을", "--json"])
        #expect(recommended.output.contains("눈 내리는 산타마을"))
    }

    @Test func `render makes the video of a prompt in the history`() async throws {
        _ = try await reprise(["prompt", "A cat playing piano"])
        let found = try await reprise(["recommend", "A cat playing piano", "--json"])
        let items = try JSONSerialization.jsonObject(with: Data(found.output.utf8)) as? [[String: Any]]
        let id = try #require(items?.first?["prompt"] as? String)
        let output = folder.file("cat.webm")
        let rendered = try await reprise(
            ["render", id, "-o", output, "--duration", "1", "--width", "64", "--height", "64"])
        #expect(rendered.code == 0, "\(rendered.errors)")
        #expect(FileManager.default.fileExists(atPath: output))
    }

    @Test func `diff shows words on a pipe without colours`() async throws {
        let shown = try await reprise(["diff", "--text", "a bright cat", "a golden cat"])
        #expect(shown.output == "a [-bright-]{+golden+} cat\n")
        let data = try await reprise(["diff", "--text", "--json", "강아지가", "강아지를"])
        #expect(data.output.contains("\"oldText\" : \"가\""))
    }

    @Test(arguments: [
        ["serve"], ["make"], ["prompt"], ["diff"], ["recommend"], ["render"], ["doctor"], ["bench"],
        ["config"],
    ])
    func `every command explains itself`(words: [String]) async throws {
        let help = try await reprise(words + ["--help"])
        #expect(help.code == 0)
        #expect(help.output.contains("Usage: reprise \(words[0])"))
    }

    static let wrongUses: [[String]] = [
        [], ["frobnicate"], ["prompt"], ["prompt", ""], ["prompt", " \u{3000}"],
        ["prompt", "고양이", "--model", "x"],
        ["prompt", "cat", "--duration", "-1"], ["prompt", "cat", "--nonsense"], ["make", "cat"],
        ["make", "cat", "-o", "/nowhere/cat.webm"], ["make", "cat", "-o", "cat.webm", "--fps", "1000"],
        ["render", "not-an-id", "-o", "a.webm"], ["render", "01ARZ3NDEKTSV4RRFFQ69G5FAV", "-o", "a.webm"],
        ["diff", "/nowhere/a", "/nowhere/b"], ["serve", "--port", "99999"], ["serve", "--host", "0.0.0.0"],
        ["recommend", "cat", "--limit", "0"],
    ]

    @Test(arguments: wrongUses)
    func `wrong usage is told in one line with code 2`(words: [String]) async throws {
        let ending = try await reprise(words)
        #expect(ending.code == 2)
        if !words.isEmpty {
            #expect(ending.errors.hasPrefix("reprise: "))
            #expect(ending.errors.split(separator: "\n").count == 1)
        }
    }

    @Test func `an unknown setting is refused by its name`() async throws {
        let ending = try await reprise(["doctor"], environment: ["REPRISE_PROT": "1"])
        #expect(ending.code == 2)
        #expect(ending.errors.contains("REPRISE_PROT is not a setting"))
    }
}
