import Domain
import Similarity
import Studio

/// `reprise similar A B`.
enum SimilarCommand: Command {
    static let name = "similar"
    static let summary = "Says how much two texts, Korean or English, mean the same."
    static let usage = "TEXT TEXT | --jsonl"
    static let optionsHelp = """
          --jsonl  Lines {"id","a","b"} from standard input, a line {"id","similarity"} for each
        """
    static let grammar = Arguments.Grammar(flags: ["jsonl"], operands: 0...2)

    static func run(_ arguments: Arguments, settings: Settings, shell: Shell) async throws -> ExitCode {
        let meaning = try Meaning(settings)
        let reader = TextReader(reader: try Writing(settings).reader, embedder: meaning.embedder)
        let similarity = TextSimilarity(space: VectorSpace(of: meaning.embedder))
        let compare = { (one: String, other: String) in
            similarity.similarity(of: try await reader.read(one), and: try await reader.read(other))
        }
        guard !arguments.flags.contains("jsonl") else {
            return try await JSONLines.answer(as: SimilarLine.self, shell: shell) { line in
                SimilarLine.Answer(id: line.id, similarity: try await compare(line.a, line.b))
            }
        }
        guard arguments.operands.count == 2 else {
            throw InputError(field: "arguments", code: .missing, expected: "two texts, or --jsonl")
        }
        let value = try await compare(arguments.operands[0], arguments.operands[1])
        shell.print(value.text(decimals: 3))
        return .done
    }
}
