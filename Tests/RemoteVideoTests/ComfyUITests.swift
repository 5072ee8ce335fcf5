import Domain
import Foundation
import HTTPClient
import RemoteVideo
import TestSupport
import Testing

/// A ComfyUI server: its queue, its history that forgets, its refusals.
@Suite(.timeLimit(.minutes(5)))
struct ComfyUITests {
    struct Plan: Encodable {
        var header = ""
        var version = "0.36.0"
        var video = Data(SampleVideo.webm(seconds: 5)).base64EncodedString()
        var nodes = ["LoadImage", "CLIPTextEncode", "SaveWEBM"]
        var stages = ["pending", "running", "done"]
        var fault = ""

        init(_ change: (inout Self) -> Void = { _ in }) { change(&self) }
    }

    private let folder: TemporaryFolder
    private let client = HTTPClient()

    init() throws { folder = try TemporaryFolder() }

    @Test func `a workflow is queued, runs and is fetched`() async throws {
        let (comfy, _) = try await server()
        let handle = try await submit(comfy)
        #expect(try await comfy.state(of: handle) == .queued)
        #expect(try await comfy.state(of: handle) == .running(progress: 0))
        #expect(try await comfy.state(of: handle) == .succeeded)
        try await comfy.download(handle, to: target)
        #expect(FileManager.default.fileExists(atPath: target.video))
    }

    // What `/history` answers is the same for all four.
    @Test(
        arguments: zip(
            [["pending"], ["running"], ["evicted"], ["restarted"]],
            [ProviderState.queued, .running(progress: 0), .succeeded, .notFound]))
    func `waiting, running, forgotten and lost are told apart`(
        stages: [String], state: ProviderState
    ) async throws {
        let (comfy, _) = try await server { $0.stages = stages }
        let handle = try await submit(comfy)
        #expect(try await comfy.state(of: handle) == state)
    }

    @Test func `a job that ends between two questions is seen`() async throws {
        let (comfy, _) = try await server { $0.stages = ["restarted", "done"] }
        let handle = try await submit(comfy)
        #expect(try await comfy.state(of: handle) == .succeeded)
    }

    @Test(arguments: zip(["error", "interrupted"], [ProviderError.Code.invalidRequest, .cancelled]))
    func `a job that failed and one that was stopped differ`(
        stage: String, code: ProviderError.Code
    ) async throws {
        let (comfy, _) = try await server { $0.stages = [stage] }
        guard case .failed(let error) = try await comfy.state(of: try await submit(comfy)) else {
            Issue.record("It did not fail")
            return
        }
        #expect(error.code == code)
    }

    @Test func `a missing node and a missing model are named`() async throws {
        let (comfy, _) = try await server { $0.nodes = ["SaveWEBM"] }
        let missing = await #expect(throws: ProviderError.self) { try await submit(comfy) }
        #expect(missing?.code == .invalidRequest)
        #expect(missing?.message.contains("missing_node_type") == true)
        let (other, _) = try await server(model: "missing.safetensors")
        let model = await #expect(throws: ProviderError.self) { try await submit(other) }
        #expect(model?.message.contains("node 6 (CLIPTextEncode): Value not in list") == true)
    }

    @Test(arguments: zip(["taken", "drop"], [true, false]))
    func `a submission whose answer was lost is looked up`(fault: String, isThere: Bool) async throws {
        let (comfy, _) = try await server { $0.fault = fault }
        let error = await #expect(throws: ProviderError.self) { try await submit(comfy) }
        #expect(error?.code == .outcomeUnknown)
        let found = try await comfy.lookUp(.sample)
        if isThere {
            guard case .found(let handle) = found else {
                Issue.record("It was not found")
                return
            }
            #expect(try await comfy.follow(handle).last == .succeeded)
        } else {
            #expect(found == .absent)
        }
    }

    @Test func `a server that gives its own names cannot tell`() async throws {
        let (comfy, _) = try await server { ($0.version, $0.fault) = ("0.20.1", "taken") }
        await #expect(throws: ProviderError.self) { try await submit(comfy) }
        #expect(try await comfy.lookUp(.sample) == .cannotTell)
    }

    @Test(arguments: zip([["pending"], ["running"], ["done"]], [false, true, false]))
    func `only a running job is interrupted`(stages: [String], isInterrupted: Bool) async throws {
        let (comfy, url) = try await server { $0.stages = stages }
        let handle = try await submit(comfy)
        await comfy.cancel(handle)
        let paths = try await received(url).map(\.path)
        #expect(paths.contains("/queue"))
        #expect(paths.contains("/interrupt") == isInterrupted)
    }

    @Test func `the front door gets its header, and a wrong one is told`() async throws {
        let (comfy, _) = try await server(header: "X-API-Key: open sesame") {
            $0.header = "X-API-Key: open sesame"
        }
        _ = try await submit(comfy)
        #expect(await comfy.status().detail.contains("ComfyUI 0.36.0 on cuda:0 Test"))
        let (shut, _) = try await server { $0.header = "X-API-Key: open sesame" }
        let error = await #expect(throws: ProviderError.self) { try await submit(shut) }
        #expect(error?.code == .authentication)
        #expect(await shut.status().state == .degraded)
    }

    @Test func `everything is put into its place, and pictures are uploaded`() async throws {
        let (comfy, url) = try await server()
        let handle = try await submit(comfy) { $0.pictures.start = "picture.png" }
        let requests = try await received(url)
        #expect(requests.first?.path == "/upload/image")
        let body = try #require(requests.last?.body)
        #expect(body.contains("A puppy runs through snow."))
        #expect(body.contains("in/kept (1).png"))
        #expect(body.contains("partner-key-of-the-tests"))
        #expect(!handle.value.contains("partner-key-of-the-tests"))
    }

    // MARK: The server

    private var target: DownloadTarget {
        DownloadTarget(video: folder.file("video.partial"), thumbnail: folder.file("video.jpg"))
    }

    private func server(
        model: String = "there.safetensors", header: String = "", _ change: (inout Plan) -> Void = { _ in }
    ) async throws -> (RemoteVideoProvider, String) {
        let (process, url) = try await ServiceSimulator.start("comfyui-simulator.py", Plan(change))
        let desk = ServiceDesk(
            client: client, clock: ManualWallClock(), pictures: NoPictures(),
            // The server lives as long as the provider.
            downloads: Downloads(client: client) { _, _ in withExtendedLifetime(process) {} })
        let provider = try desk.comfyUI(
            url, templates: [try WorkflowTemplate.sample(model: model)], header: Secret(header),
            partnerKey: Secret("partner-key-of-the-tests"))
        return (provider, url)
    }

    private func submit(_ comfy: RemoteVideoProvider, _ change: (inout VideoRequest) -> Void = { _ in })
        async throws -> ProviderHandle
    {
        let request = try comfy.book.sample(change)
        return try await comfy.submit(request, as: .sample, within: .seconds(900))
    }

    private func received(_ url: String) async throws -> [ServiceSimulator.Received] {
        let answer = try await client.send(HTTPClient.Request(.get, url + "/_log"))
        return try JSONDecoder().decode([ServiceSimulator.Received].self, from: Data(answer.body))
    }
}
