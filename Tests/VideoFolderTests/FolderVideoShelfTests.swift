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
    private let webm = Data([0x1A, 0x45, 0xDF, 0xA3, 0, 1, 2, 3])

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
        let file = try await shelf.keep(try await reserveAndWrite(webm), of: job, isSubstitute: false)
        #expect(file.name == "\(job).webm")
        #expect(file.bytes == webm.count)
        #expect(file.digest == "44581d665f5657e264d29331ef7b4e8f315fee937d41308a575a78c8650f2bc9")
        #expect(try Data(contentsOf: URL(filePath: shelf.path(of: file.name))) == webm)
    }

    @Test(arguments: [Data(), Data("<html>".utf8), Data([0x1A, 0x45])])
    func `what is no WebM is refused`(video: Data) async throws {
        let target = try await reserveAndWrite(video)
        let error = await #expect(throws: ProviderError.self) {
            try await shelf.keep(target, of: job, isSubstitute: false)
        }
        #expect(error?.code == .downloadFailed)
    }

    @Test func `pictures that a provider made are kept beside it`() async throws {
        let target = try await reserveAndWrite(webm)
        try Data("RIFF".utf8).write(to: URL(filePath: target.smallThumbnail))
        try Data([0xFF, 0xD8]).write(to: URL(filePath: target.contactSheet))
        let file = try await shelf.keep(target, of: job, isSubstitute: false)
        #expect(file.smallThumbnailName == "\(job).webp")
        #expect(file.contactSheetName == "\(job)-sheet.jpg")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("videos")).count == 4)
        let plain = try await shelf.keep(try await reserveAndWrite(webm), of: job, isSubstitute: false)
        #expect(plain.smallThumbnailName == nil && plain.contactSheetName == nil)
    }

    @Test func `a reservation that came to nothing leaves nothing`() async throws {
        let target = try await reserveAndWrite(webm)
        await shelf.discard(target)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("videos")).isEmpty)
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
