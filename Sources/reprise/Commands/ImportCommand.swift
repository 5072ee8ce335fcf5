import Domain
import Exchange

/// `reprise import FILE…`.
enum ImportCommand: Command {
    static let name = "import"
    static let summary = "Takes in a bundle, or what the Python agent, CineFlow and the storyboard app kept."
    static let usage = "FILE… [--dry-run] [--json] [--data-dir FOLDER]"
    static let optionsHelp = """
          --dry-run  Says what would come in, and changes nothing
          --json     As data

          What is here already stays as it is, so a file can be imported again. Known files: a bundle of
          'reprise export'; history_*.json and mongoexport's lines of prompt_history; storyboard*.json;
          an SQLite file with the table video_logs.
        """
    static let grammar = Arguments.Grammar(flags: ["dry-run", "json"], operands: 1...1000)

    /// What came of one file.
    private struct Line: Encodable {
        let file: String
        let report: ImportReport
    }

    static func run(_ arguments: Arguments, settings: Settings, shell: Shell) async throws -> ExitCode {
        let isDryRun = arguments.flags.contains("dry-run")
        let lines = try await Service.using(settings, shell: shell) { service in
            var lines: [Line] = []
            for file in arguments.operands {
                lines.append(
                    Line(file: file, report: try await service.importFile(at: file, isDryRun: isDryRun)))
            }
            return lines
        }
        if arguments.flags.contains("json") {
            shell.print(try JSONText.of(lines))
        } else {
            for line in lines { tell(line, isDryRun: isDryRun, shell: shell) }
        }
        return lines.contains { !$0.report.refused.isEmpty } ? .failed : .done
    }

    private static func tell(_ line: Line, isDryRun: Bool, shell: Shell) {
        let report = line.report
        let verb = isDryRun ? "would bring" : "brought"
        shell.print(
            "\(line.file) \(verb) \(report.added) prompts and \(report.addedJobs) video jobs; "
                + "\(report.unchanged) were here already")
        if !report.different.isEmpty {
            shell.print("  \(report.different.count) are here and differ; they were left as they are:")
            for id in report.different { shell.print("    \(id)") }
        }
        for reason in report.refused { shell.complain(reason) }
    }
}
