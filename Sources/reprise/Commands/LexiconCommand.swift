import Domain
import Korean

/// `reprise lexicon check`.
enum LexiconCommand: Command {
    static let name = "lexicon"
    static let summary = "Checks the lexicon: what stands there twice, lacks its frame or bends wrongly."
    static let usage = "check [--count]"
    static let optionsHelp = "  --count  Lemmas by field and part of speech, and how long they take to load"
    static let grammar = Arguments.Grammar(flags: ["count"], operands: 1...1)

    static func run(_ arguments: Arguments, settings: Settings, shell: Shell) async throws -> ExitCode {
        guard arguments.operands == ["check"] else {
            throw InputError(field: "lexicon", code: .unknownValue, expected: "check")
        }
        let folder = Resources(settings).folder + "/lexicon"
        let checker = try LexiconChecker(folder: folder)
        for finding in checker.findings { shell.print("\(finding)") }
        if arguments.flags.contains("count") {
            shell.print(report(checker.census, loading: try loadingTime(of: folder)))
        }
        guard checker.findings.isEmpty else {
            shell.complain("\(checker.findings.count) findings in \(folder)")
            return .failed
        }
        return .done
    }

    /// The median of several loads: what a start of the program costs with warm files.
    private static func loadingTime(of folder: String) throws -> Duration {
        let times = try (0..<9).map { _ in
            try ContinuousClock().measure { _ = try Lexicon(folder: folder) }
        }
        return times.sorted()[times.count / 2]
    }

    private static func report(_ census: LexiconCensus, loading: Duration) -> String {
        func table(_ rows: [(name: String, lemmas: Int)]) -> String {
            let width = rows.map(\.name.count).max() ?? 0
            return rows.map { row in
                "  \(row.name)\(String(repeating: " ", count: width + 2 - row.name.count))\(row.lemmas)"
            }
            .joined(separator: "\n")
        }
        let milliseconds = (loading / .microseconds(100)).rounded() / 10
        return """
            fields
            \(table(census.fields))
            parts of speech
            \(table(census.partsOfSpeech))
            \(census.lemmas) lemmas in \(census.senses) senses, loaded in \(milliseconds) ms
            """
    }
}
