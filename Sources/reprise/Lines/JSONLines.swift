import Domain
import Foundation

/// JSON Lines in, JSON Lines out: one answer a line, in order, written as soon as it is known.
enum JSONLines {
    /// The longest line, in bytes.
    static let maximumLineBytes = 8 << 20

    /// What a line gets that has no answer.
    struct Refusal: Error, Encodable {
        let id: String?
        let error: String
    }

    /// Answers every line of standard input; blank lines are passed over.
    ///
    /// A line that cannot be answered gets a ``Refusal``, and the others go on.
    ///
    /// - Returns: ``ExitCode/wrongUsage`` when a line was refused.
    static func answer<Question: Decodable & Identifiable<String>>(
        as type: Question.Type, shell: Shell, with work: (Question) async throws -> some Encodable
    ) async throws -> ExitCode {
        var refused = 0
        let count = try await forEachLine(as: type) { question in
            switch await question.answered(by: work) {
            case .success(let answer): shell.print(try JSONText.of(answer, isPretty: false))
            case .failure(let refusal):
                refused += 1
                shell.print(try JSONText.of(refusal, isPretty: false))
            }
        }
        return ended(refused: refused, of: count, shell: shell)
    }

    /// Like ``answer(as:shell:with:)``, but no answer is written before every line has been read.
    ///
    /// - Parameters:
    ///   - prepare: Looks at one line.
    ///   - finish: Makes the answers, one for each that was looked at, in order.
    static func answerTogether<Question: Decodable & Identifiable<String>, Prepared>(
        as type: Question.Type, shell: Shell, preparing prepare: (Question) async throws -> Prepared,
        finishing finish: ([Prepared]) -> [some Encodable]
    ) async throws -> ExitCode {
        var prepared: [Prepared] = []
        var refusals: [Refusal?] = []
        let count = try await forEachLine(as: type) { question in
            switch await question.answered(by: prepare) {
            case .success(let value):
                prepared.append(value)
                refusals.append(nil)
            case .failure(let refusal): refusals.append(refusal)
            }
        }
        var answers = finish(prepared)[...]
        for refusal in refusals {
            if let refusal {
                shell.print(try JSONText.of(refusal, isPretty: false))
            } else if let answer = answers.popFirst() {
                shell.print(try JSONText.of(answer, isPretty: false))
            }
        }
        return ended(refused: refusals.count { $0 != nil }, of: count, shell: shell)
    }

    private static func forEachLine<Question: Decodable & Identifiable<String>>(
        as type: Question.Type, _ body: (Line<Question>) async throws -> Void
    ) async throws -> Int {
        var lines = LineReader(FileHandle.standardInput, maximumBytes: maximumLineBytes)
        while let line = try lines.next() {
            guard line.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else { continue }
            try await body(Line { try decode(type, line: line, number: lines.count) })
        }
        return lines.count
    }

    private static func ended(refused: Int, of count: Int, shell: Shell) -> ExitCode {
        if refused > 0 { shell.complain("\(refused) of \(count) lines were refused; see their error") }
        return refused > 0 ? .wrongUsage : .done
    }

    /// A line that may turn out to be no question.
    private struct Line<Question: Identifiable<String>> {
        let question: Result<Question, any Error>

        init(_ decode: () throws -> Question) { question = Result(catching: decode) }

        func answered<Answer>(by work: (Question) async throws -> Answer) async -> Result<Answer, Refusal> {
            do {
                return .success(try await work(try question.get()))
            } catch {
                return .failure(Refusal(id: (try? question.get())?.id, error: sentence(error)))
            }
        }
    }

    private static func decode<Question: Decodable>(
        _ type: Question.Type, line: Data, number: Int
    ) throws -> Question {
        do {
            return try JSONDecoder().decode(type, from: line)
        } catch DecodingError.keyNotFound(let key, _) {
            throw InputError(
                field: "line \(number)", code: .missing, expected: "a field '\(key.stringValue)'")
        } catch {
            throw InputError(field: "line \(number)", code: .malformed, expected: "a JSON object")
        }
    }

    private static func sentence(_ error: any Error) -> String {
        switch error {
        case let error as WriterError: error.sentence
        case let error as InputError: error.description
        default: "\(error)"
        }
    }
}
