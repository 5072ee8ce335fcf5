import Domain
import Exchange
import Foundation
import SQLiteStore
import TestSupport
import Testing

/// What goes out comes in again, whole and once.
@Suite(.timeLimit(.minutes(5)))
struct BundleTests {
    private let folder: TemporaryFolder
    private let now = Timestamp(milliseconds: 1_795_000_000_000)

    init() throws { folder = try TemporaryFolder() }

    private func store(_ name: String) throws -> SQLiteStore { try SQLiteStore(path: folder.file(name)) }

    private func importer(_ store: SQLiteStore, isDryRun: Bool = false) -> Importer {
        Importer(archive: store, jobs: store, isDryRun: isDryRun) { prompt in
            PromptWords(version: "1", idea: [prompt.head.configuration.model.rawValue], text: [])
        }
    }

    /// A store with prompts of two workspaces, some with more revisions, jobs and a rule.
    private func filled() async throws -> SQLiteStore {
        let store = try store("source.sqlite")
        var samples = HistorySamples(seed: 400)
        for number in 0..<130 {
            let workspace = Workspace(rawValue: number % 3 == 0 ? "b" : "a")
            let (prompt, first) = try samples.prompt(in: workspace)
            try await store.create(prompt, first: first)
            var last = first
            for _ in 0..<(number % 4) {
                last = samples.revision(after: last)
                try await store.append(last, in: workspace)
            }
            var job = try samples.job(in: workspace, of: prompt.id)
            if number % 2 == 0 { job.state = .succeeded }
            if number % 10 == 0 { try await store.enqueue(job) }
        }
        let rule = LabelRule(
            label: try ReferenceName("production", field: "l"), isProtected: true, requiredApprovals: 2)
        let (prompt, first) = try samples.prompt(in: Workspace(rawValue: "a"))
        try await store.create(prompt, first: first)
        try await store.set(rule, recording: .of(prompt, .changedRule), in: Workspace(rawValue: "a"))
        return store
    }

    private func histories(_ store: SQLiteStore) async throws -> [PromptHistory] {
        var histories: [PromptHistory] = []
        for prompt in try await store.allPrompts(after: nil, limit: 1000) {
            histories.append(try await PromptHistory.read(prompt.id, in: prompt.workspace, from: store))
        }
        return histories
    }

    @Test func `an export is imported whole, and a second import changes nothing`() async throws {
        let source = try await filled()
        let path = folder.file("all.jsonl")
        let exported = try await Exporter(archive: source, jobs: source).export(to: path, at: now)
        #expect(exported.prompts == 131 && exported.jobs == 13 && exported.rules == 1)
        let target = try store("target.sqlite")
        let dry = try await importer(target, isDryRun: true).importBundle(at: path)
        #expect(dry.added == 131 && dry.addedJobs == 13)
        #expect(try await target.allPrompts(after: nil, limit: 10).isEmpty)
        let report = try await importer(target).importBundle(at: path)
        #expect(report.added == 131 && report.addedJobs == 13 && report.addedRules == 1)
        #expect(report.refused.isEmpty && report.different.isEmpty && report.unchanged == 0)
        #expect(try await histories(target) == histories(source))
        let again = try await importer(target).importBundle(at: path)
        #expect(again.added == 0 && again.unchanged == 131 && again.addedJobs == 0 && again.addedRules == 0)
        #expect(try await histories(target) == histories(source))
        let second = folder.file("again.jsonl")
        let exportedAgain = try await Exporter(archive: target, jobs: target).export(to: second, at: now)
        #expect(exportedAgain == exported)
        #expect(try Data(contentsOf: URL(filePath: path)) == Data(contentsOf: URL(filePath: second)))
    }

    @Test(arguments: [0, 1, 1000, 50_000, 100_000])
    func `an export that broke off is gone on with`(bytes: Int) async throws {
        let source = try await filled()
        let whole = folder.file("whole.jsonl")
        let exporter = Exporter(archive: source, jobs: source)
        let expected = try await exporter.export(to: whole, at: now)
        let data = try Data(contentsOf: URL(filePath: whole))
        let path = folder.file("broken.jsonl")
        try data.prefix(bytes).write(to: URL(filePath: path + ".partial"))
        #expect(try await exporter.export(to: path, at: now) == expected)
        #expect(try Data(contentsOf: URL(filePath: path)) == data)
    }

    @Test func `what is here and differs is left and named`() async throws {
        let source = try await filled()
        let path = folder.file("all.jsonl")
        _ = try await Exporter(archive: source, jobs: source).export(to: path, at: now)
        let target = try store("target.sqlite")
        _ = try await importer(target).importBundle(at: path)
        let prompts = try await target.allPrompts(after: nil, limit: 3)
        var change = MarksChange()
        change.rating = 5
        _ = try await target.mark(
            prompts[0].id, with: change, recording: nil, in: prompts[0].workspace)
        try await target.delete(
            prompts[1].id, at: now, recording: .of(prompts[1], .deleted), in: prompts[1].workspace)
        let dry = try await importer(target, isDryRun: true).importBundle(at: path)
        let report = try await importer(target).importBundle(at: path)
        #expect(report.different == [prompts[0].id, prompts[1].id] && report.unchanged == 129)
        #expect(dry == report)
        let kept = try await target.prompt(prompts[0].id, in: prompts[0].workspace)
        #expect(kept.marks.rating == 5)
    }

    @Test(arguments: [0.2, 0.5, 0.9, 0.999])
    func `a bundle that is cut short or damaged brings nothing`(position: Double) async throws {
        let source = try await filled()
        let path = folder.file("all.jsonl")
        _ = try await Exporter(archive: source, jobs: source).export(to: path, at: now)
        let data = try Data(contentsOf: URL(filePath: path))
        let target = try store("target.sqlite")
        let place = Int(Double(data.count) * position)
        var damaged = data
        damaged[place] = damaged[place] == UInt8(ascii: "1") ? UInt8(ascii: "2") : UInt8(ascii: "1")
        for broken in [data.prefix(place), damaged, data + data] {
            try broken.write(to: URL(filePath: path))
            await #expect(throws: ExchangeError.self) {
                try await importer(target).importBundle(at: path)
            }
        }
        #expect(try await target.allPrompts(after: nil, limit: 1).isEmpty)
    }

    @Test func `a newer bundle is refused with a sentence`() async throws {
        let path = folder.file("newer.jsonl")
        let header =
            #"{"header":{"createdAt":"2026-11-25T00:00:00.000Z","format":"reprise-bundle","version":9}}"#
        try Data((header + "\n").utf8).write(to: URL(filePath: path))
        let target = try store("target.sqlite")
        let error = await #expect(throws: ExchangeError.self) {
            try await importer(target).importBundle(at: path)
        }
        #expect(error?.description.contains("newer version of Reprise (bundle 9") == true)
    }
}
