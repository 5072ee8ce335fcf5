import Domain
import Foundation

/// JSON Lines in, JSON Lines out: one answer a line, in order, written as soon as it is known.
enum JSONLines {
    /// The longest line, in bytes.
    static let maximumLineBytes = 8 << 20

    /// What a line gets that has no answer.
    struct Refusal: Encodable {
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
        var lines = LineReader(FileHandle.standardInput, maximumBytes: maximumLineBytes)
        while let line = try lines.next() {
            guard line.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else { continue }
            var id: String?
            do {
                let question = try decode(type, line: line, number: lines.count)
                id = question.id
                shell.print(try JSONText.of(try await work(question), isPretty: false))
            } catch {
                refused += 1
                shell.print(try JSONText.of(Refusal(id: id, error: sentence(error)), isPretty: false))
            }
        }
        if refused > 0 { shell.complain("\(refused) of \(lines.count) lines were refused; see their error") }
        return refused > 0 ? .wrongUsage : .done
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
