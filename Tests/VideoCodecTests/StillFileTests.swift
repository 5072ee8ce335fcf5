import Foundation
import TestSupport
import Testing
import VideoCodec

@Suite struct StillFileTests {
    @Test(arguments: [(64, 64), (1280, 720), (66, 98)], StillFile.Kind.allCases)
    func `a picture comes back in its size and brightness`(size: (Int, Int), kind: StillFile.Kind) throws {
        let (width, height) = size
        let folder = try TemporaryFolder()
        let path = folder.file("a")
        var frame = [UInt8](repeating: 126, count: width * height * 3 / 2)
        frame.replaceSubrange((width * height)..., with: repeatElement(128, count: width * height / 2))
        try frame.withUnsafeMutableBufferPointer {
            try StillFile.write($0, width: width, height: height, to: path, as: kind)
        }
        let picture = try DecodedVideo(path: path)
        #expect(picture.width == width)
        #expect(picture.height == height)
        // 126 of 16...235 is 128 of 0...255, which is how a JPEG has it; WebP is as a video.
        let expected = kind == .jpeg ? 128.0 : 126
        #expect(abs((picture.brightness.first ?? 0) - expected) < 2)
        #expect(!FileManager.default.fileExists(atPath: path + ".part"))
    }

    @Test func `a folder that is not there is a fault of storage`() throws {
        var frame = [UInt8](repeating: 0, count: 64 * 64 * 3 / 2)
        let folder = try TemporaryFolder()
        let error = #expect(throws: VideoCodecError.self) {
            try frame.withUnsafeMutableBufferPointer {
                try StillFile.write($0, width: 64, height: 64, to: folder.file("none/a.jpg"), as: .jpeg)
            }
        }
        #expect(error?.code == .storage)
    }
}
