import Foundation
import TestSupport
import Testing
import VideoCodec

@Suite(.timeLimit(.minutes(5)), .enabled(if: FFmpeg.isThere, "ffmpeg is not installed"))
struct ClipReaderTests {
    struct Clip: Sendable, CustomTestStringConvertible {
        let name: String
        let options: [String]
        var size = "160x120"
        /// The colours that ffmpeg is told to take the clip for, when the clip says nothing.
        var scale = "iw:ih"

        var testDescription: String { "\(name) \(options.joined(separator: " "))" }
    }

    private static let h264 = ["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"]
    private static func tags(_ space: String, _ range: String) -> [String] {
        [
            "-vf", "scale=out_color_matrix=\(space):out_range=\(range)", "-colorspace",
            space == "bt601" ? "smpte170m" : space, "-color_range", range,
        ]
    }

    static let clips = [
        Clip(name: "a.mp4", options: h264 + tags("bt709", "tv")),
        Clip(name: "a.mp4", options: h264 + tags("bt601", "tv")),
        Clip(name: "a.mp4", options: h264 + tags("bt709", "pc")),
        Clip(name: "a.mp4", options: h264 + tags("bt601", "pc")),
        Clip(
            name: "a.mp4", options: ["-c:v", "libx264", "-pix_fmt", "yuv444p"] + tags("bt709", "tv")),
        Clip(
            name: "a.mp4",
            options: ["-c:v", "libx265", "-x265-params", "log-level=none", "-pix_fmt", "yuv420p10le"]
                + tags("bt709", "tv")),
        Clip(name: "a.webm", options: ["-c:v", "libvpx-vp9", "-cpu-used", "8"] + tags("bt709", "tv")),
        Clip(name: "a.mp4", options: ["-c:v", "libaom-av1", "-cpu-used", "8"] + tags("bt709", "tv")),
        Clip(name: "a.webm", options: ["-c:v", "libvpx", "-b:v", "1M"]),
        Clip(name: "odd.webm", options: ["-c:v", "libvpx", "-b:v", "1M"], size: "161x121", scale: "160:120"),
        // Nothing is said: HD is BT.709, as players take it.
        Clip(
            name: "hd.mp4", options: h264, size: "1280x720", scale: "160:90:in_color_matrix=bt709"),
    ]

    @Test(arguments: clips)
    func `pictures are those of ffmpeg's own conversion`(clip: Clip) async throws {
        let folder = try TemporaryFolder()
        let path = folder.file(clip.name)
        try await FFmpeg.clip(path, size: clip.size, seconds: 0.4, options: clip.options)
        let expected = try await FFmpeg.pictures(of: path, scale: clip.scale)
        let height = clip.size == "1280x720" ? 90 : 120
        let format = try FrameFormat(width: 160, height: height, framesPerSecond: 25)
        var seen = Data()
        let count = try ClipReader.read(path, as: format) { seen.append(contentsOf: $0) }
        #expect(count == 10)
        try #require(seen.count == expected.count)
        let differences = zip(seen, expected).map { abs(Int($0) - Int($1)) }
        #expect(differences.max() ?? 255 <= 3)
        #expect(Double(differences.reduce(0, +)) / Double(differences.count) < 0.3)
    }

