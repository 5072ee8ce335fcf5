import Domain
import Foundation
import RemoteVideo
import TestSupport
import Testing

/// What all services have in common, against a simulator that speaks as each of them does.
@Suite(.timeLimit(.minutes(5)))
struct ServiceTests {
    /// Those that the simulator knows.
    static let names = [
        "kling", "dashscope", "openai-videos", "newapi", "sora-hk", "runway", "replicate", "seedance", "fal",
    ]

    @Test(arguments: names)
    func `a video is asked for, followed and fetched`(name: String) async throws {
        let simulator = try await ServiceSimulator(.init(name))
        let provider = try simulator.provider()
        let handle = try await provider.submit(
            try provider.book.sample(), as: .sample, within: .seconds(900))
        #expect(handle.provider == name)
        let states = try await provider.follow(handle)
        #expect(states.last == .succeeded)
        #expect(states.first == .queued)
        let target = simulator.target()
        try await provider.download(handle, to: target)
        #expect(FileManager.default.contents(atPath: target.video) == simulator.videoBytes)
    }

    @Test(arguments: names)
    func `the key goes to the service and not to the host of the files`(name: String) async throws {
        let simulator = try await ServiceSimulator(.init(name))
        let provider = try simulator.provider()
        let handle = try await provider.submit(
            try provider.book.sample(), as: .sample, within: .seconds(900))
        _ = try await provider.follow(handle)
        try await provider.download(handle, to: simulator.target())
        let requests = try await simulator.received()
        #expect(requests.filter { !$0.isFile }.allSatisfy { "\($0.headers)".contains(simulator.plan.key) })
        #expect(requests.filter(\.isFile).allSatisfy { !"\($0)".contains(simulator.plan.key) })
        #expect(!handle.value.contains(simulator.plan.key))
    }

    @Test(arguments: names)
    func `a restart goes on with the handle that was kept`(name: String) async throws {
        let simulator = try await ServiceSimulator(.init(name))
        let first = try simulator.provider()
        let handle = try await first.submit(try first.book.sample(), as: .sample, within: .seconds(900))
        _ = try await first.state(of: handle)
        let kept = try JSONDecoder().decode(ProviderHandle.self, from: JSONEncoder().encode(handle))
        let second = try simulator.provider()
        #expect(try await second.follow(kept).last == .succeeded)
        // Its result need not have been seen before.
        try await simulator.provider().download(kept, to: simulator.target())
    }

    @Test(arguments: names)
    func `a word that nobody knows is neither done nor failed`(name: String) async throws {
        let simulator = try await ServiceSimulator(.init(name) { $0.end = "strange" })
        let provider = try simulator.provider()
        let handle = try await provider.submit(
            try provider.book.sample(), as: .sample, within: .seconds(900))
        let states = try await provider.follow(handle, looks: 4)
        guard case .running = states.last else {
            Issue.record("\(states)")
            return
        }
    }

    @Test(arguments: names)
    func `a job that failed says so`(name: String) async throws {
        let simulator = try await ServiceSimulator(.init(name) { $0.end = "failed" })
        let provider = try simulator.provider()
        let handle = try await provider.submit(
            try provider.book.sample(), as: .sample, within: .seconds(900))
        // fal has its reason where the result should be, with a status that may pass.
        if name == "fal" {
            let error = await #expect(throws: ProviderError.self) { try await provider.follow(handle) }
            #expect(error?.code == .transient)
        } else {
            guard case .failed(let error) = try await provider.follow(handle).last else {
                Issue.record("It did not fail")
                return
            }
            #expect(error.code == .transient)
        }
    }

    @Test(arguments: names.filter { !["sora-hk", "replicate"].contains($0) })
    func `a job that was refused for its content is not tried again`(name: String) async throws {
        let simulator = try await ServiceSimulator(.init(name) { $0.end = "policy" })
        let provider = try simulator.provider()
        let handle = try await provider.submit(
            try provider.book.sample(), as: .sample, within: .seconds(900))
        guard case .failed(let error) = try await provider.follow(handle).last else {
            Issue.record("It did not fail")
            return
        }
        #expect(error.code == .contentPolicy)
    }

    @Test(arguments: names.filter { $0 != "fal" })
    func `a job that the service forgot is not done`(name: String) async throws {
        let simulator = try await ServiceSimulator(.init(name) { $0.end = "gone" })
        let provider = try simulator.provider()
        let handle = try await provider.submit(
            try provider.book.sample(), as: .sample, within: .seconds(900))
        #expect(try await provider.follow(handle).last == .notFound)
    }

    @Test(arguments: ["dashscope", "runway", "replicate", "seedance", "fal"], [0, 1, 2, 3])
    func `a job is cancelled at every state`(name: String, looks: Int) async throws {
        let simulator = try await ServiceSimulator(.init(name))
        let provider = try simulator.provider()
        let handle = try await provider.submit(
            try provider.book.sample(), as: .sample, within: .seconds(900))
        _ = try await provider.follow(handle, looks: looks)
        await provider.cancel(handle)
        let last = try #require(try await simulator.received().last)
        #expect(["PUT", "POST", "DELETE"].contains(last.method))
    }

    @Test func `a handle of another server is not asked for here`() async throws {
        let simulator = try await ServiceSimulator(.init("kling"))
        let provider = try simulator.provider()
        let handle = RemoteHandle(
            job: "task-1", server: "https://elsewhere.example", acceptedAt: simulator.clock.now())
        let error = await #expect(throws: ProviderError.self) {
            try await provider.state(of: ProviderHandle(provider: "kling", value: handle.text))
        }
        #expect(error?.code == .lost)
        #expect(try await simulator.received().isEmpty)
    }

    @Test func `what the service made of the prompt is reported`() async throws {
        let simulator = try await ServiceSimulator(.init("dashscope"))
        let provider = try simulator.provider()
        let handle = try await provider.submit(
            try provider.book.sample(), as: .sample, within: .seconds(900))
        _ = try await provider.follow(handle)
        try await provider.download(handle, to: simulator.target())
        #expect(await provider.report(on: handle)?.actualPrompt == "What became of it")
        let body = try #require(try await simulator.received().first?.body)
        #expect(body.contains(#""prompt_extend":false"#))
    }
}
