import Foundation
import TestSupport
import Testing

/// What ffprobe, which nobody here wrote, says of a video.
enum VideoFacts {
    /// Checks that a video decodes whole and is as it was asked for.
    static func check(_ video: Data, width: Int, height: Int, seconds: Int) async throws {
        guard Needs.ffprobe else { return }
        let folder = try TemporaryFolder()
        let file = folder.file("video.webm")
        try video.write(to: URL(filePath: file))
        let probe = try ChildProcess(
            "/usr/bin/ffprobe",
            ["-v", "error", "-count_frames", "-show_streams", "-show_format", "-of", "json", file])
        let ending = await probe.ending()
        #expect(ending.code == 0)
        #expect(ending.errors.isEmpty)
        let facts = try JSONSerialization.jsonObject(with: Data(ending.output.utf8)) as? [String: Any] ?? [:]
        let stream = try #require((facts["streams"] as? [[String: Any]])?.first)
        #expect(stream["codec_name"] as? String == "vp8")
        #expect(stream["width"] as? Int == width)
        #expect(stream["height"] as? Int == height)
        #expect(stream["nb_read_frames"] as? String == String(24 * seconds))
        let duration = (facts["format"] as? [String: Any])?["duration"] as? String ?? ""
        #expect(abs((Double(duration) ?? 0) - Double(seconds)) < 0.1)
    }
}
