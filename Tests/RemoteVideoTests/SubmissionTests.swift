import Domain
import Foundation
import HTTPClient
import RemoteVideo
import TestSupport
import Testing

/// What can go wrong while a video is asked for, and that nothing is paid for twice.
@Suite(.timeLimit(.minutes(5)))
struct SubmissionTests {
    private static let kinds: [(fault: String, code: ProviderError.Code)] = [
        ("authentication", .authentication), ("balance", .balance), ("throttled", .throttled),
        ("policy", .contentPolicy), ("invalid", .invalidRequest), ("transient", .outcomeUnknown),
        ("drop", .outcomeUnknown), ("taken", .outcomeUnknown), ("page", .outcomeUnknown),
    ]
    /// What a service has no words for.
    private static let missing: [String: Set<String>] = [
        "sora-hk": ["policy"], "runway": ["balance", "policy"], "replicate": ["policy"],
        "fal": ["balance", "policy"],
    ]

    static let cases: [(String, String, ProviderError.Code)] = ServiceTests.names.flatMap { name in
        kinds.filter { missing[name]?.contains($0.fault) != true }.map { (name, $0.fault, $0.code) }
    }

    @Test(arguments: cases)
    func `an error means what is to be done about it`(
        name: String, fault: String, code: ProviderError.Code
    ) async throws {
        let simulator = try await ServiceSimulator(.init(name) { $0.submit = [fault] })
        let provider = try simulator.provider()
        let request = try provider.book.sample()
        let error = await #expect(throws: ProviderError.self) {
            try await provider.submit(request, as: .sample, within: .seconds(900))
        }
        #expect(error?.code == code, "\(error?.message ?? "")")
        #expect(error?.message.isEmpty == false)
        #expect(try await simulator.received().count == 1)
    }

    @Test(arguments: ServiceTests.names)
    func `a wish to be left alone is heard`(name: String) async throws {
        let simulator = try await ServiceSimulator(.init(name) { $0.submit = ["throttled-after"] })
        let provider = try simulator.provider()
        let request = try provider.book.sample()
        let error = await #expect(throws: ProviderError.self) {
            try await provider.submit(request, as: .sample, within: .seconds(900))
        }
        #expect(error?.code == .throttled)
        #expect(error?.retryAfter == .seconds(7))
        // It was certainly not accepted, so it may be sent again.
        _ = try await provider.submit(request, as: .sample, within: .seconds(900))
    }

    @Test(arguments: [("kling", ProviderError.Code.throttled), ("sora-hk", .balance)])
    func `an error in the body of a successful answer is one`(
        name: String, code: ProviderError.Code
    ) async throws {
        let simulator = try await ServiceSimulator(.init(name) { $0.submit = ["in-body"] })
        let provider = try simulator.provider()
        let request = try provider.book.sample()
        let error = await #expect(throws: ProviderError.self) {
            try await provider.submit(request, as: .sample, within: .seconds(900))
        }
        #expect(error?.code == code)
    }

    @Test(arguments: ServiceTests.names)
    func `a service that never answers leaves it open`(name: String) async throws {
        let simulator = try await ServiceSimulator(.init(name) { $0.submit = ["stall"] })
        let provider = try simulator.provider(patience: .seconds(2))
        let request = try provider.book.sample()
        let error = await #expect(throws: ProviderError.self) {
            try await provider.submit(request, as: .sample, within: .seconds(900))
        }
        #expect(error?.code == .outcomeUnknown)
    }

    @Test func `what was accepted behind a cut line is found by our name`() async throws {
        let simulator = try await ServiceSimulator(.init("kling") { $0.submit = ["taken"] })
        let provider = try simulator.provider()
        let request = try provider.book.sample()
        await #expect(throws: ProviderError.self) {
            try await provider.submit(request, as: .sample, within: .seconds(900))
        }
        guard case .found(let handle) = try await provider.lookUp(.sample) else {
            Issue.record("It was not found")
            return
        }
        #expect(try await provider.follow(handle).last == .succeeded)
        #expect(try await simulator.received().filter { $0.method == "POST" }.count == 1)
    }

    @Test func `what was not accepted is known to be absent`() async throws {
        let simulator = try await ServiceSimulator(.init("kling") { $0.submit = ["drop"] })
        let provider = try simulator.provider()
        let request = try provider.book.sample()
        await #expect(throws: ProviderError.self) {
            try await provider.submit(request, as: .sample, within: .seconds(900))
        }
        #expect(try await provider.lookUp(.sample) == .absent)
    }

    @Test(arguments: ServiceTests.names.filter { $0 != "kling" })
    func `who cannot be asked by our name cannot tell`(name: String) async throws {
        let simulator = try await ServiceSimulator(.init(name) { $0.submit = ["taken"] })
        let provider = try simulator.provider()
        #expect(try await provider.lookUp(.sample) == .cannotTell)
    }

    @Test func `a server that is not there was certainly not asked`() async throws {
        let simulator = try await ServiceSimulator(.init("kling"))
        let desk = ServiceDesk(
            client: HTTPClient(), clock: simulator.clock, pictures: NoPictures(),
            downloads: Downloads(client: HTTPClient()) { _, _ in })
        let book = try OfferBook.named("kling")
        let provider = try desk.provider(
            .named("kling"), book, key: Secret("sk-secret"), server: "http://127.0.0.1:9")
        let error = await #expect(throws: ProviderError.self) {
            try await provider.submit(try book.sample(), as: .sample, within: .seconds(900))
        }
        #expect(error?.code == .transient)
    }

    @Test func `a key that comes back in an error is not shown`() async throws {
        let simulator = try await ServiceSimulator(.init("kling") { $0.submit = ["echo"] })
        let provider = try simulator.provider()
        let request = try provider.book.sample()
        let error = await #expect(throws: ProviderError.self) {
            try await provider.submit(request, as: .sample, within: .seconds(900))
        }
        #expect(error?.message.contains("wrong: Bearer [redacted]") == true)
        #expect("\(String(describing: error))".contains(simulator.plan.key) == false)
    }
}
