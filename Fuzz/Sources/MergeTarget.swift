import Diffing
import Domain

/// The laws of a three-way merge, for any three texts.
struct MergeTarget: FuzzTarget {
    static let name = "merge"

    func run(_ bytes: UnsafeRawBufferPointer) {
        let texts = bytes.texts(3)
        let (base, ours, theirs) = (texts[0], texts[1], texts[2])
        check(base, ours, base, gives: ours)
        check(base, base, theirs, gives: theirs)
        check(base, ours, ours, gives: ours)
        let merge = ThreeWayMerge.merge(base: base, ours: ours, theirs: theirs)
        let mirrored = ThreeWayMerge.merge(base: base, ours: theirs, theirs: ours)
        precondition(same(merge.text, mirrored.text), "who is called ours decides the merge")
        precondition(
            merge.conflicts.count == mirrored.conflicts.count, "who is called ours decides the conflicts")
        let choices = merge.conflicts.map { _ in ThreeWayMerge.Choice.both }
        precondition((try? merge.resolved(choices)) != nil, "a merge cannot be resolved")
        let diff = Differ().diff(base, ours)
        guard let replay = try? Replay(of: diff, madeFor: base, on: theirs) else {
            preconditionFailure("a diff does not fit the text it was made for")
        }
        precondition(replay.outcomes.count == diff.operations.count, "an operation has no outcome")
    }

    private func check(_ base: String, _ ours: String, _ theirs: String, gives expected: String) {
        let text = ThreeWayMerge.merge(base: base, ours: ours, theirs: theirs).text
        precondition(same(text, expected), "an edit of one side alone is not taken as it is")
    }

    private func same(_ one: String?, _ other: String?) -> Bool {
        one.map { Array($0.utf8) } == other.map { Array($0.utf8) }
    }
}
