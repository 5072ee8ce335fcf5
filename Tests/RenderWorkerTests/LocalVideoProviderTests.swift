import Domain
import Foundation
import RenderWorker
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct LocalVideoProviderTests {
    private let folder: TemporaryFolder
    private let settings: LocalVideoSettings

    init() throws {
        folder = try TemporaryFolder()
        settings = LocalVideoSettings(workerPath: Rendered.worker, temporaryFolder: folder.file("unfinished"))
    }

    @Test func `a request becomes a video and a thumbnail`() async throws {
        let provider = try LocalVideoProvider(settings)
        let handle = try await provider.submit(try Rendered.request(), job: Rendered.job())
        #expect(handle.provider == "local")
        #expect(try await provider.finalState(of: handle) == .succeeded)
        let target = DownloadTarget(video: folder.file("a.webm"), thumbnail: folder.file("a.jpg"))
        try await provider.download(handle, to: target)
        let video = try Data(contentsOf: URL(filePath: target.video))
        #expect(video.prefix(4) == Data([0x1A, 0x45, 0xDF, 0xA3]))
        #expect(try Data(contentsOf: URL(filePath: target.thumbnail)).prefix(2) == Data([0xFF, 0xD8]))
        #expect(try await provider.state(of: handle) == .notFound)
        #expect(try videos() == [])
    }

    @Test func `equal requests give equal bytes, another seed and a substitute do not`() async throws {
        var other = try Rendered.request()
        other.seed = 5
        var marking = settings
        marking.marksSubstitute = true
        let provider = try LocalVideoProvider(settings)
        let substitutes = try LocalVideoProvider(marking)
        var files: [Data] = []
        for (provider, request) in [
            (provider, try Rendered.request()), (provider, try Rendered.request()), (provider, other),
            (substitutes, try Rendered.request()),
        ] { files.append(try await bytes(of: request, provider)) }
        #expect(files[0] == files[1])
        #expect(files[0] != files[2])
        #expect(files[0] != files[3])
    }

    @Test func `many submissions wait for their turn and all end`() async throws {
        var settings = settings
        settings.workerCount = 2
        let provider = try LocalVideoProvider(settings)
        var handles: [ProviderHandle] = []
        for seed in 0..<6 {
            handles.append(try await provider.submit(try Rendered.request(), job: Rendered.job(UInt64(seed))))
        }
        #expect(Set(handles).count == 6)
        for handle in handles { #expect(try await provider.finalState(of: handle) == .succeeded) }
    }

    @Test func `a worker that is killed fails its job for now, and the next job works`() async throws {
        let provider = try LocalVideoProvider(settings)
        let long = try await provider.submit(try longRequest(), job: Rendered.job())
        try await provider.waitUntilRunning(long)
        let killed = try #require(Children.withName("reprise-render", using: settings.temporaryFolder).first)
        #expect(kill(killed, SIGKILL) == 0)
        guard case .failed(let error) = try await provider.finalState(of: long) else {
            Issue.record("It did not fail")
            return
        }
        #expect(error.code == .transient)
        #expect(error.isTransient)
        let next = try await provider.submit(try Rendered.request(), job: Rendered.job(2))
        #expect(try await provider.finalState(of: next) == .succeeded)
        #expect(try videos().count == 4)
    }

    @Test func `a worker is kept warm, and replaced when it died in its sleep`() async throws {
        let provider = try LocalVideoProvider(settings)
        var workers: [pid_t] = []
        for seed in 0..<3 {
            let handle = try await provider.submit(try Rendered.request(), job: Rendered.job(UInt64(seed)))
            #expect(try await provider.finalState(of: handle) == .succeeded)
            let idle = try #require(
                Children.withName("reprise-render", using: settings.temporaryFolder).first)
            workers.append(idle)
            if seed == 1 { #expect(kill(idle, SIGKILL) == 0) }
        }
        #expect(workers[0] == workers[1])
        #expect(workers[1] != workers[2])
    }

    @Test func `a cancelled job is unknown, leaves no files, and the next job works`() async throws {
        let provider = try LocalVideoProvider(settings)
        let handle = try await provider.submit(try longRequest(), job: Rendered.job())
        let waiting = try await provider.submit(try longRequest(), job: Rendered.job(2))
        try await provider.waitUntilRunning(handle)
        await provider.cancel(waiting)
        await provider.cancel(handle)
        #expect(try await provider.state(of: handle) == .notFound)
        #expect(try await provider.state(of: waiting) == .notFound)
        let next = try await provider.submit(try Rendered.request(), job: Rendered.job(3))
        #expect(try await provider.finalState(of: next) == .succeeded)
        #expect(try videos().count == 4)
        await provider.cancel(next)
        #expect(try videos() == [])
    }

    @Test func `a job that takes too long is ended`() async throws {
        var settings = settings
        settings.deadline = .milliseconds(300)
        let provider = try LocalVideoProvider(settings)
        let handle = try await provider.submit(try longRequest(), job: Rendered.job())
        guard case .failed(let error) = try await provider.finalState(of: handle) else {
            Issue.record("It did not fail")
            return
        }
        #expect(error.code == .deadlineExceeded)
        #expect(try videos() == [])
    }

    @Test func `a missing program is said at once`() async throws {
        var settings = settings
        settings.workerPath = folder.file("none")
        let provider = try LocalVideoProvider(settings)
        let error = await #expect(throws: ProviderError.self) {
            try await provider.submit(try Rendered.request(), job: Rendered.job())
        }
        #expect(error?.code == .storage)
        #expect(error?.message.contains("reprise-render") == true)
    }

    @Test(arguments: ["/bin/true", "/bin/cat", "/bin/yes"])
    func `a program that is no worker fails its job`(program: String) async throws {
        var settings = settings
        settings.workerPath = program
        let provider = try LocalVideoProvider(settings)
        let handle = try await provider.submit(try Rendered.request(), job: Rendered.job())
        guard case .failed(let error) = try await provider.finalState(of: handle) else {
            Issue.record("It did not fail")
            return
        }
        #expect(error.code == .transient)
    }

    @Test func `unknown handles are not found and may be cancelled`() async throws {
        let provider = try LocalVideoProvider(settings)
        let handle = ProviderHandle(provider: "local", value: "../../etc/passwd")
        #expect(try await provider.state(of: handle) == .notFound)
        await provider.cancel(handle)
        let error = await #expect(throws: ProviderError.self) {
            try await provider.download(
                handle, to: DownloadTarget(video: folder.file("a"), thumbnail: folder.file("b")))
        }
        #expect(error?.code == .lost)
    }

    @Test func `what an earlier process left is removed`() throws {
        try FileManager.default.createDirectory(
            atPath: settings.temporaryFolder, withIntermediateDirectories: true)
        for name in ["local-x-1.webm.part", "substitute-x-1.webm"] {
            try Data("old".utf8).write(to: URL(filePath: settings.temporaryFolder + "/" + name))
        }
        _ = try LocalVideoProvider(settings)
        #expect(try videos() == ["substitute-x-1.webm"])
    }

    private func longRequest() throws -> VideoRequest {
        try Rendered.request(seconds: 60, width: 1280, height: 720)
    }

    private func bytes(of request: VideoRequest, _ provider: LocalVideoProvider) async throws -> Data {
        let handle = try await provider.submit(request, job: Rendered.job())
        #expect(try await provider.finalState(of: handle) == .succeeded)
        let path = folder.file(UUID().uuidString)
        try await provider.download(handle, to: DownloadTarget(video: path, thumbnail: path + ".jpg"))
        return try Data(contentsOf: URL(filePath: path))
    }

    private func videos() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: settings.temporaryFolder)
            .filter { !$0.hasSuffix(".log") }.sorted()
    }
}
