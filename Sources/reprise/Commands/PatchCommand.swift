import Diffing
import Domain
import Foundation

/// `reprise patch DOC PATCH`.
enum PatchCommand: Command {
    static let name = "patch"
    static let summary = "Applies a JSON Patch (RFC 6902) or a merge patch (RFC 7396) to a JSON document."
    static let usage = "DOC PATCH [--merge]"
    static let optionsHelp = """
          --merge  PATCH is a merge patch even if it is an array; an object always is one;
                   a file named - is standard input
        """
    static let grammar = Arguments.Grammar(flags: ["merge"], operands: 2...2)

    static func run(_ arguments: Arguments, settings: Settings, shell: Shell) async throws -> ExitCode {
        try arguments.expectOneStandardInput()
        let document = try JSONValue(reading: TextFile.read(arguments.operands[0]).utf8)
        let patch = try JSONValue(reading: TextFile.read(arguments.operands[1]).utf8)
        if case .array = patch, !arguments.flags.contains("merge") {
            shell.print(try JSONPatch(patch).apply(to: document).prettyText)
        } else {
            shell.print(MergePatch(patch).apply(to: document).prettyText)
        }
        return .done
    }
}
