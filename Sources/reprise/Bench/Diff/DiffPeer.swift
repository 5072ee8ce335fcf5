import Domain
import Foundation

/// Other diffs, in a Python of their own: `Benchmarks/diff_peers.py`.
final class DiffPeer {
    /// What is measured beside ours.
    enum Name: String, CaseIterable {
        /// fast-diff-match-patch as it comes, with the clean-up for readers.
        case semantic
        /// fast-diff-match-patch without a clean-up.
        case plain
        /// Python's own `difflib`.
        case difflib
    }

    struct Operation: Sendable, Hashable {
        enum Kind: String { case equal = "=", delete = "-", insert = "+" }

        let kind: Kind
        /// Code points.
        let length: Int
    }

    /// What one pair took and what came of it.
    struct Answer: Sendable, Hashable {
        let microseconds: Double
        let operations: [Operation]
    }

    private let child: Child
    private let count: Int

    init(_ script: PeerScript, pairs: [EditPair], folder: String, among children: Children)
        throws(BenchError)
    {
        let path = "\(folder)/pairs.jsonl"
        do {
            let lines = try pairs.map { try JSONEncoder().encode($0) + Data("\n".utf8) }
            try Data(lines.joined()).write(to: URL(filePath: path))
        } catch {
            throw BenchError("\(path) cannot be written: \(error)")
        }
        child = try Child(script.python, [script.path, path], folder: folder, among: children)
        count = pairs.count
    }

    /// Has every pair compared.
    func answers(by name: Name) throws(BenchError) -> [Answer] {
        try child.send(name.rawValue.utf8)
        var answers: [Answer] = []
        for _ in 0..<count {
            guard let line = try child.line(within: .seconds(900)), let answer = Answer(line) else {
                throw child.failure("gives no answer")
            }
            answers.append(answer)
        }
        return answers
    }
}

extension DiffPeer.Answer {
    /// Reads `[nanoseconds, [[operation, length], …]]`; nil when it is anything else.
    init?(_ line: String) {
        guard case .array(let parts)? = try? JSONValue(reading: line.utf8), parts.count == 2,
            case .number(let time) = parts[0], let nanoseconds = time.integer,
            case .array(let list) = parts[1]
        else { return nil }
        let operations = list.compactMap(DiffPeer.Operation.init)
        guard operations.count == list.count else { return nil }
        self.init(microseconds: Double(nanoseconds) / 1000, operations: operations)
    }
}

extension DiffPeer.Operation {
    fileprivate init?(_ json: JSONValue) {
        guard case .array(let parts) = json, parts.count == 2, case .string(let sign) = parts[0],
            let kind = Kind(rawValue: sign), case .number(let number) = parts[1],
            let length = number.integer
        else { return nil }
        self.init(kind: kind, length: length)
    }
}
