import Foundation
import TestSupport
import Testing

/// Files of our own before judges that nobody here wrote: ffmpeg, libwebm, MKVToolNix, MediaInfo.
@Suite(
    .timeLimit(.minutes(5)), .enabled(if: WebMJudges.areThere, "a judge of WebM files is not installed"),
    .enabled(if: Needs.dictionary, "the Korean dictionary is not in data/packages"))
struct WebMFileTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    struct Wish: Sendable, CustomTestStringConvertible {
        let idea: String
        let options: [String]

        var testDescription: String { "\(idea) \(options.joined(separator: " "))" }
    }

    @Test(arguments: [
        Wish(idea: "눈 내리는 산타마을", options: ["--duration", "10"]),
        Wish(idea: "a dog runs, then sleeps", options: ["--aspect", "9:16", "--duration", "4"]),
        Wish(idea: "🐶🐱🎄", options: ["--width", "64", "--height", "66", "--duration", "1", "--fps", "12"]),
        Wish(idea: "파도", options: ["--width", "1920", "--height", "1080", "--duration", "2", "--fps", "60"]),
    ])
    func `a video is whole, can be sought in, and its pictures come along`(wish: Wish) async throws {
        let (video, picture) = (folder.file("a.webm"), folder.file("a.webp"))
        try await reprise(
            ["make", wish.idea, "-o", video, "--thumbnail", picture, "--contact-sheet", folder.file("a.jpg")]
                + wish.options)
        try await WebMJudges.judge(video)
        #expect(try Data(contentsOf: URL(filePath: picture)).prefix(4) == Data("RIFF".utf8))
        #expect(try Data(contentsOf: URL(filePath: folder.file("a.jpg"))).prefix(2) == Data([0xFF, 0xD8]))
    }

    @Test func `a film of two videos is whole as well`() async throws {
        let clips = ["a.webm", "b.webm"].map { folder.file($0) }
        for (clip, idea) in zip(clips, ["달리는 고양이", "비 오는 도시"]) {
            try await reprise(["make", idea, "-o", clip, "--duration", "2"])
        }
        let film = folder.file("film.webm")
        let said = try await reprise(["film"] + clips + ["-o", film])
        #expect(said.contains("2 of 2 clips without loss"))
        try await WebMJudges.judge(film)
    }

    @Test func `a clip that is none is named, with the exit code of wrong input`() async throws {
        let clip = folder.file("a.webm")
        try Data("no clip".utf8).write(to: URL(filePath: clip))
        let ending = try await ChildProcess(
            BuildProducts.folder.appending(path: "reprise").path,
            ["film", clip, "-o", folder.file("film.webm")]
        ).ending()
        #expect(ending.code == 2)
        #expect(ending.errors.contains("Clip 1"))
    }

    @discardableResult
    private func reprise(_ words: [String]) async throws -> String {
        let options = words.first == "film" ? [] : ["--data-dir", folder.file("data")]
        let ending = try await ChildProcess(
            BuildProducts.folder.appending(path: "reprise").path, words + options
        ).ending()
        try #require(ending.code == 0, "\(ending.errors)")
        return ending.errors
    }
}

/// Programs that read WebM.
enum WebMJudges {
    static let areThere = ["ffmpeg", "ffprobe", "webm_info", "mkvinfo", "mediainfo"].allSatisfy {
        FileManager.default.fileExists(atPath: "/usr/bin/" + $0)
    }

    /// Has a file judged: it decodes whole, begins with a key frame, has duration and cues.
    static func judge(_ path: String) async throws {
        let decoded = try await run(
            "ffmpeg", ["-nostdin", "-v", "error", "-xerror", "-i", path, "-f", "null", "-"])
        #expect(decoded.isEmpty)
        let blocks = try await run("webm_info", ["-i", path, "-all"])
        #expect(blocks.contains(/Doc ?Type\s*: webm/))
        #expect(blocks.firstMatch(of: /Block:.*?key:(\d)/)?.1 == "1")
        let tree = try await run("mkvinfo", ["--ui-language", "en_US", "-a", path])
        #expect(tree.contains("Cues"))
        #expect(!tree.contains("(MKVInfo) Error") && !tree.contains("Warning:"))
        let facts = try await run("mediainfo", ["--Output=JSON", path])
        #expect(facts.contains(/"Format"\s*:\s*"WebM"/))
        #expect(!facts.contains(/"IsTruncated"\s*:\s*"Yes"/))
        let length = try await run(
            "ffprobe", ["-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", path])
        #expect(Double(length.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0 > 0.9)
    }

    private static func run(_ name: String, _ words: [String]) async throws -> String {
        let ending = try await ChildProcess("/usr/bin/" + name, words).ending()
        #expect(ending.code == 0, "\(name): \(ending.errors)")
        return ending.output + ending.errors
    }
}
