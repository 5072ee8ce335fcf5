import Domain
import Similarity
import Studio

/// `reprise recommend IDEA`.
enum RecommendCommand: Command {
    static let name = "recommend"
    static let summary = "Offers past prompts for an idea, with their score and why."
    static let usage = "IDEA [--limit COUNT] [--json] | --corpus FILE --jsonl"
    static let optionsHelp = """
          --limit COUNT  At most how many, 1 to 100 (3; 20 with --jsonl)
          --json         As data
          --corpus FILE  Ranks lines {"id","text"} of a file instead of the history
          --jsonl        Lines {"id","query"} from standard input, {"id","ranked","scores"} for each
          --together     With --jsonl: a text that is near to many lines counts less for each
        """
    static let grammar = Arguments.Grammar(
        options: ["limit", "corpus"], flags: ["json", "jsonl", "together"], operands: 0...1)

    static func run(_ arguments: Arguments, settings: Settings, shell: Shell) async throws -> ExitCode {
        guard !arguments.flags.contains("jsonl") else {
            return try await rankLines(arguments, settings: settings, shell: shell)
        }
        let idea = try arguments.idea()
        let limit = try arguments.integer("limit", in: 1...100) ?? 3
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

    private static func rankLines(_ arguments: Arguments, settings: Settings, shell: Shell) async throws
        -> ExitCode
    {
        guard let file = arguments.options["corpus"] else {
            throw InputError(field: "--corpus", code: .missing, expected: "a file of lines {\"id\",\"text\"}")
        }
        let limit = try arguments.integer("limit", in: 1...100) ?? 20
        let isTogether = arguments.flags.contains("together")
        let meaning = try EmbedderChoice(settings)
        let corpus = try await Corpus(
            file, reader: TextReader(reader: try Writing(settings).reader, embedder: meaning.embedder),
            space: VectorSpace(of: meaning.embedder))
        return try await JSONLines.answerTogether(as: RankingLine.self, shell: shell) { line in
            (line.id, try await corpus.ranking(for: line.query, limit: max(60, limit)))
        } finishing: { rankings in
            var hubs = HubCorrection()
            for near in rankings.flatMap(\.1) where isTogether { hubs.note(near.score, of: near.name) }
            return rankings.map { id, ranking in
                let best = (isTogether ? hubs.corrected(ranking) : ranking).prefix(limit)
                return RankingLine.Answer(id: id, ranked: best.map(\.name), scores: best.map(\.score))
            }
        }
    }
}
