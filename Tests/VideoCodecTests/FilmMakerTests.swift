import Foundation
import TestSupport
import Testing
import VideoCodec

@Suite(.timeLimit(.minutes(5)), .enabled(if: FFmpeg.isThere, "ffmpeg is not installed"))
struct FilmMakerTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test(arguments: [["-c:v", "libvpx", "-b:v", "1M"], ["-c:v", "libvpx-vp9", "-cpu-used", "8"]])
    func `clips that match are joined without loss`(options: [String]) async throws {
        let clips = try await ["a.webm", "b.webm", "c.webm"].enumerated().asyncMap { index, name in
            let path = folder.file(name)
            try await FFmpeg.clip(path, seconds: 1 + Double(index) / 5, options: options)
            return path
        }
        let film = try FilmMaker.join(clips, to: folder.file("film.webm"), title: "three")
        #expect(film.copied == 3)
        #expect(abs(film.seconds - 3.6) < 0.01)
        var expected = Data()
        for clip in clips { expected += try await FFmpeg.pictures(of: clip, scale: "iw:ih") }
        let pictures = try await FFmpeg.pictures(of: folder.file("film.webm"), scale: "iw:ih")
        #expect(pictures == expected)
        #expect(abs(try ClipReader.facts(of: folder.file("film.webm")).duration - 3.6) < 0.05)
    }

    @Test func `a clip that differs is encoded again and the others are copied`() async throws {
        let paths = ["a.webm", "b.mp4", "c.webm"].map { folder.file($0) }
        let vp8 = ["-c:v", "libvpx", "-b:v", "1M"]
        try await FFmpeg.clip(paths[0], options: vp8)
        try await FFmpeg.clip(
            paths[1], size: "200x100", rate: "50", options: ["-c:v", "libx264", "-pix_fmt", "yuv420p"])
        try await FFmpeg.clip(paths[2], options: vp8)
        let film = try FilmMaker.join(paths, to: folder.file("film.webm"), title: "mixed")
        #expect(film.copied == 2)
        let video = try DecodedVideo(path: folder.file("film.webm"))
        #expect((video.width, video.height) == (160, 120))
        #expect(video.frameCount == 75)
        #expect(abs(video.duration - 3) < 0.01)
    }

    @Test func `sound that matches is kept, and what does not match is said to be lost`() async throws {
        let paths = ["a.webm", "b.webm", "c.webm"].map { folder.file($0) }
        for (index, path) in paths.enumerated() {
            try await FFmpeg.run([
                "-f", "lavfi", "-i", "testsrc2=size=96x64:rate=25:duration=1", "-f", "lavfi", "-i",
                "sine=frequency=\(300 * (index + 1)):duration=1", "-c:v", "libvpx", "-b:v", "200k", "-c:a",
                index < 2 ? "libopus" : "libvorbis", "-shortest", path,
            ])
        }
        let film = try FilmMaker.join(Array(paths[..<2]), to: folder.file("film.webm"), title: "")
        #expect(!film.lostSound)
        let facts = try ClipReader.facts(of: folder.file("film.webm"))
        #expect(facts.sound == "opus")
        #expect(abs(facts.duration - 2) < 0.1)
        #expect(try FilmMaker.join(paths, to: folder.file("mute.webm"), title: "").lostSound)
        #expect(try ClipReader.facts(of: folder.file("mute.webm")).sound == nil)
    }

    @Test func `a damaged clip is named and leaves no film`() async throws {
        let (good, bad) = (folder.file("a.webm"), folder.file("b.webm"))
        try await FFmpeg.clip(good, seconds: 4, options: ["-c:v", "libvpx", "-b:v", "1M"])
        let whole = try Data(contentsOf: URL(filePath: good))
        try whole.prefix(whole.count / 3).write(to: URL(filePath: bad))
        let error = #expect(throws: VideoCodecError.self) {
            try FilmMaker.join([good, bad], to: folder.file("film.webm"), title: "")
        }
        #expect(error?.code == .damaged)
        #expect(error?.message.contains("Clip 2") == true)
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(!left.contains { $0.hasPrefix("film") })
    }

    @Test func `no clips make no film`() {
        let error = #expect(throws: VideoCodecError.self) {
            try FilmMaker.join([], to: folder.file("film.webm"), title: "")
        }
        #expect(error?.code == .unsupported)
    }
}

extension Sequence {
    fileprivate func asyncMap<Value>(_ body: (Element) async throws -> Value) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await body(element)) }
        return values
    }
}
