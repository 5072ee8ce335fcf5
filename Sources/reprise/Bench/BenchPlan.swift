import Domain
import Studio

/// What `reprise bench` is asked for, made into the benchmark that does it.
struct BenchPlan: Sendable {
    let arguments: Arguments
    let settings: Settings
    let children: Children
    let shell: Shell

    func http() throws(InputError) -> HTTPBench {
        HTTPBench(
            settings: settings, options: serviceOptions, rounds: try rounds, seconds: try seconds(or: 5),
            children: children, shell: shell)
    }

    func cache() throws(InputError) -> CacheBench {
        CacheBench(
            settings: settings, rounds: try rounds, seconds: try seconds(or: 5), children: children,
            shell: shell)
    }

    func render() throws(InputError) -> RenderBench {
        RenderBench(
            settings: settings, rounds: try rounds, seconds: try seconds(or: 10), children: children,
            shell: shell)
    }

    func diff() throws(InputError) -> DiffBench {
        DiffBench(
            settings: settings, pairs: try arguments.options["pairs"].map(EditPair.pairs) ?? EditPair.samples,
            rounds: try rounds, plot: arguments.options["plot"], children: children, shell: shell)
    }

    func jobs() throws(InputError) -> JobsBench {
        JobsBench(rounds: try rounds, seconds: try seconds(or: 5), shell: shell)
    }

    func keys() throws(InputError) -> KeysBench { KeysBench(rounds: try rounds, shell: shell) }

    func telemetry() throws(InputError) -> TelemetryBench {
        TelemetryBench(
            settings: settings, rounds: try rounds, seconds: try seconds(or: 5), children: children,
            shell: shell)
    }

    func writer() throws -> WriterBench {
        let sample = { () throws(InputError) in
            try SampleIdeas.thousand.map { text throws(InputError) in try Idea(typed: text) }
        }
        return WriterBench(
            writing: try Writing(settings),
            ideas: try arguments.options["ideas"].map(IdeaFile.ideas) ?? sample(), rounds: try rounds,
            shell: shell)
    }

    func recommend() throws -> RecommendBench {
        let isAlone = arguments.flags.contains("without-peers")
        return RecommendBench(
            writing: try Writing(settings), embedder: try EmbedderChoice(settings).embedder,
            counts: try sizes(or: [1000, 10_000, 100_000], in: 100...1_000_000),
            peers: isAlone ? nil : try VectorPeers(settings, children: children),
            plot: arguments.options["plot"], shell: shell)
    }

    func learning() throws -> LearningBench {
        LearningBench(
            writing: try Writing(settings), people: try arguments.integer("people", in: 1...10_000) ?? 200,
            rounds: try arguments.integer("rounds", in: 6...500) ?? 50, shell: shell)
    }

    func store() async throws -> StoreBench {
        let idea = try Idea(typed: SampleIdeas.cached)
        return StoreBench(
            store: try measuredStore,
            histories: SyntheticHistories(
                idea: idea, draft: try await Writing(settings).writer.write(idea)),
            sizes: try sizes(or: [10_000, 100_000], in: 1000...10_000_000),
            operations: try arguments.integer("operations", in: 0...10_000_000) ?? 0,
            plot: arguments.options["plot"], shell: shell)
    }

    /// SQLite, unless an address of MongoDB is set.
    private var measuredStore: any MeasuredStore {
        get throws {
            settings.mongodbURI.isEmpty
                ? try MeasuredSQLite(file: arguments.options["file"])
                : try MeasuredMongo(uri: settings.mongodbURI)
        }
    }

    private var rounds: Int {
        get throws(InputError) { try arguments.integer("rounds", in: 1...20) ?? 3 }
    }

    private func seconds(or usual: Int) throws(InputError) -> Int {
        try arguments.integer("seconds", in: 1...60) ?? usual
    }

    /// Numbers of prompts, the smallest first.
    private func sizes(or usual: [Int], in range: ClosedRange<Int>) throws(InputError) -> [Int] {
        guard let list = arguments.options["sizes"] else { return usual }
        let sizes = list.split(separator: ",").map { Int($0) ?? 0 }
        guard !sizes.isEmpty, sizes.allSatisfy(range.contains) else {
            throw InputError(
                field: "--sizes", code: .outOfRange,
                expected: "whole numbers from \(range.lowerBound) to \(range.upperBound), by commas")
        }
        return sizes.sorted()
    }

    /// The settings that the measured service takes over; where it serves and stores is the benchmark's.
    private var serviceOptions: [String] {
        let own: Set<String> = ["host", "port", "data-dir", "rounds", "seconds"]
        // The peer writes no access log either.
        let options = ["log-level": "warning"].merging(arguments.options) { $1 }
        return options.filter { !own.contains($0.key) }.sorted { $0.key < $1.key }
            .flatMap { ["--\($0.key)", $0.value] }
    }
}
