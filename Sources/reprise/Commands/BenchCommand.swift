import BlockingExecutor
import Domain
import Studio

/// `reprise bench http|render|writer|recommend|learning`.
enum BenchCommand: Command {
    static let name = "bench"
    static let summary = "Measures the service against a baseline of the same run."
    static let usage = "http|render|writer|recommend|learning [--rounds COUNT] [--seconds COUNT] [OPTIONS]"
    static let optionsHelp = """
          http             Requests a second of a cached prompt and of /healthz beside a FastAPI service,
                           start times, memory after 1,000 prompts; needs wrk and scripts/bench-peers
          render           Frames a second at 640×360 and 1280×720, beside ffmpeg when it is installed
          writer           Ideas a second and the time of one, beside the dictionary alone
          recommend        Time of a whole look-up and of the vectors alone, recall, memory, beside faiss and
                           chromadb; needs scripts/bench-peers recommend
          learning         How much less simulated people have to edit, the longer they are watched
          --sizes COUNTS   recommend: numbers of prompts, separated by commas (1000,10000,100000)
          --without-peers  recommend: leaves faiss and chromadb out, and the recall with them
          --people COUNT   learning: how many people take part, 1 to 10000 (200)
          --ideas FILE     writer: lines {"idea"} of JSON instead of a thousand made-up ideas
          --rounds COUNT   How often each is measured, 1 to 20 (3); the median counts; learning: how many
                           prompts each person edits, 6 to 500 (50)
          --seconds COUNT  http: length of a round, 1 to 60 (5); render: length of a video, 1 to 60 (10)
        """
    static let grammar = Arguments.Grammar(
        options: ["rounds", "seconds", "ideas", "sizes", "people"], flags: ["without-peers"], operands: 1...1)

    static func run(_ arguments: Arguments, settings: Settings, shell: Shell) async throws -> ExitCode {
        let children = Children()
        switch arguments.operands[0] {
        case "writer":
            try await writerBench(arguments, settings: settings, shell: shell).run()
            return .done
        case "recommend":
            try await recommendBench(arguments, settings: settings, children: children, shell: shell).run()
            return .done
        case "learning":
            try await learningBench(arguments, settings: settings, shell: shell).run()
            return .done
        default: break
        }
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
            throw InputError(
                field: other, code: .unknownValue, expected: "http, render, writer, recommend or learning")
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

    /// The settings that the measured service takes over; where it serves and stores is the benchmark's.
    private static func serviceOptions(_ arguments: Arguments) -> [String] {
        let own: Set<String> = ["host", "port", "data-dir", "rounds", "seconds"]
        // The peer writes no access log either.
        let options = ["log-level": "warning"].merging(arguments.options) { $1 }
        return options.filter { !own.contains($0.key) }.sorted { $0.key < $1.key }
            .flatMap { ["--\($0.key)", $0.value] }
    }

    private static func recommendBench(
        _ arguments: Arguments, settings: Settings, children: Children, shell: Shell
    ) throws -> RecommendBench {
        let sizes = (arguments.options["sizes"] ?? "1000,10000,100000").split(separator: ",").map { Int($0) }
        guard sizes.allSatisfy({ (100...1_000_000).contains($0 ?? 0) }) else {
            throw InputError(
                field: "--sizes", code: .outOfRange, expected: "whole numbers from 100 to 1000000")
        }
        let isAlone = arguments.flags.contains("without-peers")
        return RecommendBench(
            writing: try Writing(settings), embedder: try Meaning(settings).embedder,
            counts: sizes.compactMap(\.self),
            peers: isAlone ? nil : try VectorPeers(settings, children: children), shell: shell)
    }

    private static func learningBench(
        _ arguments: Arguments, settings: Settings, shell: Shell
    ) throws -> LearningBench {
        LearningBench(
            writing: try Writing(settings), people: try arguments.integer("people", in: 1...10_000) ?? 200,
            rounds: try arguments.integer("rounds", in: 6...500) ?? 50, shell: shell)
    }
}
