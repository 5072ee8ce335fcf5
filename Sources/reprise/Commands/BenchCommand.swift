import BlockingExecutor
import Domain
import Studio

/// `reprise bench http|render|store|writer`.
enum BenchCommand: Command {
    static let name = "bench"
    static let summary = "Measures the service against a baseline of the same run."
    static let usage = "http|render|store|writer [--rounds COUNT] [--seconds COUNT] [--ideas FILE]"
    static let optionsHelp = """
          http             Requests a second of a cached prompt and of /healthz beside a FastAPI service,
                           start times, memory after 1,000 prompts; needs wrk and scripts/bench-peers
          render           Frames a second at 640×360 and 1280×720, beside ffmpeg when it is installed
          store            Durable edits a second beside the bare database; reads, searches and bytes
                           by size; SQLite, or MongoDB with --mongodb-uri
          writer           Ideas a second and the time of one, beside the dictionary alone
          --ideas FILE     writer: lines {"idea"} of JSON instead of a thousand made-up ideas
          --sizes LIST     store: prompts at which it is measured (10000,100000); a million takes an hour
          --plot FILE      store: draws how times grow, as SVG
          --operations N   store: looks for leaks over so many operations, 0 to 10000000 (0)
          --rounds COUNT   How often each is measured, 1 to 20 (3); the median counts
          --seconds COUNT  http: length of a round, 1 to 60 (5); render: length of a video, 1 to 60 (10)
        """
    static let grammar = Arguments.Grammar(
        options: ["rounds", "seconds", "ideas", "sizes", "plot", "operations"], operands: 1...1)

    static func run(_ arguments: Arguments, settings: Settings, shell: Shell) async throws -> ExitCode {
        guard arguments.operands[0] != "writer" else {
            try await writerBench(arguments, settings: settings, shell: shell).run()
            return .done
        }
        guard arguments.operands[0] != "store" else {
            try await storeBench(arguments, settings: settings, shell: shell).run()
            return .done
        }
        let children = Children()
        let benchmark = try benchmark(arguments, settings: settings, children: children, shell: shell)
        // Every child is read and waited for on this thread.
        let thread = BlockingPool(name: "bench", threads: 1)
        try await withThrowingTaskGroup { group in
            defer { group.cancelAll() }
            group.addTask {
                await StopSignal().wait()
                children.endAll()
            }
            try await thread.run { () throws(BenchError) in try benchmark.run() }
        }
        return .done
    }

    private static func benchmark(
        _ arguments: Arguments, settings: Settings, children: Children, shell: Shell
    ) throws(InputError) -> any Benchmark {
        let rounds = try arguments.integer("rounds", in: 1...20) ?? 3
        let seconds = try arguments.integer("seconds", in: 1...60)
        switch arguments.operands[0] {
        case "http":
            return HTTPBench(
                settings: settings, options: serviceOptions(arguments), rounds: rounds,
                seconds: seconds ?? 5, children: children, shell: shell)
        case "render":
            return RenderBench(
                rounds: rounds, seconds: seconds ?? 10, children: children, shell: shell)
        case let other:
            throw InputError(field: other, code: .unknownValue, expected: "http, render, store or writer")
        }
    }

    private static func writerBench(
        _ arguments: Arguments, settings: Settings, shell: Shell
    ) throws -> WriterBench {
        let sample = { () throws(InputError) in
            try SampleIdeas.thousand.map { text throws(InputError) in try Idea(typed: text) }
        }
        return WriterBench(
            writing: try Writing(settings),
            ideas: try arguments.options["ideas"].map(IdeaFile.ideas) ?? sample(),
            rounds: try arguments.integer("rounds", in: 1...20) ?? 3, shell: shell)
    }

    private static func storeBench(
        _ arguments: Arguments, settings: Settings, shell: Shell
    ) async throws -> StoreBench {
        let sizes = try (arguments.options["sizes"] ?? "10000,100000").split(separator: ",").map {
            word throws(InputError) in
            guard let size = Int(word), (1000...10_000_000).contains(size) else {
                throw InputError(
                    field: "--sizes", code: .outOfRange, expected: "numbers from 1000 to 10000000, by commas")
            }
            return size
        }
        let idea = try Idea(typed: SampleIdeas.cached)
        let store: any MeasuredStore =
            if settings.mongodbURI.isEmpty {
                try MeasuredSQLite()
            } else {
                try MeasuredMongo(uri: settings.mongodbURI)
            }
        return StoreBench(
            store: store,
            histories: SyntheticHistories(
                idea: idea, draft: try await Writing(settings).writer.write(idea)),
            sizes: sizes.sorted(), operations: try arguments.integer("operations", in: 0...10_000_000) ?? 0,
            plot: arguments.options["plot"], shell: shell)
    }

    /// The settings that the measured service takes over; where it serves and stores is the benchmark's.
    private static func serviceOptions(_ arguments: Arguments) -> [String] {
        let own: Set<String> = ["host", "port", "data-dir", "rounds", "seconds"]
        // The peer writes no access log either.
        let options = ["log-level": "warning"].merging(arguments.options) { $1 }
        return options.filter { !own.contains($0.key) }.sorted { $0.key < $1.key }
            .flatMap { ["--\($0.key)", $0.value] }
    }
}
