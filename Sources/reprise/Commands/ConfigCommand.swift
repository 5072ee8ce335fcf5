/// `reprise config`.
enum ConfigCommand: Command {
    static let name = "config"
    static let summary = "Prints every setting with what it is and its default, as .env.example has them."
    static let usage = ""
    static let optionsHelp = ""
    static let grammar = Arguments.Grammar()

    static func run(_ arguments: Arguments, settings: Settings, shell: Shell) async throws -> ExitCode {
        shell.print(String(Settings.example.dropLast()))
        return .done
    }
}
