import Domain
import Studio

/// `reprise prompt IDEA`.
enum PromptCommand: Command {
    static let name = "prompt"
    static let summary = "Writes the English prompt for an idea and keeps it in the history."
    static let usage = "IDEA [--model NAME] [--variations COUNT] [--json] [--dry-run] | --jsonl"
    static let optionsHelp = """
        \(Arguments.ideaOptionsHelp)
          --json              Everything: prompt, scene, what was understood, versions
          --dry-run           Leave the history alone
          --variations COUNT  That many variations, 1 to 5; the history is left alone
          --jsonl             Lines {"id","idea"} from standard input, a line of JSON for each;
                              the history is left alone
        """
    static let grammar = Arguments.Grammar(
        options: Arguments.ideaOptions.union(["variations"]),
        flags: Arguments.ideaFlags.union(["json", "jsonl", "dry-run"]), operands: 0...1)

    static func run(_ arguments: Arguments, settings: Settings, shell: Shell) async throws -> ExitCode {
        guard !arguments.flags.contains("jsonl") else {
            return try await answerLines(arguments, settings: settings, shell: shell)
        }
        let idea = try arguments.idea()
        if let count = try arguments.integer("variations", in: Hints.variations) {
            return try await printVariations(
                of: idea, count: count, asJSON: arguments.flags.contains("json"), settings: settings,
                shell: shell)
        }
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
            let unknown = draft.unknownWords
            if !unknown.isEmpty { shell.say("not understood: " + unknown.joined(separator: ", ")) }
            for warning in draft.warnings { shell.say("warning: \(warning.message)") }
        }
        return .done
    }

    private static func printVariations(
        of idea: Idea, count: Int, asJSON: Bool, settings: Settings, shell: Shell
    ) async throws -> ExitCode {
        let writer = try Writing(settings).writer
        var drafts: [Draft] = []
        for number in Hints.variations.prefix(count) {
            var idea = idea
            idea.hints.variation = number
            let draft = try await writer.write(idea)
            if !drafts.contains(where: { $0.text == draft.text }) { drafts.append(draft) }
        }
        shell.print(try asJSON ? JSONText.of(drafts) : drafts.map(\.text).joined(separator: "\n"))
        return .done
    }

    private static func answerLines(
        _ arguments: Arguments, settings: Settings, shell: Shell
    ) async throws -> ExitCode {
        guard arguments.operands.isEmpty else {
            throw InputError(field: "IDEA", code: .unknownValue, expected: "no idea beside --jsonl")
        }
        let hints = try arguments.hints()
        let writer = try Writing(settings).writer
        return try await JSONLines.answer(as: PromptLine.self, shell: shell) { line in
            let idea = try Idea(typed: line.idea, hints: hints)
            return PromptLine.Answer(line, try await writer.write(idea))
        }
    }
}
