import Domain
import RemoteVideo

/// `reprise ledger`.
enum LedgerCommand: Command {
    static let name = "ledger"
    static let summary = "Shows what was spent on videos, and exports it."
    static let usage = "[--json]"
    static let optionsHelp = "  --json  Every submission as a line of JSON"
    static let grammar = Arguments.Grammar(flags: ["json"])

    static func run(_ arguments: Arguments, settings: Settings, shell: Shell) async throws -> ExitCode {
        let path = try DataFolder(settings.dataFolder).ledger
        let spendings = try await FileLedger(path: path, limits: SpendingLimits()).spendings()
        if arguments.flags.contains("json") {
            for spending in spendings { shell.print(try JSONText.of(spending, isPretty: false)) }
            return .done
        }
        for spending in spendings {
            shell.print(
                "\(spending.at)  \(spending.state.rawValue)  \(spending.amount)  \(spending.provider)  "
                    + "\(spending.model)  \(spending.job)")
        }
        let sum = spendings.filter { $0.state != .released }.map(\.amount).reduce(Money.zero, +)
        shell.print("\(spendings.count) submissions, \(sum)")
        return .done
    }
}
