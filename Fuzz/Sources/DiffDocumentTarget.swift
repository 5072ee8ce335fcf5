import Diffing
import Domain

/// A Diff document from outside: refused, or applied where it fits, and then it can be taken back.
struct DiffDocumentTarget: FuzzTarget {
    static let name = "diff-document"

    func run(_ bytes: UnsafeRawBufferPointer) {
        let parts = bytes.split(separator: 0xFF, maxSplits: 1)
        guard parts.count == 2, let diff = try? Diff(reading: parts[0]) else {
            return
        }
        let text = String(decoding: parts[1], as: UTF8.self)
        guard let result = try? diff.apply(to: text) else { return }
        let back = try? diff.inverted().apply(to: result)
        precondition(
            back.map { $0.utf8.elementsEqual(text.utf8) } ?? false, "an applied diff cannot be undone")
    }
}
