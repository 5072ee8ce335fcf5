import Domain
import Studio

/// `reprise explain IDEA`.
enum ExplainCommand: Command {
    static let name = "explain"
    static let summary = "Shows how an idea is understood: morphemes, senses and why, the scene."
    static let usage = "IDEA [--json]"
    static let optionsHelp = "  --json  As data"
    static let grammar = Arguments.Grammar(flags: ["json"], operands: 1...1)

    static func run(_ arguments: Arguments, settings: Settings, shell: Shell) async throws -> ExitCode {
        let idea = try arguments.idea()
        let explanation = try await Writing(settings).reader.explanation(of: idea)
        guard !arguments.flags.contains("json") else {
            shell.print(try JSONText.of(explanation))
            return .done
        }
        shell.print(explanation.tree.lines.joined(separator: "\n"))
        return .done
    }
}
