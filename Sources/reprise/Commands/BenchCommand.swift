import BlockingExecutor
import Domain
import Studio

/// `reprise bench http|render|writer|diff`.
enum BenchCommand: Command {
    static let name = "bench"
    static let summary = "Measures the service against a baseline of the same run."
    static let usage =
        "http|render|writer|diff [--rounds COUNT] [--seconds COUNT] [--ideas FILE] [--pairs FILE] [--plot FILE]"
    static let optionsHelp = """
          http             Requests a second of a cached prompt and of /healthz beside a FastAPI service,
                           start times, memory after 1,000 prompts; needs wrk and scripts/bench-peers
          render           Four scenes at 640×360 and 1280×720: time, size and quality beside OpenCV for
                           Python, and ffmpeg on the same frames; needs ffmpeg and scripts/bench-peers
          writer           Ideas a second and the time of one, beside the dictionary alone
          diff             The time and size of a diff beside fast-diff-match-patch and Python's difflib,
                           its growth, and texts of a megabyte; needs scripts/bench-peers
          --pairs FILE     diff: lines {"old","new","kind"} of JSON instead of a thousand made-up ideas
          --plot FILE      diff: where the growth is drawn as SVG
          --ideas FILE     writer: lines {"idea"} of JSON instead of a thousand made-up ideas
          --rounds COUNT   How often each is measured, 1 to 20 (3); the median counts
          --seconds COUNT  http: length of a round, 1 to 60 (5); render: length of a video, 1 to 60 (10)
        """
    static let grammar = Arguments.Grammar(
        options: ["rounds", "seconds", "ideas", "pairs", "plot"], operands: 1...1)

    static func run(_ arguments: Arguments, settings: Settings, shell: Shell) async throws -> ExitCode {
        guard arguments.operands[0] != "writer" else {
            try await writerBench(arguments, settings: settings, shell: shell).run()
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
                settings: settings, rounds: rounds, seconds: seconds ?? 10, children: children, shell: shell)
        case "diff":
            return DiffBench(
                settings: settings,
                pairs: try arguments.options["pairs"].map(EditPair.pairs) ?? EditPair.samples,
                rounds: rounds, plot: arguments.options["plot"], children: children, shell: shell)
        case let other:
            throw InputError(field: other, code: .unknownValue, expected: "http, render, writer or diff")
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
        let own: Set<String> = ["host", "port", "data-dir", "rounds", "seconds", "ideas", "pairs", "plot"]
        // The peer writes no access log either.
        let options = ["log-level": "warning"].merging(arguments.options) { $1 }
        return options.filter { !own.contains($0.key) }.sorted { $0.key < $1.key }
            .flatMap { ["--\($0.key)", $0.value] }
    }
}
