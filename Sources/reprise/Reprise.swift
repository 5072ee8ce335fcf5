import Domain
import Foundation

/// The program: reads the words behind its name and runs a command.
@main
struct Reprise {
    static func main() async {
        // A peer that goes away is an error of the write, not the end of the program.
        signal(SIGPIPE, SIG_IGN)
        exit(await run(Array(CommandLine.arguments.dropFirst())).rawValue)
    }

    private static func run(_ words: [String]) async -> ExitCode {
        let shell = Shell()
        guard let name = words.first, !["help", "--help", "-h"].contains(name) else {
            shell.print(Help.overview)
            return words.isEmpty ? .wrongUsage : .done
        }
        guard let command = Help.commands.first(where: { $0.name == name }) else {
            shell.complain("\(name) is not a command; 'reprise help' lists them")
            return .wrongUsage
        }
        do {
            return try await run(command, words: Array(words.dropFirst()), shell: shell)
        } catch {
            return shell.report(error)
        }
    }

    private static func run(_ command: any Command.Type, words: [String], shell: Shell) async throws
        -> ExitCode
    {
        guard !words.contains("--help"), !words.contains("-h") else {
            shell.print(Help.text(of: command))
            return .done
        }
        let arguments = try Arguments(words, grammar: command.grammar)
        let settings = try Settings(
            environment: ProcessInfo.processInfo.environment, options: arguments.options)
        return try await command.run(arguments, settings: settings, shell: shell)
    }
}
