import Domain
import HTTPClient
import LanguageModel
import Studio
import Telemetry

extension Writing {
    /// The writer that asks a language model; nil when none is configured.
    ///
    /// - Throws: ``InputError`` that names the setting.
    static func languageModel(
        _ settings: Settings, beside builtIn: BuiltInWriter, reader: IdeaReader, log: Log,
        metrics: LanguageModelMetrics
    ) throws(InputError) -> LanguageModelWriter<ContinuousClock>? {
        guard !settings.llmURL.isEmpty else { return nil }
        var model = try LanguageModelSettings(
            url: settings.llmURL, key: settings.llmKey, model: settings.llmModel)
        model.deadline = .seconds(settings.llmSeconds)
        (model.inputPrice, model.outputPrice) = (settings.llmInputPrice, settings.llmOutputPrice)
        let parts = LanguageModelWriter<ContinuousClock>.Parts(
            read: { idea throws(WriterError) in try await reader.read(idea).understanding },
            compose: { idea throws(WriterError) in try builtIn.composing(idea) },
            versions: builtIn.versions, log: log)
        var client = HTTPClient.Configuration()
        client.userAgent = "Reprise/\(VersionCommand.version)"
        return LanguageModelWriter(
            model, parts: parts, client: HTTPClient(client), clock: ContinuousClock(), metrics: metrics)
    }
}
