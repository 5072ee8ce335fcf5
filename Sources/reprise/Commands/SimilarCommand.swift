import Domain
import Similarity
import Studio

/// `reprise similar A B`.
enum SimilarCommand: Command {
    static let name = "similar"
    static let summary = "Says how much two texts mean the same, and whether they may share one answer."
    static let usage = "TEXT TEXT | --jsonl"
    static let optionsHelp = """
          --jsonl  Lines {"id","a","b"} from standard input; a line {"id","similarity","hit","verdict"}
                    for each, with what every guard of the cache says
        """
    static let grammar = Arguments.Grammar(flags: ["jsonl"], operands: 0...2)

    static func run(_ arguments: Arguments, settings: Settings, shell: Shell) async throws -> ExitCode {
        let comparison = try TextComparison(settings)
        guard !arguments.flags.contains("jsonl") else {
            return try await JSONLines.answer(as: SimilarLine.self, shell: shell) { line in
                try await comparison.answer(to: line)
            }
        }
        guard arguments.operands.count == 2 else {
            throw InputError(field: "arguments", code: .missing, expected: "two texts, or --jsonl")
        }
        let line = SimilarLine(id: "", a: arguments.operands[0], b: arguments.operands[1])
        let answer = try await comparison.answer(to: line)
        shell.print("\(answer.similarity.text(decimals: 3)) \(answer.hit ? "same" : "other")")
        for verdict in answer.verdict?.guards ?? [] where !verdict.passes {
            let (first, second) = (verdict.onlyFirst, verdict.onlySecond)
            shell.print(
                "  \(verdict.guard.rawValue): \(first.joined(separator: ", ")) | "
                    + second.joined(separator: ", "))
        }
        return .done
    }
}
