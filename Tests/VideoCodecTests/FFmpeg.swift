import Foundation
import TestSupport

/// Debian's ffmpeg, which makes clips and says how their pictures should look.
enum FFmpeg {
    static let isThere = FileManager.default.fileExists(atPath: "/usr/bin/ffmpeg")

    struct Failure: Error {
        let text: String
    }

    /// Runs it and returns when it is done.
    static func run(_ words: [String]) async throws {
        let ending = try await ChildProcess("/usr/bin/ffmpeg", ["-nostdin", "-v", "error", "-y"] + words)
            .ending()
        guard ending.code == 0 else { throw Failure(text: ending.errors) }
    }

    /// Makes a clip of its moving test picture.
    static func clip(
        _ path: String, size: String = "160x120", rate: String = "25", seconds: Double = 1, options: [String]
    ) async throws {
        try await run(
            ["-f", "lavfi", "-i", "testsrc2=size=\(size):rate=\(rate):duration=\(seconds)"] + options + [path]
        )
    }

    /// Its own conversion of a clip's pictures into I420, BT.601, video range.
    static func pictures(of path: String, scale: String) async throws -> Data {
        let raw = path + ".yuv"
        try await run([
            "-i", path, "-vf",
            "scale=\(scale):out_color_matrix=bt601:out_range=tv:flags=bicubic+accurate_rnd+full_chroma_inp+bitexact",
            "-fps_mode", "passthrough", "-pix_fmt", "yuv420p", "-f", "rawvideo", raw,
        ])
        return try Data(contentsOf: URL(filePath: raw))
    }
}
