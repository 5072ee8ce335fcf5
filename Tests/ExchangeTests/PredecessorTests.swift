import Domain
import Exchange
import Foundation
import Korean
import Morphology
import Prompting
import SQLiteStore
import Studio
import TestSupport
import Testing

/// Files in the formats of the programs before this one become prompts, once.
@Suite(.timeLimit(.minutes(5)))
struct PredecessorTests {
    private let folder: TemporaryFolder
    private let store: SQLiteStore
    private let importer: PredecessorImporter

    init() throws {
        folder = try TemporaryFolder()
        store = try SQLiteStore(path: folder.file(SQLiteStore.fileName))
        let data = BuildProducts.package.appending(path: "data")
        let reader = IdeaReader(
            analyzer: try? MeCabAnalyzer(folder: data.appending(path: "packages/mecab-ko-dic").path),
            lexicon: try Lexicon(folder: data.appending(path: "lexicon").path))
        let spotter = reader.spotter
        importer = PredecessorImporter(
            importer: Importer(archive: store, jobs: store, isDryRun: false) { prompt in
                let words = try? await spotter.words(
                    of: prompt.idea, configuration: prompt.head.configuration,
                    translation: prompt.draft.translation)
                return words ?? PromptWords(version: "unread", idea: [], text: [])
            },
            writer: BuiltInWriter(
                reader: reader, catalogue: try ModelCatalogue(folder: data.appending(path: "models"))),
            workspace: .standard)
    }

    private func fixture(_ name: String) throws -> String {
        let url = try #require(Bundle.module.resourceURL)
        return url.appending(path: "Fixtures/\(name)").path
    }

    private func prompts() async throws -> [Prompt] {
        try await store.prompts(in: .standard, before: nil, limit: 100).reversed()
    }

    @Test(arguments: [
        ("history_20251103141502.json", 1, 0), ("prompt_history.jsonl", 2, 1),
        ("storyboard_harbour.json", 2, 0), ("video_logs.db", 3, 0),
    ])
    func `every prompt of a file comes in once, and what cannot is named`(
        name: String, count: Int, refused: Int
    ) async throws {
        let report = try await importer.importFile(at: fixture(name))
        #expect(report.added == count && report.refused.count == refused && report.different.isEmpty)
        let again = try await importer.importFile(at: fixture(name))
        #expect(again.added == 0 && again.unchanged == count)
        #expect(try await prompts().count == count)
    }

    @Test func `a record of the agent has both of its texts, with our diff between them`() async throws {
        _ = try await importer.importFile(at: fixture("history_20251103141502.json"))
        let prompt = try #require(try await prompts().first)
        #expect(prompt.idea.text == "비 오는 골목에서 우산을 쓴 아이")
        #expect("\(prompt.createdAt)" == "2025-11-03T14:15:02.318Z")
        let revisions = try await store.revisions(of: prompt.id, in: .standard)
        #expect(revisions.map(\.author) == ["video-generation-agent", "imported"])
        #expect(revisions[1].diff?.operations.isEmpty == false)
        #expect(prompt.head.text.hasPrefix("a child with an umbrella"))
    }

    @Test func `dates of mongoexport are read in both forms, and failures are no prompts`() async throws {
        let report = try await importer.importFile(at: fixture("prompt_history.jsonl"))
        let times = try await prompts().map { "\($0.createdAt)" }
        #expect(times == ["2025-11-03T05:20:00.250Z", "2025-11-03T05:21:00.000Z"])
        #expect(report.refused.first?.contains("failure") == true)
    }

    @Test func `segments keep shape, length and what stood around their text`() async throws {
        _ = try await importer.importFile(at: fixture("storyboard_harbour.json"))
        let prompts = try await prompts().sorted { $0.idea.text > $1.idea.text }
        #expect(prompts.map(\.head.configuration.parameters.durationSeconds) == [10, 25])
        #expect(prompts.map(\.head.configuration.parameters.aspect) == [.wide, .tall])
        #expect(
            prompts[0].head.text == "Mina opens the shutters of the shop at dawn "
                + "[Scene: harbour street | Props: wooden shutters] (Director Note: quiet, one long take)")
        #expect(prompts[1].head.text == "A fishing boat leaves the harbour")
        #expect(prompts.allSatisfy { $0.marks.tags.map(\.rawValue) == ["storyboard_harbour"] })
    }

    @Test func `rows of the video log keep their time, batch and outcome`() async throws {
        _ = try await importer.importFile(at: fixture("video_logs.db"))
        let prompts = try await prompts()
        #expect(prompts.map(\.marks.outcomes) == [[.rendered], [.failed], []])
        #expect(prompts.map { $0.marks.tags.map(\.rawValue) } == [["batch-b7"], ["batch-b7"], ["batch-b8"]])
        #expect("\(prompts[2].createdAt)" == "2025-10-02T09:30:00.000Z")
    }

    @Test(arguments: ["{}", "[]", "hello", "", "{\"input\": 3}"])
    func `a file of no known kind is refused with a sentence`(text: String) async throws {
        let path = folder.file("strange.json")
        try Data(text.utf8).write(to: URL(filePath: path))
        let error = await #expect(throws: ExchangeError.self) { try await importer.importFile(at: path) }
        #expect(error?.description.contains("no bundle, no history of the agent") == true)
    }
}
