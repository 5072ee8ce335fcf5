import Foundation
import TestSupport
import Testing

/// The commands as a person types them.
@Suite(.timeLimit(.minutes(5)))
struct ShellTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func reprise(_ words: [String], environment: [String: String] = [:], input: String = "")
        async throws -> ChildProcess.Ending
    {
        var variables = ["REPRISE_DATA_DIR": folder.file("var")]
        variables.merge(environment) { $1 }
        return try await ChildProcess(
            BuildProducts.program("reprise"), words, environment: variables, input: input
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

    @Test func `what a killed process left in shared memory is no word to the person`() async throws {
        let script = """
            (touch /dev/shm/mongoc-$BASHPID; exec "$0" version) & wait $!
            code=$?; rm -f /dev/shm/mongoc-$!; exit $code
            """
        let shown = try await ChildProcess("/bin/bash", ["-c", script, BuildProducts.program("reprise")])
            .ending()
        #expect(shown.code == 0)
        #expect(shown.errors.isEmpty)
    }

    @Test func `diff shows words on a pipe without colours`() async throws {
        let shown = try await reprise(["diff", "--text", "a bright cat", "a golden cat"])
        #expect(shown.output == "a [-bright-]{+golden+} cat\n")
        let data = try await reprise(["diff", "--text", "--json", "강아지가", "강아지를"])
        #expect(data.output.contains("\"oldText\" : \"가\""))
    }

    private func file(_ name: String, _ text: String) throws -> String {
        try Data(text.utf8).write(to: URL(filePath: folder.file(name)))
        return folder.file(name)
    }

    @Test func `diff, apply and patch work in pipes`() async throws {
        let (old, new) = (try file("old", "강아지가\r\n뛴다\n"), try file("new", "강아지를\r\n본다"))
        let diff = try await reprise(["diff", old, new, "--json"]).output
        let there = try await reprise(["apply", "-", old], input: diff)
        #expect(there.code == 0 && there.output.utf8.elementsEqual("강아지를\r\n본다".utf8))
        let back = try await reprise(["apply", "--invert", "-", new], input: diff)
        #expect(back.code == 0 && back.output.utf8.elementsEqual("강아지가\r\n뛴다\n".utf8))
        let lines = try await reprise(
            ["diff", "--jsonl"],
            input: #"{"id":"1","old":"a","new":"b"}"# + "\n" + #"{"id":"2","old":"a"}"# + "\n")
        #expect(lines.code == 2)
        let answers = lines.output.split(separator: "\n")
        #expect(answers.count == 2 && answers[0].contains(#""id":"1""#) && answers[1].contains("line 2"))
        let document = try file("document.json", #"{"a":1,"b":2}"#)
        let patched = try await reprise(
            ["patch", document, "-"],
            input: #"[{"op":"test","path":"/a","value":1},{"op":"remove","path":"/a"}]"#)
        #expect(patched.code == 0 && patched.output.filter { !$0.isWhitespace } == #"{"b":2}"#)
        let merged = try await reprise(["patch", document, "-", "--merge"], input: #"{"b":null,"c":3}"#)
        #expect(merged.output.filter { !$0.isWhitespace } == #"{"a":1,"c":3}"#)
        let beside = try await reprise(["diff", "--text", "--side-by-side", "a\nb", "a\nc"])
        #expect(beside.output.contains("| {+c+}"))
    }

    static let badDiffs: [(String, String)] = [
        (#"{"format":3}"#, "format 3"), ("{", "at byte 1"), (#"{"format":2,"x":"\ud800"}"#, "surrogate"),
        (document(start: 0, "c", "b"), "expects “c” and finds “a”"),
        (document(start: 7, "a", "b"), "beyond the text"),
        (document(start: 0, "a", "b", times: 2), "starts before"),
    ]

    /// A diff of a text of one byte.
    private static func document(start: Int, _ old: String, _ new: String, times: Int = 1) -> String {
        let extent = { (count: Int) in #"{"utf8":\#(count),"utf16":\#(count),"graphemes":\#(count)}"# }
        let span = #"{"start":\#(extent(start)),"length":\#(extent(1))}"#
        let operation =
            #"{"kind":"replace","old":\#(span),"new":\#(span),"oldText":"\#(old)","newText":"\#(new)"}"#
        let operations = Array(repeating: operation, count: times).joined(separator: ",")
        return
            #"{"format":2,"oldLength":\#(extent(1)),"newLength":\#(extent(1)),"isCoarse":false,"moves":[],"#
            + #""operations":[\#(operations)]}"#
    }

    @Test(arguments: badDiffs)
    func `a diff that does not fit is refused in one line, and nothing is printed`(
        diff: String, reason: String
    )
        async throws
    {
        let ending = try await reprise(["apply", "-", file("text", "a")], input: diff)
        #expect(ending.code == 2 && ending.output.isEmpty)
        #expect(
            ending.errors.contains(reason) && ending.errors.split(separator: "\n").count == 1,
            "\(ending.errors)")
    }

    @Test func `a diff of a hundred megabytes and a patch of ten thousand operations are refused`()
        async throws
    {
        let large = try file("large.json", String(repeating: " ", count: 100_000_000))
        let tooLong = try await reprise(["apply", large, file("text", "a")])
        #expect(tooLong.code == 2 && tooLong.errors.contains("at most 64 MiB"), "\(tooLong.errors)")
        let operations = Array(repeating: #"{"op":"test","path":"","value":1}"#, count: 10_000)
        let tooMany = try await reprise(
            ["patch", file("one.json", "1"), file("patch.json", "[\(operations.joined(separator: ","))]")])
        #expect(tooMany.code == 2 && tooMany.errors.contains("10000 operations"), "\(tooMany.errors)")
        let astray = try await reprise(
            ["patch", file("one.json", "{}"), "-"], input: #"[{"op":"remove","path":"/../etc"}]"#)
        #expect(astray.code == 2 && astray.errors.contains("nothing is at"), "\(astray.errors)")
    }

    @Test(arguments: [
        ["serve"], ["make"], ["prompt"], ["diff"], ["recommend"], ["render"], ["doctor"], ["bench"],
        ["config"], ["health"],
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
