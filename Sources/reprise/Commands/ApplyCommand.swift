import Diffing
import Domain
import Foundation

/// `reprise apply DIFF TEXT`.
enum ApplyCommand: Command {
    static let name = "apply"
    static let summary = "Applies a diff to the text it was made for, or takes it back."
    static let usage = "DIFF TEXT [--invert]"
    static let optionsHelp = """
          --invert  TEXT is the new text, and the old one is wanted; a file named - is standard input
        """
    static let grammar = Arguments.Grammar(flags: ["invert"], operands: 2...2)

    static func run(_ arguments: Arguments, settings: Settings, shell: Shell) async throws -> ExitCode {
        try arguments.expectOneStandardInput()
        let document = try TextFile.read(arguments.operands[0])
        let text = try TextFile.read(arguments.operands[1])
        let diff = try Diff(reading: document.utf8)
        // Byte for byte, so without a line feed of our own.
        shell.printExactly(try (arguments.flags.contains("invert") ? diff.inverted() : diff).apply(to: text))
        return .done
    }
}

extension Arguments {
    /// Standard input can be read once.
    func expectOneStandardInput() throws(InputError) {
        guard operands.count(where: { $0 == "-" }) < 2 else {
            throw InputError(field: "-", code: .repeated, expected: "standard input once")
        }
    }
}
