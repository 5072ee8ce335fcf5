import Domain
import Exchange

/// `reprise export FILE`.
enum ExportCommand: Command {
    static let name = "export"
    static let summary = "Writes all prompts with their history into a bundle of JSON Lines."
    static let usage = "FILE [--data-dir FOLDER]"
    static let optionsHelp = "  An export that broke off is gone on with: start it again with the same FILE"
    static let grammar = Arguments.Grammar(operands: 1...1)

    static func run(_ arguments: Arguments, settings: Settings, shell: Shell) async throws -> ExitCode {
        let path = arguments.operands[0]
        let report = try await Service.using(settings, shell: shell) { service in
            try await service.exporter.export(to: path, at: SystemClock().now())
        }
        shell.say("wrote \(path): \(report.prompts) prompts, \(report.jobs) video jobs")
        shell.print(report.sha256)
        return .done
    }
}
