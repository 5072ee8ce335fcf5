import Domain
import Foundation
import Korean
import LanguageModel
import Morphology
import Prompting
import Studio
import Telemetry

/// What turns ideas into prompts: dictionary, lexicon and model catalogue.
struct Writing: Sendable {
    let reader: IdeaReader
    let writer: any PromptWriter
    let catalogue: ModelCatalogue
    private let builtIn: BuiltInWriter
    /// The writer too, when a language model is configured.
    let languageModel: LanguageModelWriter<ContinuousClock>?
    /// nil without a dictionary.
    let analyzer: MeCabAnalyzer?
    let dictionary: PartStatus

    /// Loads everything from the resources, a few milliseconds.
    ///
    /// - Parameters:
    ///   - settings: Where the resources lie, and which language model writes, if any.
    ///   - log: Told when the language model fails.
    ///   - registry: Counts what the language model does.
    /// - Throws: An error that names the file when lexicon or catalogue cannot be read, or the setting of
    ///   the language model that does not fit. A missing dictionary is no error: English ideas work without.
    init(_ settings: Settings, log: Log = .silent, registry: MetricsRegistry = MetricsRegistry()) throws {
        let resources = Resources(settings)
        let lexicon = try Lexicon(folder: "\(resources.folder)/lexicon")
        catalogue = try ModelCatalogue(folder: URL(filePath: "\(resources.folder)/models"))
        let analyzer: MeCabAnalyzer?
        do {
            analyzer = try MeCabAnalyzer(
                folder: resources.dictionary, userDictionary: resources.userDictionary)
            dictionary = PartStatus(
                name: "dictionary", state: .ready, detail: "Korean by \(resources.dictionary)")
        } catch {
            analyzer = nil
            dictionary = PartStatus(
                name: "dictionary", state: .degraded,
                detail: "Korean ideas are refused: \(error); 'make packages' fetches the dictionary")
        }
        self.analyzer = analyzer
        reader = IdeaReader(analyzer: analyzer, lexicon: lexicon)
        builtIn = BuiltInWriter(reader: reader, catalogue: catalogue)
        languageModel = try Self.languageModel(
            settings, beside: builtIn, reader: reader, log: log, metrics: LanguageModelMetrics(registry))
        writer = languageModel ?? builtIn
    }

    /// The scene of a draft in the style that an idea asks for, without asking the language model again.
    @Sendable func recomposed(_ idea: Idea, from draft: Draft) async throws -> Draft {
        var understanding = try await reader.read(idea).understanding
        let styled = understanding.scene
        understanding.scene = draft.scene
        (understanding.scene.style, understanding.scene.mood) = (styled.style, styled.mood)
        (understanding.scene.camera, understanding.scene.light) = (styled.camera, styled.light)
        understanding.translation = draft.translation
        var composed = try builtIn.composing(idea)(understanding)
        composed.writer = draft.writer
        return composed
    }
}
