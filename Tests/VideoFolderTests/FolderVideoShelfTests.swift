import Domain
import Foundation
import TestSupport
import Testing
import VideoFolder

@Suite(.timeLimit(.minutes(5)))
struct FolderVideoShelfTests {
    private let folder: TemporaryFolder
    private let shelf: FolderVideoShelf
    private let job = VideoJob.ID(at: ManualWallClock().now(), random: SeededRandom(seed: 1))
    private let webm = Data(SampleVideo.webm(seconds: 10))

    init() throws {
        folder = try TemporaryFolder()
        shelf = try FolderVideoShelf(folder: folder.file("videos"))
    }

    private func reserveAndWrite(_ video: Data, _ thumbnail: Data = Data([0xFF, 0xD8])) async throws
        -> DownloadTarget
    {
        let target = try await shelf.reserve(for: job, format: try VideoFormat())
        try video.write(to: URL(filePath: target.video))
        try thumbnail.write(to: URL(filePath: target.thumbnail))
        return target
    }

    @Test func `a kept video lies under its own name with size and digest`() async throws {
        let file = try await shelf.keep(
            try await reserveAndWrite(webm), of: job, isSubstitute: false, lasting: 10)
        #expect(file.name == "\(job).webm")
        #expect(file.bytes == webm.count)
        let digest = try await ChildProcess("/usr/bin/sha256sum", [shelf.path(of: file.name)]).ending()
        #expect(digest.output.hasPrefix(file.digest) && file.digest.utf8.count == 64)
        #expect(try Data(contentsOf: URL(filePath: shelf.path(of: file.name))) == webm)
    }

    @Test func `a substitute has a name of its own, and both go away when they are removed`() async throws {
        let real = try await shelf.keep(
            try await reserveAndWrite(webm), of: job, isSubstitute: false, lasting: 10)
        let substitute = try await shelf.keep(
            try await reserveAndWrite(webm), of: job, isSubstitute: true, lasting: nil)
        #expect(real.name != substitute.name && substitute.isSubstitute)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("videos")).count == 4)
        await shelf.remove(substitute)
        await shelf.remove(substitute)
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.file("videos")).sorted()
        #expect(left == ["\(job).jpg", "\(job).webm"])
    }

    @Test(arguments: [
        [], Array("<html>".utf8), [0x1A, 0x45], [0x1A, 0x45, 0xDF, 0xA3], Array("....ftypisom....moov".utf8),
        SampleVideo.webm(seconds: 10, type: "matroska"), SampleVideo.webm(seconds: 3),
        SampleVideo.webm(seconds: 3, promised: 10), SampleVideo.webm(seconds: 60),
        SampleVideo.webm(seconds: 0, promised: 10), SampleVideo.webm(seconds: 10) + [0],
    ])
    func `what is no whole WebM of that length is refused`(video: [UInt8]) async throws {
        try await expectRefusal(of: video)
    }

    @Test func `a file cut off anywhere is refused`() async throws {
        let whole = SampleVideo.webm(seconds: 10)
        for length in stride(from: 0, to: whole.count, by: 7) {
            try await expectRefusal(of: Array(whole[..<length]))
        }
    }

    @Test(arguments: UInt64(0)..<60)
    func `flipped bits never end the process`(seed: UInt64) async throws {
        var random = SplitMix64(seed: seed)
        var video = SampleVideo.webm(seconds: 10)
        for _ in 0..<8 {
            video[Int.random(in: 0..<video.count, using: &random)] ^=
                1 << UInt8.random(in: 0..<8, using: &random)
        }
        let target = try await reserveAndWrite(Data(video))
        do throws(ProviderError) {
            _ = try await shelf.keep(target, of: job, isSubstitute: false, lasting: 10)
        } catch {
            #expect(error.code == .downloadFailed)
        }
    }

    private func expectRefusal(of video: [UInt8]) async throws {
        let target = try await reserveAndWrite(Data(video))
        let error = await #expect(throws: ProviderError.self, "\(video.count) bytes") {
            try await shelf.keep(target, of: job, isSubstitute: false, lasting: 10)
        }
        #expect(error?.code == .downloadFailed)
    }

    @Test func `pictures that a provider made are kept beside it`() async throws {
        let target = try await reserveAndWrite(webm)
        try Data("RIFF".utf8).write(to: URL(filePath: target.smallThumbnail))
        try Data([0xFF, 0xD8]).write(to: URL(filePath: target.contactSheet))
        let file = try await shelf.keep(target, of: job, isSubstitute: false, lasting: nil)
        #expect(file.smallThumbnailName == "\(job).webp")
        #expect(file.contactSheetName == "\(job)-sheet.jpg")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("videos")).count == 4)
        let other = try await reserveAndWrite(webm)
        let plain = try await shelf.keep(other, of: job, isSubstitute: false, lasting: nil)
        #expect(plain.smallThumbnailName == nil && plain.contactSheetName == nil)
    }

    @Test func `a reservation that came to nothing leaves nothing`() async throws {
        let target = try await reserveAndWrite(webm)
        await shelf.discard(target)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("videos")).isEmpty)
    }

    @Test func `a reservation takes away what a killed process left of the same job`() async throws {
        _ = try await reserveAndWrite(webm)
        let target = try await shelf.reserve(for: job, format: try VideoFormat())
        for path in [target.video, target.thumbnail] {
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }

    @Test func `opening removes what a crash left half-written`() async throws {
        let target = try await reserveAndWrite(webm)
        let longAgo = [FileAttributeKey.modificationDate: Date(timeIntervalSinceNow: -7200)]
        try FileManager.default.setAttributes(longAgo, ofItemAtPath: target.video)
        _ = try FolderVideoShelf(folder: folder.file("videos"))
        // The thumbnail is fresh: another process may be writing it.
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.file("videos")) == [
                "\(job).jpg.partial"
            ])
    }

    @Test func `a folder below a file cannot be used`() throws {
        try webm.write(to: URL(filePath: folder.file("file")))
        let error = #expect(throws: ProviderError.self) {
            try FolderVideoShelf(folder: folder.file("file/videos"))
        }
        #expect(error?.code == .storage)
    }
}
