import Domain
import Studio

/// `reprise make IDEA -o FILE`.
enum MakeCommand: Command {
    static let name = "make"
    static let summary = "Goes the whole way: idea, prompt, history entry, video."
    static let usage = "IDEA -o FILE [--model NAME] [--duration SECONDS]"
    static let optionsHelp = """
          -o, --output FILE   Where the WebM file goes
        \(Arguments.ideaOptionsHelp)
        \(Arguments.formatOptionsHelp)
        """
    static let grammar = Arguments.Grammar(
        options: Arguments.ideaOptions.union(Arguments.formatOptions).union(["output"]),
        flags: Arguments.ideaFlags.union(Arguments.formatFlags), shortForms: ["o": "output"], operands: 1...1)

    static func run(_ arguments: Arguments, settings: Settings, shell: Shell) async throws -> ExitCode {
        let idea = try arguments.idea()
        let output = try VideoOutput(arguments)
        let format = try arguments.format(
            aspect: idea.hints.aspect ?? .wide, seconds: idea.hints.durationSeconds ?? 10)
        return try await Service.using(settings, shell: shell) { service in
            let written = try await service.studio.write(idea, in: .standard)
            shell.say("prompt \(written.prompt.id)")
            shell.print(written.prompt.draft.text)
            let wishes = arguments.wishes(format)
            if arguments.flags.contains("dry-run") {
                return try await service.showPlan(written.prompt.id, wishes: wishes, shell: shell)
            }
            let job = try await service.studio.render(written.prompt.id, in: .standard, wishes: wishes)
            return try await service.finish(job, into: output, shell: shell)
        }
    }
}
