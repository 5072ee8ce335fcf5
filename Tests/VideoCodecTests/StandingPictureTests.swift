import Foundation
import TestSupport
import Testing
import VideoCodec

/// Pictures of which only a part changes: the rest is neither spent on nor lost.
@Suite(.timeLimit(.minutes(5)))
struct StandingPictureTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// A quiet background with a light square that moves, rests, and moves again.
    private func picture(_ format: FrameFormat, square: Int?, isLight: Bool = false) -> [UInt8] {
        var frame = [UInt8](repeating: 128, count: format.frameBytes)
        for y in 0..<format.height {
            for x in 0..<format.width {
                let isSquare = square.map { x >= $0 && x < $0 + 40 && y >= 20 && y < 60 } ?? false
                frame[y * format.width + x] =
                    isSquare ? 220 : UInt8(60 + (x * 3 + y * 2) % 64 + (isLight ? 40 : 0))
            }
        }
        return frame
    }

    private func encode(_ pictures: [[UInt8]], _ format: FrameFormat) throws -> String {
        let path = folder.file("\(UUID().uuidString).webm")
        let writer = try VideoFileWriter(path: path, format: format, title: "")
        let encoder = try SegmentEncoder(format)
        for var picture in pictures {
            try picture.withUnsafeMutableBufferPointer { try encoder.append($0) }
        }
        try writer.append(encoder.finish())
        try writer.finish()
        return path
    }

    /// Mean squared differences of luma, picture by picture.
    private func errors(of path: String, against pictures: [[UInt8]], _ format: FrameFormat) throws
        -> [Double]
    {
        var errors: [Double] = []
        try ClipReader.read(path, as: format) { frame in
            let wanted = pictures[errors.count]
            let sum = (0..<format.width * format.height).reduce(0.0) {
                let difference = Double(frame[$1]) - Double(wanted[$1])
                return $0 + difference * difference
            }
            errors.append(sum / Double(format.width * format.height))
        }
        return errors
    }

    @Test(arguments: [(320, 180), (176, 144), (162, 98)])
    func `what moves and what stands are both seen as they were drawn`(width: Int, height: Int) throws {
        let format = try FrameFormat(width: width, height: height, framesPerSecond: 24)
        let places = (0..<24).map { 4 * $0 } + Array(repeating: 92, count: 24) + (0..<24).map { 92 - 3 * $0 }
        let pictures = places.map { picture(format, square: $0) }
        let errors = try errors(of: encode(pictures, format), against: pictures, format)
        #expect(errors.count == pictures.count)
        // 36 dB, with a pattern that is hard on any encoder.
        #expect(errors.max() ?? 255 < 16)
    }

    @Test func `all of a picture that changes at once is coded anew`() throws {
        let format = try FrameFormat(width: 160, height: 96, framesPerSecond: 24)
        let pictures = (0..<30).map { picture(format, square: nil, isLight: $0 >= 15) }
        let errors = try errors(of: encode(pictures, format), against: pictures, format)
        #expect(errors[14] < 16 && errors[17...].allSatisfy { $0 < 16 })
    }

    @Test func `what was coded coarsely in a hurry is mended once it stands`() throws {
        let format = try FrameFormat(width: 640, height: 360, framesPerSecond: 24)
        var random = SplitMix64(seed: 5)
        let noise = (0..<20).map { _ in
            (0..<format.frameBytes).map { _ in UInt8.random(in: 40...200, using: &random) }
        }
        let pictures = noise + Array(repeating: picture(format, square: 100), count: 40)
        let errors = try errors(of: encode(pictures, format), against: pictures, format)
        #expect(errors[10] > 100, "the noise was too much for the rate")
        #expect(errors[50...].allSatisfy { $0 < 16 })
    }

    @Test func `a picture that stands still takes next to nothing`() throws {
        let format = try FrameFormat(width: 320, height: 180, framesPerSecond: 24)
        let still = Array(repeating: picture(format, square: 60), count: 90)
        let once = try Data(contentsOf: URL(filePath: encode(Array(still.prefix(4)), format))).count
        let long = try Data(contentsOf: URL(filePath: encode(still, format))).count
        #expect(Double(long - once) / 86 < 120, "bytes for each picture more")
    }
}
