import Domain
import Studio

/// `reprise render ID`.
enum RenderCommand: Command {
    static let name = "render"
    static let summary = "Makes the video of a prompt in the history."
    static let usage = "ID -o FILE [--revision NUMBER] [--duration SECONDS]"
    static let optionsHelp = """
          -o, --output FILE   Where the WebM file goes
          --revision NUMBER   Which revision; the newest otherwise
          --duration SECONDS  Length of the video, 1 to 60 (10)
        \(Arguments.formatOptionsHelp)
        """
    static let grammar = Arguments.Grammar(
        options: Arguments.formatOptions.union(["output", "revision", "duration"]),
        flags: Arguments.formatFlags, shortForms: ["o": "output"], operands: 1...1)

    static func run(_ arguments: Arguments, settings: Settings, shell: Shell) async throws -> ExitCode {
        guard let id = Prompt.ID(arguments.operands[0]) else {
            throw InputError(
                field: "ID", code: .malformed, expected: "26 letters and digits, as 'prompt' gave")
        }
        let output = try VideoOutput(arguments)
        let revision = try arguments.integer("revision", in: 1...Int(Int32.max))
        return try await Service.using(settings, shell: shell) { service in
            let prompt = try await service.studio.prompt(id, in: .standard)
            let format = try arguments.format(
                aspect: prompt.head.configuration.parameters.aspect,
                seconds: prompt.head.configuration.parameters.durationSeconds)
            let wishes = arguments.wishes(format)
            if arguments.flags.contains("dry-run") {
                return try await service.showPlan(id, revision: revision, wishes: wishes, shell: shell)
            }
            let job = try await service.studio.render(
                id, revision: revision, in: .standard, wishes: wishes)
            return try await service.finish(job, into: output, shell: shell)
        }
    }
}
