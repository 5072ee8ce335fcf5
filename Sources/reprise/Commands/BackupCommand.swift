import BlockingExecutor
import Domain
import SQLiteStore

/// `reprise backup FILE`.
enum BackupCommand: Command {
    static let name = "backup"
    static let summary = "Copies the history into a new file, also while the service runs."
    static let usage = "FILE [--data-dir FOLDER]"
    static let optionsHelp = ""
    static let grammar = Arguments.Grammar(operands: 1...1)

    static func run(_ arguments: Arguments, settings: Settings, shell: Shell) async throws -> ExitCode {
        let (path, source) = (
            arguments.operands[0], "\(settings.dataFolder)/\(SQLiteStore.fileName)"
        )
        let thread = BlockingPool(name: "backup", threads: 1)
        let bytes = try await thread.run { () throws(StoreError) in
            try SQLiteStore.backUp(source, to: path)
        }
        shell.say("wrote \(path), \(bytes >> 10) KiB, checked; videos are files of their own")
        return .done
    }
}
