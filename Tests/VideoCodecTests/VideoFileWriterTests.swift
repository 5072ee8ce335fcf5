import Foundation
import TestSupport
import Testing
import VideoCodec

@Suite(.timeLimit(.minutes(5)))
struct VideoFileWriterTests {
    struct Size: Sendable, CustomTestStringConvertible {
        let width: Int
        let height: Int
        let rate: Int
        let frames: Int

        var testDescription: String { "\(width)×\(height), \(frames) frames at \(rate)" }
    }

    static let sizes = [
        Size(width: 640, height: 360, rate: 24, frames: 48), Size(width: 64, height: 64, rate: 12, frames: 1),
        Size(width: 66, height: 1918, rate: 60, frames: 5),
        Size(width: 1920, height: 64, rate: 25, frames: 3),
        Size(width: 2, height: 2, rate: 1, frames: 2),
    ]

    @Test(arguments: sizes)
    func `what is written can be read again`(size: Size) throws {
        let folder = try TemporaryFolder()
        let path = folder.file("a.webm")
        try write(size, to: path, seed: 1)
        let video = try DecodedVideo(path: path)
        #expect(video.width == size.width)
        #expect(video.height == size.height)
        #expect(video.frameCount == size.frames)
        #expect(video.startsWithKeyFrame)
        // Times in WebM are whole milliseconds.
        #expect(abs(video.duration - Double(size.frames) / Double(size.rate)) < 0.002)
    }

    @Test func `the pictures keep their order and brightness`() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("a.webm")
        let format = try FrameFormat(width: 160, height: 96, framesPerSecond: 24)
        let writer = try VideoFileWriter(path: path, format: format, title: "ramp")
        let encoder = try SegmentEncoder(format)
        let ramp = (0..<30).map { UInt8(40 + 5 * $0) }
        for value in ramp {
            var frame = [UInt8](repeating: 128, count: format.frameBytes)
            frame.replaceSubrange(0..<(160 * 96), with: repeatElement(value, count: 160 * 96))
            try frame.withUnsafeMutableBufferPointer { try encoder.append($0) }
        }
        try writer.append(encoder.finish())
        try writer.finish()
        let video = try DecodedVideo(path: path)
        try #require(video.brightness.count == ramp.count)
        for (seen, drawn) in zip(video.brightness, ramp) { #expect(abs(seen - Double(drawn)) < 8) }
    }

    @Test func `equal pictures give equal bytes and others do not`() throws {
        let folder = try TemporaryFolder()
        let size = Size(width: 320, height: 180, rate: 24, frames: 12)
        for (name, seed) in [("a", 1), ("b", 1), ("c", 2)] {
            try write(size, to: folder.file(name), seed: seed)
        }
        let files = try ["a", "b", "c"].map { try Data(contentsOf: URL(filePath: folder.file($0))) }
        #expect(files[0] == files[1])
        #expect(files[0] != files[2])
    }

    @Test func `segments follow each other, each with a key frame of its own`() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("a.webm")
        let format = try FrameFormat(width: 96, height: 64, framesPerSecond: 24)
        let writer = try VideoFileWriter(path: path, format: format, title: "segments")
        for value in [UInt8(60), 120, 200] {
            let encoder = try SegmentEncoder(format)
            for _ in 0..<7 {
                var frame = [UInt8](repeating: 128, count: format.frameBytes)
                frame.replaceSubrange(0..<(96 * 64), with: repeatElement(value, count: 96 * 64))
                try frame.withUnsafeMutableBufferPointer { try encoder.append($0) }
            }
            try writer.append(encoder.finish())
        }
        try writer.finish()
        let video = try DecodedVideo(path: path)
        #expect(video.keyFrames == [0, 7, 14])
        #expect(abs(video.duration - 21.0 / 24) < 0.002)
        for (index, value) in [60.0, 120, 200].enumerated() {
            #expect(abs(video.brightness[index * 7 + 3] - value) < 8)
        }
    }

    @Test func `an unfinished file leaves nothing behind`() throws {
        let folder = try TemporaryFolder()
        let format = try FrameFormat(width: 64, height: 64, framesPerSecond: 24)
        do { _ = try VideoFileWriter(path: folder.file("a.webm"), format: format, title: "") }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    @Test func `a folder that is not there is a fault of storage`() throws {
        let folder = try TemporaryFolder()
        let format = try FrameFormat(width: 64, height: 64, framesPerSecond: 24)
        let error = #expect(throws: VideoCodecError.self) {
            try VideoFileWriter(path: folder.file("none/a.webm"), format: format, title: "")
        }
        #expect(error?.code == .storage)
    }

    @Test(arguments: [(0, 64), (65, 64), (64, 16_384), (-2, 64)])
    func `a size that VP8 cannot hold is refused`(width: Int, height: Int) {
        let error = #expect(throws: VideoCodecError.self) {
            try FrameFormat(width: width, height: height, framesPerSecond: 24)
        }
        #expect(error?.code == .unsupported)
    }

    private func write(_ size: Size, to path: String, seed: Int) throws {
        let format = try FrameFormat(width: size.width, height: size.height, framesPerSecond: size.rate)
        let writer = try VideoFileWriter(path: path, format: format, title: "test")
        let encoder = try SegmentEncoder(format)
        for index in 0..<size.frames {
            var frame = (0..<format.frameBytes).map { UInt8(truncatingIfNeeded: ($0 / 7 + index * 3) * seed) }
            try frame.withUnsafeMutableBufferPointer { try encoder.append($0) }
        }
        try writer.append(encoder.finish())
        try writer.finish()
    }
}
