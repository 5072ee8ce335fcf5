/// The same request over 64 connections from one thread, by wrk.
struct Load: Sendable {
    let files: BenchFiles
    let folder: String
    let children: Children
    let seconds: Int

    /// Loads a service for one round.
    ///
    /// - Parameter isUnique: Whether every request has another form, so that none was asked before.
    /// - Throws: ``BenchError`` when any request failed, since such figures say nothing.
    func round(_ target: BenchTarget, at port: UInt16, isUnique: Bool = false) throws(BenchError)
        -> LoadFigures
    {
        let words =
            [
                "-t1", "-c64", "-d\(seconds)s", "--latency", "--script",
                isUnique ? files.beside("load_unique.lua") : files.load,
            ]
            + ["http://127.0.0.1:\(port)\(target.path)"] + (target.form.map { ["--", $0] } ?? [])
        let wrk = try Child(files.wrk, words, folder: folder, among: children)
        var figures: LoadFigures?
        while let line = try wrk.line(within: .seconds(seconds + 30)) {
            figures = LoadFigures(line: line) ?? figures
        }
        _ = try wrk.finish(within: .seconds(10))
        guard let figures else { throw wrk.failure("printed no figures") }
        guard figures.failed == 0 else {
            throw BenchError("\(figures.failed) requests to \(target.path) failed under load")
        }
        return figures
    }
}

/// What is asked for over and over.
struct BenchTarget: Sendable, Hashable {
    let name: String
    let path: String
    /// The body of a `POST`; nil for a `GET`.
    let form: String?

    static let cachedPrompt = BenchTarget(
        name: "cached prompt", path: "/v1/prompts", form: FormText.field("idea", SampleIdeas.cached))
    static let health = BenchTarget(name: "/healthz", path: "/healthz", form: nil)
}
