/// Which elements of two sequences have no partner in a shortest way from one to the other.
///
/// Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), in its linear-space form. The
/// work is bounded: a search that goes too deep splits where it got furthest, and when the effort
/// is used up what is left counts as changed. The result is then right but not shortest.
struct EditScript {
    private(set) var oldChanged: [Bool]
    private(set) var newChanged: [Bool]
    /// Whether the script is a shortest one.
    private(set) var isShortest = true

    /// Searches the shortest way.
    ///
    /// - Parameter effort: Steps that may be taken, about 10 ns each; the result does not depend on
    ///   the machine's speed.
    init(old: [Int32], new: [Int32], effort: Int) {
        oldChanged = Array(repeating: false, count: old.count)
        newChanged = Array(repeating: false, count: new.count)
        var search = MiddleSearch(old: old, new: new, effort: effort)
        // A stack of our own: hostile input must not run into the thread's.
        var boxes = [Hunk(old: old.startIndex..<old.endIndex, new: new.startIndex..<new.endIndex)]
        while let box = boxes.popLast().map({ $0.trimmed(old, new) }) {
            guard !box.old.isEmpty, !box.new.isEmpty else {
                markChanged(box)
                continue
            }
            let middle = search.middle(of: box)
            switch middle {
            case .best(let x, let y), .guess(let x, let y):
                if case .guess = middle { isShortest = false }
                boxes.append(Hunk(old: x..<box.old.upperBound, new: y..<box.new.upperBound))
                boxes.append(Hunk(old: box.old.lowerBound..<x, new: box.new.lowerBound..<y))
            case .none: markChanged(box)
            case .exhausted:
                isShortest = false
                markChanged(box)
            }
        }
    }

    private mutating func markChanged(_ box: Hunk) {
        for index in box.old { oldChanged[index] = true }
        for index in box.new { newChanged[index] = true }
    }
}
