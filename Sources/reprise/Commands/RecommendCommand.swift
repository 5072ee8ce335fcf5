import Domain
import Similarity
import Studio

/// `reprise recommend IDEA`.
enum RecommendCommand: Command {
    static let name = "recommend"
    static let summary = "Offers past prompts for an idea, with their score and why."
    static let usage = "IDEA [--limit COUNT] [--json]"
    static let optionsHelp = """
          --limit COUNT  At most how many, 1 to 20 (3)
          --json         As data
        """
    static let grammar = Arguments.Grammar(options: ["limit"], flags: ["json"], operands: 1...1)

    static func run(_ arguments: Arguments, settings: Settings, shell: Shell) async throws -> ExitCode {
        let idea = try arguments.idea()
        let limit = try arguments.integer("limit", in: 1...20) ?? 3
        let answer = try await Service.using(settings, shell: shell) { service in
            // A person waits; the service takes the meaning of all of them, in the background.
            try await service.remember(meaningUpTo: 100)
            return try await service.studio.recommendations(for: idea, in: .standard, limit: limit)
        }
        if arguments.flags.contains("json") {
            shell.print(try JSONText.of(answer.items))
        } else if let why = answer.why {
            shell.say(why.sentence)
        }
        for item in answer.items where !arguments.flags.contains("json") {
            let reasons = item.reasons.map { $0.sentence(in: idea.language) }.joined(separator: "; ")
            shell.print(
                "\(Int((item.score * 100).rounded())) %  \(item.idea)\n      \(item.text)\n      \(reasons)  [\(item.prompt)]"
            )
        }
        return .done
    }
}
