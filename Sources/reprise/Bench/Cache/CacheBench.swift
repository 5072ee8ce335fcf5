/// `bench cache`: repeated ideas with Redis and without, beside a FastAPI service on redis-py and beside
/// GPTCache, in the same run.
///
/// Its calls block, so it is for a thread that may wait.
struct CacheBench: Benchmark {
    let settings: Settings
    let rounds: Int
    let seconds: Int
    let children: Children
    let shell: Shell

    private static let idea = "A man is riding a bicycle down the street."
    private static let wording = "The guy rides a bike on the road"

    func run() throws(BenchError) {
        let files = try BenchFiles(settings)
        let folder = try TemporaryFolder()
        let load = Load(files: files, folder: folder.path, children: children, seconds: seconds)
        shell.say("starting redis-server, reprise twice, and FastAPI with redis-py")
        let redis = try RedisChild(folder: folder.path, among: children)
        let alone = try serve("alone", [], load)
        let shared = try serve("shared", ["--redis-url", "redis://127.0.0.1:\(redis.port)"], load)
        let peer = try ServedProgram(
            files.peer.python, [files.beside("fastapi_redis.py"), "\(redis.port)"], folder: folder.path,
            among: children)
        for service in [alone, shared] { try warm(service) }
        var figures: [Row: [LoadFigures]] = [:]
        for round in 1...rounds {
            shell.say("round \(round) of \(rounds)")
            for row in Row.allCases {
                let service = row == .peerExact ? peer : row.isShared ? shared : alone
                figures[row, default: []].append(try measure(row, service, load))
            }
            figures[.gptCache, default: []].append(try gptCache(load))
        }
        shell.print(table(figures).text)
    }

    private func measure(_ row: Row, _ service: ServedProgram, _ load: Load) throws(BenchError) -> LoadFigures
    {
        let text = row.isOtherWording ? Self.wording : Self.idea
        let target = BenchTarget(
            name: row.rawValue, path: "/v1/prompts", form: FormText.field("idea", text))
        return try load.round(target, at: service.client.port, isUnique: row.isMiss)
    }

    private func gptCache(_ load: Load) throws(BenchError) -> LoadFigures {
        let folder = try TemporaryFolder()
        let child = try Child(
            load.files.peer.python, [load.files.beside("gptcache_lookup.py"), folder.path, "\(seconds)"],
            folder: load.folder, among: children)
        var figures: LoadFigures?
        while let line = try child.line(within: .seconds(seconds + 120)) {
            figures = LoadFigures(line: line) ?? figures
        }
        guard let figures, figures.failed == 0 else { throw child.failure("found nothing") }
        return figures
    }

    private func serve(_ name: String, _ options: [String], _ load: Load) throws(BenchError) -> ServedProgram
    {
        let words = [
            "serve", "--host", "127.0.0.1", "--port", "0", "--data-dir", "\(load.folder)/\(name)",
            "--log-level", "warning",
        ]
        return try ServedProgram(ProgramPath.own, words + options, folder: load.folder, among: children)
    }

    /// Has the idea written, and makes sure that it and its other wording come out of the cache.
    private func warm(_ service: ServedProgram) throws(BenchError) {
        for (text, status) in [(Self.idea, 201), (Self.idea, 200), (Self.wording, 200)] {
            let answer = try service.client.status(of: "/v1/prompts", form: FormText.field("idea", text))
            guard answer == status else {
                throw BenchError("'\(text)' answers \(answer), not \(status), when it is warmed")
            }
        }
    }

    private func table(_ figures: [Row: [LoadFigures]]) -> TextTable {
        var table = TextTable(
            "wrk -t1 -c64 over HTTP, median of \(rounds) rounds of \(seconds) s in turn; "
                + "GPTCache in its own process without HTTP",
            head: ["", "requests/s", "p50 ms", "p99 ms", "times its peer"])
        for row in Row.allCases + [.gptCache] {
            let load = LoadSummary(figures[row] ?? [])
            let peer = row.peer.flatMap { figures[$0] }.map { LoadSummary($0) }
            let times = peer.map { load.requestsPerSecond / $0.requestsPerSecond }
            table.add(
                row.rawValue, load.requestsPerSecond.text(), load.p50.text(decimals: 2),
                load.p99.text(decimals: 2), times.map { $0.text(decimals: 1) } ?? "")
        }
        return table
    }
}

/// What is measured; GPTCache stands by itself.
private enum Row: String, CaseIterable {
    case exactShared = "exact hit, with Redis"
    case exactAlone = "exact hit, without"
    case peerExact = "exact hit, FastAPI and redis-py"
    case meaningShared = "hit by meaning, with Redis"
    case meaningAlone = "hit by meaning, without"
    case missShared = "miss, with Redis"
    case missAlone = "miss, without"
    case gptCache = "hit by meaning, GPTCache"

    static var allCases: [Row] {
        [.exactShared, .exactAlone, .peerExact, .meaningShared, .meaningAlone, .missShared, .missAlone]
    }

    var isShared: Bool { [.exactShared, .meaningShared, .missShared].contains(self) }
    var isOtherWording: Bool { [.meaningShared, .meaningAlone].contains(self) }
    var isMiss: Bool { [.missShared, .missAlone].contains(self) }

    var peer: Row? {
        switch self {
        case .exactShared, .exactAlone: .peerExact
        case .meaningShared, .meaningAlone: .gptCache
        default: nil
        }
    }
}
