import Diffing
import Domain
import Foundation

/// `reprise diff OLD NEW`.
enum DiffCommand: Command {
    static let name = "diff"
    static let summary = "Shows what changed between two texts, or prints the diff as JSON."
    static let usage = "OLD NEW [--text] [--json]"
    static let optionsHelp = """
          --text  OLD and NEW are the texts themselves, not files; a file named - is standard input
          --json  The diff as data: operations with positions, old and new text
        """
    static let grammar = Arguments.Grammar(flags: ["text", "json"], operands: 2...2)

    static func run(_ arguments: Arguments, settings: Settings, shell: Shell) async throws -> ExitCode {
        let texts = try arguments.operands.map { operand in
            arguments.flags.contains("text") ? operand : try TextFile.read(operand)
        }
        let diff = Differ().diff(texts[0], texts[1])
        if arguments.flags.contains("json") {
            shell.print(try JSONText.of(diff))
        } else {
            let rendering: DiffRendering = shell.hasColours ? .ansi : .plain
            shell.print(rendering.text(of: try diff.segments(of: texts[0])))
        }
        return .done
    }
}
