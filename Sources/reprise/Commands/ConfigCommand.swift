import Foundation

/// `reprise config`.
enum ConfigCommand: Command {
    static let name = "config"
    static let summary = "Prints every setting, its value, and where that comes from; secrets are hidden."
    static let usage = "[--example | --json]"
    static let optionsHelp = """
          --example  Every setting with what it is and its default, as .env.example has them
          --json     As data
        """
    static let grammar = Arguments.Grammar(flags: ["example", "json"])

    /// One setting as it holds.
    struct Line: Encodable {
        let name: String
        let value: String
        let origin: String
        let isSecret: Bool
    }

    static func run(_ arguments: Arguments, settings: Settings, shell: Shell) async throws -> ExitCode {
        if arguments.flags.contains("example") {
            shell.print(String(Settings.example.dropLast()))
            return .done
        }
        let lines = lines(
            from: SettingSources(
                environment: ProcessInfo.processInfo.environment, options: arguments.options))
        if arguments.flags.contains("json") {
            shell.print(try JSONText.of(lines))
        } else {
            let (names, values) = (lines.map(\.name.count).max() ?? 0, lines.map(\.value.count).max() ?? 0)
            for line in lines {
                shell.print(
                    "\(padded(line.name, to: names))  \(padded(line.value, to: min(40, values)))  \(line.origin)"
                )
            }
        }
        return .done
    }

    /// Every setting, in the order of the help.
    static func lines(from sources: SettingSources) -> [Line] {
        Setting.all.map { setting in
            let value = sources.values(of: setting).last
            let text = value?.text ?? setting.standard
            return Line(
                name: setting.option, value: setting.isSecret && !text.isEmpty ? "(hidden)" : text,
                origin: (value?.origin ?? .standard).name, isSecret: setting.isSecret)
        }
    }

    private static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
