import Diffing
import Domain

/// Patches between any two documents take the one to the other; a patch from outside is applied or refused.
struct JSONPatchTarget: FuzzTarget {
    static let name = "json-patch"

    func run(_ bytes: UnsafeRawBufferPointer) {
        let documents = bytes.split(separator: 0xFF, maxSplits: 1).map { try? JSONValue(reading: $0) }
        guard documents.count == 2, let old = documents[0], let new = documents[1] else { return }
        precondition(
            (try? JSONValue(reading: old.text.utf8)) == old, "a document is not read as it was written")
        let patch = JSONPatch(from: old, to: new)
        precondition((try? patch.apply(to: old)) == new, "a patch made from two documents leads elsewhere")
        precondition((try? JSONPatch(patch.json)) == patch, "a patch is not read as it was written")
        if let difference = try? MergePatch(from: old, to: new) {
            precondition(difference.apply(to: old) == new, "a merge patch leads elsewhere")
        }
        _ = MergePatch(new).apply(to: old)
        if let foreign = try? JSONPatch(new) { _ = try? foreign.apply(to: old) }
    }
}
