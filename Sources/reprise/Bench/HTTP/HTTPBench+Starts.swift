extension HTTPBench {
    private static let starts = 5

    /// How long the service takes to its first answer, and what memory it takes.
    func starts(in folder: String) throws(BenchError) -> TextTable {
        var table = TextTable(
            "Start to the first answer on /healthz, median of \(Self.starts); memory",
            head: ["", "figure", "unit"])
        table.add("cold start: empty data folder, language files read from disk", try cold(in: folder), "ms")
        let (fresh, full) = try memory(in: folder)
        table.add(
            "warm start: \(SampleIdeas.thousand.count) prompts in the history", try warm(in: folder), "ms")
        table.add("resident memory after the first answer", fresh, "MiB")
        table.add("resident memory after \(SampleIdeas.thousand.count) prompts", full, "MiB")
        return table
    }

    private func cold(in folder: String) throws(BenchError) -> String {
        var times: [Double] = []
        for number in 1...Self.starts {
            shell.say("cold start \(number) of \(Self.starts)")
            PageCache.forget(Resources(settings).dictionary)
            PageCache.forget(Resources(settings).embeddingModel)
            // It is killed with its owner: a service that has just started may still read its history.
            times.append(try serve("cold-\(number)", in: folder).startTime.inMilliseconds)
        }
        return (times.median ?? 0).text()
    }

    /// Starts again with the history that ``memory(in:)`` has written.
    private func warm(in folder: String) throws(BenchError) -> String {
        var times: [Double] = []
        for number in 1...Self.starts {
            shell.say("warm start \(number) of \(Self.starts)")
            times.append(try serve("memory", in: folder).startTime.inMilliseconds)
        }
        return (times.median ?? 0).text()
    }

    private func memory(in folder: String) throws(BenchError) -> (fresh: String, full: String) {
        shell.say("writing \(SampleIdeas.thousand.count) prompts")
        let service = try serve("memory", in: folder)
        let fresh = try ProcessFigures(of: service.child).residentBytes
        for idea in SampleIdeas.thousand {
            let path = BenchTarget.cachedPrompt.path
            let status = try service.client.status(of: path, form: FormText.field("idea", idea))
            guard status == 201 else { throw BenchError("\(path) answers \(status) to '\(idea)'") }
        }
        let full = try ProcessFigures(of: service.child).residentBytes
        try service.child.stop()
        return ((Double(fresh) / 1_048_576).text(), (Double(full) / 1_048_576).text())
    }
}
