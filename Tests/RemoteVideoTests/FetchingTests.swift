import Domain
import Foundation
import RemoteVideo
import TestSupport
import Testing

/// Looks that fail, and files that are not what they should be.
@Suite(.timeLimit(.minutes(5)))
struct FetchingTests {
    @Test(arguments: ServiceTests.names, ["transient", "throttled", "page"])
    func `a look that fails says nothing of the work`(name: String, fault: String) async throws {
        let simulator = try await ServiceSimulator(.init(name) { $0.poll = [fault] })
        let provider = try simulator.provider()
        let handle = try await provider.submit(
            try provider.book.sample(), as: .sample, within: .seconds(900))
        let error = await #expect(throws: ProviderError.self) { try await provider.state(of: handle) }
        #expect(error?.isTransient == true)
        #expect(try await provider.follow(handle).last == .succeeded)
    }

    @Test(arguments: ServiceTests.names)
    func `a link that is over is renewed by another look`(name: String) async throws {
        let simulator = try await ServiceSimulator(.init(name) { $0.file = ["expired"] })
        let (provider, handle) = try await finished(simulator)
        let target = simulator.target()
        let error = await #expect(throws: ProviderError.self) {
            try await provider.download(handle, to: target)
        }
        #expect(error?.code == .downloadFailed)
        #expect(!FileManager.default.fileExists(atPath: target.video))
        try await provider.download(handle, to: target)
        let links = try await simulator.received().filter { $0.path.contains("turn=") }.map(\.path)
        #expect(Set(links).count == links.count)
    }

    @Test(arguments: [("page", "HTML"), ("truncated", "ended the connection"), ("endless", "longer than")])
    func `what is no whole video leaves no file`(fault: String, words: String) async throws {
        let simulator = try await ServiceSimulator(.init("kling") { $0.file = [fault] })
        let (provider, handle) = try await finished(simulator)
        let target = simulator.target()
        let error = await #expect(throws: ProviderError.self) {
            try await provider.download(handle, to: target)
        }
        #expect(error?.code == .downloadFailed)
        #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
        #expect(try FileManager.default.contentsOfDirectory(atPath: simulator.folder.path).isEmpty)
        try await provider.download(handle, to: target)
    }

    @Test(arguments: ["http://169.254.169.254/latest/meta-data", "http://10.0.0.1/x", "file:///etc/passwd"])
    func `a link or redirect into private networks is not followed`(place: String) async throws {
        let simulator = try await ServiceSimulator(.init("openai-videos") { $0.file = ["redirect " + place] })
        let (provider, handle) = try await finished(simulator) { $0.allowsPrivate = false }
        let error = await #expect(throws: ProviderError.self) {
            try await provider.download(handle, to: simulator.target())
        }
        #expect(error?.code == .downloadFailed)
        #expect(try FileManager.default.contentsOfDirectory(atPath: simulator.folder.path).isEmpty)
    }

    @Test func `a link to a private address is refused before it is asked`() async throws {
        let simulator = try await ServiceSimulator(.init("kling"))
        let (provider, handle) = try await finished(simulator) { $0.allowsPrivate = false }
        let error = await #expect(throws: ProviderError.self) {
            try await provider.download(handle, to: simulator.target())
        }
        #expect(error?.message.contains("no public address") == true)
        #expect(try await simulator.received().allSatisfy { !$0.isFile })
    }

    private func finished(
        _ simulator: ServiceSimulator, _ change: (inout Downloads) -> Void = { $0.maximumBytes = 1 << 20 }
    ) async throws -> (RemoteVideoProvider, ProviderHandle) {
        let provider = try simulator.provider(change)
        let handle = try await provider.submit(
            try provider.book.sample(), as: .sample, within: .seconds(900))
        #expect(try await provider.follow(handle).last == .succeeded)
        return (provider, handle)
    }
}
