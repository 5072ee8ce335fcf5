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
    /// - Parameters:
    ///   - old: Numbers from 0 up, best without gaps, for they index a table.
    ///   - effort: Steps that may be taken, about 10 ns each; the result does not depend on the
    ///     machine's speed.
    init(old: [Int32], new: [Int32], effort: Int) {
        // What only one side has cannot be kept, and need not be searched.
        let oldShared = Self.indices(of: old, in: new)
        let newShared = Self.indices(of: new, in: old)
        oldChanged = Array(repeating: true, count: old.count)
        newChanged = Array(repeating: true, count: new.count)
        for index in oldShared { oldChanged[index] = false }
        for index in newShared { newChanged[index] = false }
        search(oldShared, newShared, oldShared.map { old[$0] }, newShared.map { new[$0] }, effort)
    }

    private mutating func search(
        _ oldIndices: [Int], _ newIndices: [Int], _ old: [Int32], _ new: [Int32], _ effort: Int
    ) {
        var search = MiddleSearch(old: old, new: new, effort: effort)
        // A stack of our own: hostile input must not run into the thread's.
        var boxes = [Hunk(old: old.startIndex..<old.endIndex, new: new.startIndex..<new.endIndex)]
        while let box = boxes.popLast()?.trimmed(old, new) {
            let middle = box.isReplacement ? search.middle(of: box) : .none
            switch middle {
            case .best(let x, let y), .guess(let x, let y):
                if case .guess = middle { isShortest = false }
                boxes.append(Hunk(old: x..<box.old.upperBound, new: y..<box.new.upperBound))
                boxes.append(Hunk(old: box.old.lowerBound..<x, new: box.new.lowerBound..<y))
                continue
            case .none: break
            case .exhausted: isShortest = false
            }
            for index in box.old { oldChanged[oldIndices[index]] = true }
            for index in box.new { newChanged[newIndices[index]] = true }
        }
    }

    /// Where the elements stand that the other sequence holds as well.
    private static func indices(of elements: [Int32], in others: [Int32]) -> [Int] {
        var isPresent = Array(repeating: false, count: Int(max(elements.max() ?? 0, others.max() ?? 0)) + 1)
        for element in others { isPresent[Int(element)] = true }
        return elements.indices.filter { isPresent[Int(elements[$0])] }
    }
}
