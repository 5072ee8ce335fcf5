import Foundation
import TestSupport
import Testing
import VideoCodec

/// Clips that their heads turn or mirror, and those that are too bright for us.
@Suite(.timeLimit(.minutes(5)), .enabled(if: FFmpeg.isThere, "ffmpeg is not installed"))
struct OrientationTests {
    /// The four whole numbers of a display matrix: shown x is a·x + c·y, shown y is b·x + d·y.
    struct Matrix: Sendable, CustomTestStringConvertible {
        let a, b, c, d: Int32

        var swapsAxes: Bool { a == 0 }
        var testDescription: String { "\(a) \(b) \(c) \(d)" }
    }

    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// A clip of 160×120 whose head says how it lies.
    private func clip(_ matrix: Matrix, named name: String = "turned.mp4") async throws -> String {
        let path = folder.file(name)
        try await FFmpeg.clip(
            path, seconds: 0.2, options: ["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"])
        var bytes = try Data(contentsOf: URL(filePath: path))
        // The matrix lies 40 bytes into the track header, after its name (ISO/IEC 14496-12, section 8.3.2).
        let header = try #require(bytes.range(of: Data("tkhd".utf8)))
        let one: Int32 = 1 << 16
        let values = [
            matrix.a * one, matrix.b * one, 0, matrix.c * one, matrix.d * one, 0, 160 * one, 160 * one,
            1 << 30,
        ]
        let matrixBytes = values.flatMap { withUnsafeBytes(of: $0.bigEndian, Array.init) }
        bytes.replaceSubrange(header.upperBound + 40..<header.upperBound + 76, with: matrixBytes)
        try bytes.write(to: URL(filePath: path))
        return path
    }

    @Test(arguments: [
        Matrix(a: 1, b: 0, c: 0, d: 1), Matrix(a: -1, b: 0, c: 0, d: -1), Matrix(a: 0, b: 1, c: -1, d: 0),
        Matrix(a: 0, b: -1, c: 1, d: 0), Matrix(a: -1, b: 0, c: 0, d: 1), Matrix(a: 1, b: 0, c: 0, d: -1),
    ])
    func `a clip is shown as its head turns it`(matrix: Matrix) async throws {
        let path = try await clip(matrix)
        let facts = try ClipReader.facts(of: path)
        #expect((facts.width, facts.height) == (matrix.swapsAxes ? (120, 160) : (160, 120)))
        let expected = try await FFmpeg.pictures(of: path, scale: "iw:ih")
        let format = try FrameFormat(width: facts.width, height: facts.height, framesPerSecond: 25)
        var seen = Data()
        let count = try ClipReader.read(path, as: format) { seen.append(contentsOf: $0) }
        #expect(count == 5)
        try #require(seen.count == expected.count)
        let differences = zip(seen, expected).map { abs(Int($0) - Int($1)) }
        #expect(Double(differences.reduce(0, +)) / Double(differences.count) < 0.5)
    }

    @Test func `a turned clip is fitted in as it is looked at`() async throws {
        let path = try await clip(Matrix(a: 0, b: 1, c: -1, d: 0))
        let format = try FrameFormat(width: 320, height: 160, framesPerSecond: 25)
        var (left, middle) = (Set<UInt8>(), Set<UInt8>())
        try ClipReader.read(path, as: format) { frame in
            for y in 0..<160 {
                left.insert(frame[y * 320 + 90])
                middle.insert(frame[y * 320 + 160])
            }
        }
        #expect(left == [16] && middle.count > 20)
    }

    @Test func `a clip that stands askew is refused`() async throws {
        let path = try await clip(Matrix(a: 1, b: 1, c: -1, d: 1))
        let error = #expect(throws: VideoCodecError.self) { try ClipReader.facts(of: path) }
        #expect(error?.code == .unsupported)
    }

    @Test func `turned clips are never copied, only encoded again`() async throws {
        let path = try await clip(Matrix(a: 0, b: 1, c: -1, d: 0))
        let film = try FilmMaker.join([path, path], to: folder.file("film.webm"), title: "")
        #expect(film.copied == 0)
        let facts = try ClipReader.facts(of: folder.file("film.webm"))
        #expect((facts.width, facts.height) == (120, 160))
    }

    @Test(arguments: ["smpte2084", "arib-std-b67"])
    func `an HDR clip is refused with a word that says so, and copied where all match`(transfer: String)
        async throws
    {
        let tags = ["-color_primaries", "bt2020", "-colorspace", "bt2020nc", "-color_trc", transfer]
        let (one, other) = (folder.file("hdr.webm"), folder.file("sdr.webm"))
        try await FFmpeg.clip(
            one, options: ["-c:v", "libvpx-vp9", "-cpu-used", "8", "-pix_fmt", "yuv420p10le"] + tags)
        try await FFmpeg.clip(other, options: ["-c:v", "libvpx", "-b:v", "1M"])
        let error = #expect(throws: VideoCodecError.self) {
            try FilmMaker.join([other, one], to: folder.file("film.webm"), title: "")
        }
        #expect(error?.code == .unsupported)
        #expect(error?.message.contains("HDR") == true && error?.message.hasPrefix("Clip 2:") == true)
        let film = try FilmMaker.join([one, one], to: folder.file("film.webm"), title: "")
        #expect(film.copied == 2)
    }
}
