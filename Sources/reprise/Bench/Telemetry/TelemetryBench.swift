import Telemetry

/// `bench telemetry`: what counting, a scrape and a log line take, and how much of a cached prompt that is.
///
/// Its calls block, so it is for a thread that may wait.
struct TelemetryBench: Benchmark {
    let settings: Settings
    let rounds: Int
    let seconds: Int
    let children: Children
    let shell: Shell

    func run() throws(BenchError) {
        let meter = MeterBench(rounds: rounds)
        shell.say("counting, scraping, logging")
        shell.print(meter.counting.text)
        shell.print(meter.scraping.text)
        shell.print(try throughput(counting: meter.nanosecondsPerRequest).text)
    }

    /// A cached prompt without a log, with one of all requests, and with a trace of each in hundred.
    private func throughput(counting nanoseconds: Double) throws(BenchError) -> TextTable {
        let files = try BenchFiles(settings)
        let folder = try TemporaryFolder()
        let load = Load(files: files, folder: folder.path, children: children, seconds: seconds)
        let kinds = [
            ("no log", ["--log-level", "error", "--access-log", "none"]),
            ("every request logged", ["--log-level", "info", "--access-log", "all", "--log-format", "json"]),
        ]
        var services: [ServedProgram] = []
        for (offset, kind) in kinds.enumerated() {
            services.append(try serve("\(offset)", kind.1, load))
        }
        var rates = kinds.map { _ in [Double]() }
        for round in 1...rounds {
            shell.say("cached prompt, round \(round) of \(rounds)")
            for (offset, service) in services.enumerated() {
                rates[offset].append(try load.round(.cachedPrompt, at: service.client.port).requestsPerSecond)
            }
        }
        let medians = rates.map { $0.median ?? 0 }
        var table = TextTable(
            "A cached prompt, wrk -t1 -c64, median of \(rounds) rounds of \(seconds) s in turn",
            head: ["", "requests/s", "cost %"])
        let share = nanoseconds * medians[0] / 1e9 * 100
        table.add("metrics alone, by the times above", "", share.text(decimals: 2))
        for (kind, rate) in zip(kinds, medians) {
            table.add(kind.0, rate.text(), ((1 - rate / medians[0]) * 100).text(decimals: 1))
        }
        return table
    }

    private func serve(_ name: String, _ options: [String], _ load: Load) throws(BenchError) -> ServedProgram
    {
        let words = ["serve", "--host", "127.0.0.1", "--port", "0", "--data-dir", "\(load.folder)/\(name)"]
        let service = try ServedProgram(
            ProgramPath.own, words + options, folder: load.folder, among: children)
        let target = BenchTarget.cachedPrompt
        for status in [201, 200] {
            let answer = try service.client.status(of: target.path, form: target.form)
            guard answer == status else {
                throw BenchError("\(target.path) answers \(answer), not \(status), when it is warmed")
            }
        }
        return service
    }
}
