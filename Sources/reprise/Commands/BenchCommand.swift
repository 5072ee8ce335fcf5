import BlockingExecutor
import Domain

/// `reprise bench SUBJECT`.
enum BenchCommand: Command {
    static let name = "bench"
    static let summary = "Measures the service against a baseline of the same run."
    static let usage = "SUBJECT [--rounds COUNT] [--seconds COUNT] [OPTIONS]"
    static let optionsHelp = """
          http             Requests a second of a cached prompt and of /healthz beside a FastAPI service,
                           start times, memory after 1,000 prompts; needs wrk and scripts/bench-peers
          cache            Hits a second by words and by meaning with Redis and without, and misses, beside
                           FastAPI with redis-py and GPTCache; needs wrk, redis-server, scripts/bench-peers
          diff             The time and size of a diff beside fast-diff-match-patch and Python's difflib,
                           its growth, and texts of a megabyte; needs scripts/bench-peers
          jobs             Changes of video jobs a second that the store takes
          keys             What letting somebody in costs: the slow hash, and every request after it
          learning         How much less simulated people have to edit, the longer they are watched
          recommend        Time of a whole look-up and of the vectors alone, recall, memory, beside faiss and
                           chromadb; needs scripts/bench-peers recommend
          render           Four scenes at 640×360 and 1280×720: time, size and quality beside OpenCV for
                           Python, and ffmpeg on the same frames; needs ffmpeg and scripts/bench-peers
          store            Durable edits a second beside the bare database; reads, searches and bytes by
                           size; of SQLite, or of MongoDB with --mongodb-uri
          telemetry        Counting, a scrape, a log line, and their share of a cached prompt; needs wrk
                           and scripts/bench-peers
          writer           Ideas a second and the time of one, beside the dictionary alone
          --ideas FILE     writer: lines {"idea"} of JSON instead of a thousand made-up ideas
          --pairs FILE     diff: lines {"old","new","kind"} of JSON instead of a thousand made-up ideas
          --plot FILE      diff, recommend, store: where the growth is drawn as SVG
          --sizes COUNTS   recommend, store: numbers of prompts, separated by commas (1000,10000,100000 and
                           10000,100000)
          --file FILE      store: a SQLite file that is made, kept, and gone on with the next time
          --operations N   store: looks for leaks over so many operations, 0 to 10000000 (0)
          --people COUNT   learning: how many people take part, 1 to 10000 (200)
          --without-peers  recommend: leaves faiss and chromadb out, and the recall with them
          --rounds COUNT   How often each is measured, 1 to 20 (3); the median counts; learning: how many
                           prompts each person edits, 6 to 500 (50)
          --seconds COUNT  http, cache, jobs, telemetry: length of a round, 1 to 60 (5); render: length of a video,
                           1 to 60 (10)
        """
    static let grammar = Arguments.Grammar(
        options: ["rounds", "seconds", "ideas", "pairs", "plot", "sizes", "people", "operations", "file"],
        flags: ["without-peers"], operands: 1...1)

    static func run(_ arguments: Arguments, settings: Settings, shell: Shell) async throws -> ExitCode {
        let children = Children()
        let plan = BenchPlan(arguments: arguments, settings: settings, children: children, shell: shell)
        switch arguments.operands[0] {
        case "http": try await run(plan.http(), ending: children)
        case "cache": try await run(plan.cache(), ending: children)
        case "diff": try await run(plan.diff(), ending: children)
        case "jobs": try await plan.jobs().run()
        case "keys": try await plan.keys().run()
        case "learning": try await plan.learning().run()
        case "recommend": try await plan.recommend().run()
        case "render": try await run(plan.render(), ending: children)
        case "store": try await plan.store().run()
        case "telemetry": try await run(plan.telemetry(), ending: children)
        case "writer": try await plan.writer().run()
        case let other:
            throw InputError(
                field: other, code: .unknownValue,
                expected: "http, cache, diff, jobs, keys, learning, recommend, render, store, telemetry or "
                    + "writer")
        }
        return .done
    }

    private static func run(_ benchmark: any Benchmark, ending children: Children) async throws {
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
    }
}
