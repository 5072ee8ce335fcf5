/// What `--help` says.
enum Help {
    static let commands: [any Command.Type] = [
        ServeCommand.self, MakeCommand.self, PromptCommand.self, ExplainCommand.self, LintCommand.self,
        DiffCommand.self, ApplyCommand.self, PatchCommand.self, RecommendCommand.self, SimilarCommand.self,
        CacheCommand.self, FindCommand.self, LedgerCommand.self, ExportCommand.self, ImportCommand.self,
        BackupCommand.self,
        RenderCommand.self, FilmCommand.self, LexiconCommand.self, ConfigCommand.self, DoctorCommand.self,
        BenchCommand.self, VersionCommand.self,
    ]

    static var overview: String {
        let width = commands.map { $0.name.count }.max() ?? 0
        let lines = commands.map { command in
            "  \(padded(command.name, to: width))  \(command.summary)"
        }
        return """
            Reprise remembers how prompts for AI video were written, edited and judged.

            Usage: reprise COMMAND [OPTIONS]

            \(lines.joined(separator: "\n"))

            'reprise COMMAND --help' explains one. Exit codes: 0 done, 1 failed, 2 wrong usage or input.
            """
    }

    static func text(of command: any Command.Type) -> String {
        let width = Setting.all.map { $0.option.count + $0.placeholder.count }.max() ?? 0
        let settings = Setting.all.map { setting in
            let option = padded("--\(setting.option) \(setting.placeholder)", to: width + 3)
            let standard = setting.standard.isEmpty ? "" : " (\(setting.standard))"
            return "  \(option)  \(setting.summary)\(standard)"
        }
        let own = command.optionsHelp.isEmpty ? "" : "\nOptions:\n\(command.optionsHelp)\n"
        return """
            \(command.summary)

            Usage: reprise \(command.name) \(command.usage)
            \(own)
            Settings (or REPRISE_… in the environment):
            \(settings.joined(separator: "\n"))
            """
    }

    private static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
