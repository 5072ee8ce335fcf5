extension HTTPBench {
    private static let connections = 64

    /// How even answers come at half of what the service can do.
    func halfLoad(_ load: Load, _ measured: MeasuredServers) throws(BenchError) -> TextTable {
        let program = try CProgram.compiled(
            "paced_load.c", load.files, folder: load.folder, among: children)
        var table = TextTable(
            "At half load, a steady rate over \(Self.connections) connections, median of \(rounds) rounds of "
                + "\(seconds) s",
            head: ["", "requests/s", "p50 ms", "p99 ms", "p99 / p50"])
        for target in [BenchTarget.cachedPrompt, .health] {
            shell.say("half load, \(target.name)")
            let most = try load.round(target, at: measured.service.client.port).requestsPerSecond
            var figures: [LoadFigures] = []
            for _ in 1...rounds {
                figures.append(
                    try paced(program, target, at: measured.service.client.port, rate: Int(most / 2), load))
            }
            let summary = LoadSummary(figures)
            table.add(
                target.name, summary.requestsPerSecond.text(), summary.p50.text(decimals: 2),
                summary.p99.text(decimals: 2), (summary.p99 / summary.p50).text(decimals: 1))
        }
        return table
    }

    /// What a million requests leave behind in memory.
    func millionRequests(_ load: Load, _ measured: MeasuredServers) throws(BenchError) -> TextTable {
        var table = TextTable(
            "Resident memory over 1,000,000 cached prompts", head: ["requests", "MiB"])
        let target = BenchTarget.cachedPrompt
        var count = 0.0
        var next = 100_000.0
        while count < 1_100_000 {
            shell.say("memory, \(Int(count)) requests")
            count +=
                try load.round(target, at: measured.service.client.port).requestsPerSecond
                * Double(load.seconds)
            guard count >= next else { continue }
            let bytes = try ProcessFigures(of: measured.service.child).residentBytes
            table.add(count.text(), (Double(bytes) / 1_048_576).text(decimals: 1))
            next = count + 200_000
        }
        return table
    }

    private func paced(
        _ program: String, _ target: BenchTarget, at port: UInt16, rate: Int, _ load: Load
    ) throws(BenchError) -> LoadFigures {
        let words = ["\(port)", target.path, "\(rate)", "\(load.seconds)", "\(Self.connections)"]
        let child = try Child(
            program, words + [target.form].compactMap(\.self), folder: load.folder, among: children)
        var figures: LoadFigures?
        while let line = try child.line(within: .seconds(load.seconds + 30)) {
            figures = LoadFigures(line: line) ?? figures
        }
        _ = try child.finish(within: .seconds(10))
        guard let figures, figures.failed == 0 else { throw child.failure("had requests that failed") }
        return figures
    }
}
