import Domain
import Studio

/// `reprise prompt IDEA`.
enum PromptCommand: Command {
    static let name = "prompt"
    static let summary = "Writes the English prompt for an idea and keeps it in the history."
    static let usage = "IDEA [--model NAME] [--json] [--dry-run]"
    static let optionsHelp = """
        \(Arguments.ideaOptionsHelp)
          --json              Everything: prompt, scene, what was understood, versions
          --dry-run           Leave the history alone
        """
    static let grammar = Arguments.Grammar(
        options: Arguments.ideaOptions, flags: ["json", "dry-run"], operands: 1...1)

    static func run(_ arguments: Arguments, settings: Settings, shell: Shell) async throws -> ExitCode {
        let idea = try arguments.idea()
        let draft: Draft
        if arguments.flags.contains("dry-run") {
            draft = try await Writing(settings).writer.write(idea)
        } else {
            draft = try await Service.using(settings, shell: shell) { service in
                try await service.studio.write(idea, in: .standard).prompt.draft
            }
        }
        if arguments.flags.contains("json") {
            shell.print(try JSONText.of(draft))
        } else {
            shell.print(draft.text)
            let unknown = draft.phrases.filter { $0.certainty == .notUnderstood }
            if !unknown.isEmpty {
                shell.say(
                    "not understood: " + unknown.map { $0.source?.text ?? $0.text }.joined(separator: ", "))
            }
            for warning in draft.warnings { shell.say("warning: \(warning.message)") }
        }
        return .done
    }
}
