import Diffing
import Domain

/// A line of `reprise diff --jsonl`, and what it gets.
struct DiffLine: Decodable, Identifiable {
    let id: String
    let old: String
    let new: String

    /// The answer to one line.
    struct Answer: Encodable {
        let id: String
        let diff: Diff

        init(_ line: DiffLine) {
            id = line.id
            diff = Differ().diff(line.old, line.new)
        }
    }
}
