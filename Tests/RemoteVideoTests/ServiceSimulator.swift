import Domain
import Foundation
import HTTPClient
import RemoteVideo
import TestSupport

/// A service as `Servers/provider-simulator.py` plays it, and our way to it.
final class ServiceSimulator: Sendable {
    /// What the simulator is told.
    struct Plan: Encodable {
        var service: String
        var key = "sk-secret-of-the-tests"
        var video = Data(SampleVideo.webm(seconds: 5)).base64EncodedString()
        var end = "succeeded"
        var submit: [String] = []
        var poll: [String] = []
        var file: [String] = []

        init(_ service: String, _ change: (inout Self) -> Void = { _ in }) {
            self.service = service
            change(&self)
        }
    }

    /// A request as it arrived; names of headers are in lower case.
    struct Received: Decodable {
        let method: String
        let path: String
        /// Whether it came to the host of the files.
        let isFile: Bool
        let headers: [String: String]
        let body: String
    }

    struct DidNotStart: Error {}

    let plan: Plan
    let url: String
    let clock = ManualWallClock()
    let folder: TemporaryFolder
    private let process: ChildProcess
    private let client = HTTPClient()

    init(_ plan: Plan) async throws {
        self.plan = plan
        folder = try TemporaryFolder()
        (process, url) = try await Self.start("provider-simulator.py", plan)
    }

    static func start(_ script: String, _ plan: some Encodable) async throws -> (ChildProcess, String) {
        let path = BuildProducts.package.appending(path: "Tests/TestSupport/Servers/\(script)").path
        let process = try ChildProcess(
            "/usr/bin/python3", [path],
            input: String(decoding: JSONEncoder().encode(plan), as: UTF8.self) + "\n")
        guard let line = await process.line(where: { $0.hasPrefix("port ") }),
            let port = Int(line.dropFirst("port ".count))
        else { throw DidNotStart() }
        return (process, "http://127.0.0.1:\(port)")
    }

    /// The provider as the program makes it, with this simulator for its server.
    func provider(
        key: String? = nil, patience: Duration = .seconds(60), _ change: (inout Downloads) -> Void = { _ in }
    ) throws -> RemoteVideoProvider {
        let known = try KnownService.named(plan.service)
        // The simulator lives as long as the provider.
        var downloads = Downloads(client: client) { _, _ in withExtendedLifetime(self) {} }
        downloads.allowsPrivate = true
        change(&downloads)
        let desk = ServiceDesk(
            client: client, clock: clock, pictures: NoPictures(), downloads: downloads, patience: patience)
        return try desk.provider(
            known, try OfferBook.named(plan.service), key: Secret(key ?? plan.key), server: url)
    }

    /// Every request so far.
    func received() async throws -> [Received] {
        let answer = try await client.send(HTTPClient.Request(.get, url + "/_log"))
        return try JSONDecoder().decode([Received].self, from: Data(answer.body))
    }

    func target(_ name: String = "video") -> DownloadTarget {
        DownloadTarget(video: folder.file(name + ".partial"), thumbnail: folder.file(name + ".jpg"))
    }

    var videoBytes: Data? { Data(base64Encoded: plan.video) }
}

/// Keeps no pictures.
struct NoPictures: PictureSource {
    func picture(_ name: VideoPictures.Name) async throws(ProviderError) -> KeptPicture {
        KeptPicture(name: name, type: "image/png", bytes: [0x89, 0x50, 0x4E, 0x47])
    }
}

extension KnownService {
    struct Unknown: Error {}

    static func named(_ name: String) throws -> Self {
        guard let service = all.first(where: { $0.name == name }) else { throw Unknown() }
        return service
    }
}

extension OfferBook {
    static func named(_ name: String) throws -> Self {
        let path = BuildProducts.package.appending(path: "data/providers/\(name).json").path
        let data = try Data(contentsOf: URL(filePath: path))
        return try OfferBook(reading: data, file: "\(name).json")
    }

    /// A request for its first model that fits.
    func sample(_ change: (inout VideoRequest) throws -> Void = { _ in }) throws -> VideoRequest {
        var request = VideoRequest(
            text: "A puppy runs through snow.", negative: "blur", idea: "눈밭을 달리는 강아지", model: offers[0].model,
            format: try VideoFormat(durationSeconds: offers[0].durations[0][0]), seed: 7)
        try change(&request)
        return request
    }
}

extension SubmissionName {
    static let sample = SubmissionName(
        job: VideoJob.ID(at: Timestamp(milliseconds: 1_795_000_000_000), random: SystemRandomSource()),
        attempt: 1)
}

extension RemoteVideoProvider {
    /// Looks until the state is final, or often enough.
    func follow(_ handle: ProviderHandle, looks: Int = 5) async throws -> [ProviderState] {
        var states: [ProviderState] = []
        for _ in 0..<looks {
            let state = try await state(of: handle)
            states.append(state)
            switch state {
            case .queued, .running: continue
            case .succeeded, .failed, .notFound: return states
            }
        }
        return states
    }
}