    @Test func `another shape is fitted in with black bars, another rate keeps the time`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("a.webm")
        try await FFmpeg.clip(path, rate: "10", seconds: 2, options: ["-c:v", "libvpx", "-b:v", "1M"])
        let format = try FrameFormat(width: 320, height: 120, framesPerSecond: 30)
        var (left, middle) = (Set<UInt8>(), Set<UInt8>())
        let count = try ClipReader.read(path, as: format) { frame in
            for y in 0..<120 {
                left.insert(frame[y * 320 + 70])
                middle.insert(frame[y * 320 + 160])
            }
        }
        #expect(count == 60)
        #expect(left == [16])
        #expect(middle.count > 20)
    }

    @Test func `the head of a clip is told`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("a.mp4")
        try await FFmpeg.run([
            "-f", "lavfi", "-i", "testsrc2=size=96x64:rate=30000/1001:duration=1", "-f", "lavfi", "-i",
            "sine=duration=1", "-c:v", "libx264", "-c:a", "aac", "-shortest", path,
        ])
        let facts = try ClipReader.facts(of: path)
        #expect(facts.codec == "h264")
        #expect((facts.width, facts.height) == (96, 64))
        #expect(facts.frameRate == Rational(30_000, 1001))
        #expect(facts.sound == "aac")
        #expect(abs(facts.duration - 1) < 0.1)
    }

    @Test func `H dot 264 named webm is read for what it is`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("a.mp4")
        try await FFmpeg.clip(path, options: Self.h264)
        try FileManager.default.moveItem(atPath: path, toPath: folder.file("a.webm"))
        #expect(try ClipReader.facts(of: folder.file("a.webm")).codec == "h264")
    }

    @Test(arguments: ["raw.h264", "playlist.m3u8", "text.webm", "empty.webm", "sound.webm", "old.avi"])
    func `what is no clip is refused`(name: String) async throws {
        let folder = try TemporaryFolder()
        let path = folder.file(name)
        switch name {
        case "raw.h264": try await FFmpeg.clip(path, options: Self.h264)
        case "old.avi": try await FFmpeg.clip(path, options: ["-c:v", "mpeg4"])
        case "sound.webm":
            try await FFmpeg.run(["-f", "lavfi", "-i", "sine=duration=1", "-c:a", "libopus", path])
        case "playlist.m3u8":
            try Data("#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n".utf8)
                .write(to: URL(filePath: path))
        case "text.webm": try Data("no video at all".utf8).write(to: URL(filePath: path))
        default: try Data().write(to: URL(filePath: path))
        }
        let error = #expect(throws: VideoCodecError.self) { try ClipReader.facts(of: path) }
        #expect(error?.code == .damaged || error?.code == .unsupported)
    }

    @Test(arguments: [0.3, 0.6, 0.9])
    func `a clip that breaks off is damaged`(share: Double) async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("a.webm")
        try await FFmpeg.clip(path, seconds: 8, options: ["-c:v", "libvpx", "-b:v", "1M"])
        let whole = try Data(contentsOf: URL(filePath: path))
        try whole.prefix(Int(Double(whole.count) * share)).write(to: URL(filePath: path))
        let format = try FrameFormat(width: 160, height: 120, framesPerSecond: 25)
        let error = #expect(throws: VideoCodecError.self) { try ClipReader.read(path, as: format) { _ in } }
        #expect(error?.code == .damaged)
    }

    @Test(arguments: 0..<24)
    func `flipped bits end in pictures or an error, never in more than was there`(seed: UInt64) async throws {
        let folder = try TemporaryFolder()
        let path = folder.file(seed % 2 == 0 ? "a.webm" : "a.mp4")
        try await FFmpeg.clip(
            path, seconds: 1, options: seed % 2 == 0 ? ["-c:v", "libvpx", "-b:v", "1M"] : Self.h264)
        var bytes = try Data(contentsOf: URL(filePath: path))
        var random = SplitMix64(seed: seed)
        for _ in 0..<20 {
            let bit = Int(random.next() % UInt64(bytes.count * 8))
            bytes[bit / 8] ^= 1 << UInt8(bit % 8)
        }
        try bytes.write(to: URL(filePath: path))
        let format = try FrameFormat(width: 160, height: 120, framesPerSecond: 25)
        var limits = ClipLimits()
        (limits.seconds, limits.frames) = (20, 500)
        var count = 0
        do throws(VideoCodecError) {
            try ClipReader.read(path, as: format, limits: limits) { _ in count += 1 }
        } catch {
            #expect([.damaged, .unsupported].contains(error.code))
        }
        #expect(count <= 25 * 21)
    }

    @Test func `a bomb of frames is refused`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("a.webm")
        try await FFmpeg.clip(
            path, size: "16x16", rate: "1000", seconds: 3, options: ["-c:v", "libvpx", "-b:v", "10k"])
        var limits = ClipLimits()
        limits.frames = 1000
        let format = try FrameFormat(width: 16, height: 16, framesPerSecond: 24)
        let error = #expect(throws: VideoCodecError.self) {
            try ClipReader.read(path, as: format, limits: limits) { _ in }
        }
        #expect(error?.code == .unsupported)
        limits = ClipLimits()
        limits.pixels = 100
        let large = #expect(throws: VideoCodecError.self) { try ClipReader.facts(of: path, limits: limits) }
        #expect(large?.code == .unsupported)
    }

    @Test func `a clip that is not there is a fault of storage`() {
        let error = #expect(throws: VideoCodecError.self) { try ClipReader.facts(of: "/none.webm") }
        #expect(error?.code == .storage)
    }
}
