/// `reprise version`.
enum VersionCommand: Command {
    /// The version of the program; `CHANGELOG.md` says what each brought.
    static let version = "0.1.0"

    static let name = "version"
    static let summary = "Prints the version."
    static let usage = ""
    static let optionsHelp = ""
    static let grammar = Arguments.Grammar()

    static func run(_ arguments: Arguments, settings: Settings, shell: Shell) async throws -> ExitCode {
        shell.print("reprise \(version)")
        return .done
    }
}
