import Diffing
import Domain
import Foundation

/// `reprise diff OLD NEW`.
enum DiffCommand: Command {
    static let name = "diff"
    static let summary = "Shows what changed between two texts, or prints the diff as JSON."
    static let usage = "OLD NEW [--text] [--json | --word | --side-by-side] | --jsonl"
    static let optionsHelp = """
          --text          OLD and NEW are the texts themselves, not files; a file named - is standard input
          --json          The diff as data: operations with positions, old and new text
          --word          One text with [-old-]{+new+} words, which is what it does anyway
          --side-by-side  Old and new line beside each other
          --jsonl         Lines {"id","old","new"} from standard input, a line {"id","diff"} for each
        """
    static let grammar = Arguments.Grammar(
        flags: ["text", "json", "word", "side-by-side", "jsonl"], operands: 0...2)

    static func run(_ arguments: Arguments, settings: Settings, shell: Shell) async throws -> ExitCode {
        let shapes = arguments.flags.intersection(["json", "word", "side-by-side", "jsonl"])
        guard shapes.count < 2 else {
            throw InputError(
                field: "--" + shapes.sorted()[1], code: .unknownValue, expected: "one way to show it")
        }
        guard !arguments.flags.contains("jsonl") else {
            return try await answerLines(arguments, shell: shell)
        }
        guard arguments.operands.count == 2 else {
            throw InputError(field: "OLD NEW", code: .missing, expected: "two texts")
        }
        let texts = try arguments.operands.map { operand in
            arguments.flags.contains("text") ? operand : try TextFile.read(operand)
        }
        let diff = Differ().diff(texts[0], texts[1])
        if arguments.flags.contains("json") {
            shell.print(try JSONText.of(diff))
            return .done
        }
        let rendering: DiffRendering = shell.hasColours ? .ansi : .plain
        let segments = try diff.segments(of: texts[0])
        shell.print(
            arguments.flags.contains("side-by-side")
                ? rendering.sideBySide(segments, width: 60) : rendering.text(of: segments))
        if diff.isCoarse { shell.say("the texts are far apart: the change shown is larger than need be") }
        return .done
    }

    private static func answerLines(_ arguments: Arguments, shell: Shell) async throws -> ExitCode {
        guard arguments.operands.isEmpty else {
            throw InputError(field: "OLD NEW", code: .unknownValue, expected: "no texts beside --jsonl")
        }
        return try await JSONLines.answer(as: DiffLine.self, shell: shell) { DiffLine.Answer($0) }
    }
}
