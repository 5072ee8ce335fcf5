/// `bench http`: the service beside the least possible FastAPI service and beside the limit, in the same run.
///
/// Its calls block, so it is for a thread that may wait.
struct HTTPBench: Benchmark {
    let settings: Settings
    /// Settings of the command line, which the measured service gets too.
    let options: [String]
    let rounds: Int
    let seconds: Int
    let children: Children
    let shell: Shell

    func run() throws(BenchError) {
        let files = try BenchFiles(settings)
        let folder = try TemporaryFolder()
        let load = Load(files: files, folder: folder.path, children: children, seconds: seconds)
        let measured = try MeasuredServers(
            service: serve("throughput", in: load.folder), files: files, folder: folder.path,
            children: children)
        try warm(measured.service)
        shell.print(try throughput(load, measured).text)
        shell.print(try halfLoad(load, measured).text)
        shell.print(try millionRequests(load, measured).text)
        shell.print(try starts(in: folder.path).text)
    }

    /// Starts `reprise serve` of this very program.
    func serve(_ data: String, in folder: String) throws(BenchError) -> ServedProgram {
        let words = ["serve", "--host", "127.0.0.1", "--port", "0", "--data-dir", "\(folder)/\(data)"]
        return try ServedProgram(
            ProgramPath.own, words + options, folder: folder, among: children)
    }

    private func throughput(_ load: Load, _ measured: MeasuredServers) throws(BenchError) -> TextTable {
        var table = TextTable(
            "Requests, wrk -t1 -c64, median of \(rounds) rounds of \(seconds) s in turn; no access logs",
            head: ["", "requests/s", "p50 ms", "p99 ms", "times FastAPI", "% of limit"])
        for target in [BenchTarget.cachedPrompt, .health] {
            var figures: [[LoadFigures]] = [[], [], []]
            for round in 1...rounds {
                shell.say("\(target.name), round \(round) of \(rounds)")
                for (place, port) in measured.ports.enumerated() {
                    figures[place].append(try load.round(target, at: port))
                }
            }
            let summaries = figures.map { LoadSummary($0) }
            for (name, summary) in zip(["reprise", "FastAPI", "C epoll, one text"], summaries) {
                table.add(
                    summary, as: "\(name), \(target.name)", comparedWith: summaries[1], limit: summaries[2])
            }
        }
        return table
    }

    /// Has the prompt written, and makes sure that it comes out of the cache from then on.
    private func warm(_ service: ServedProgram) throws(BenchError) {
        let target = BenchTarget.cachedPrompt
        for status in [201, 200] {
            let answer = try service.client.status(of: target.path, form: target.form)
            guard answer == status else {
                throw BenchError("\(target.path) answers \(answer), not \(status), when it is warmed")
            }
        }
    }
}

extension TextTable {
    fileprivate mutating func add(
        _ load: LoadSummary, as name: String, comparedWith other: LoadSummary, limit: LoadSummary
    ) {
        add(
            name, load.requestsPerSecond.text(), load.p50.text(decimals: 2), load.p99.text(decimals: 2),
            (load.requestsPerSecond / other.requestsPerSecond).text(decimals: 1),
            (100 * load.requestsPerSecond / limit.requestsPerSecond).text())
    }
}
