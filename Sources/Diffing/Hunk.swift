/// A range of the old text and the range of the new one that it became, or is to be compared with.
struct Hunk: Sendable, Hashable {
    var old: Range<Int>
    var new: Range<Int>

    var isReplacement: Bool { !old.isEmpty && !new.isEmpty }

    /// The length of its longer side.
    var size: Int { max(old.count, new.count) }

    /// One hunk from the start of this one to the end of another behind it.
    func joined(with next: Hunk) -> Hunk {
        Hunk(
            old: old.lowerBound..<next.old.upperBound, new: new.lowerBound..<next.new.upperBound)
    }

    /// Without what both sides have in common at the start and at the end.
    func trimmed(_ oldElements: [Int32], _ newElements: [Int32]) -> Hunk {
        var (low, newLow) = (old.lowerBound, new.lowerBound)
        var (high, newHigh) = (old.upperBound, new.upperBound)
        while low < high, newLow < newHigh, oldElements[low] == newElements[newLow] {
            low += 1
            newLow += 1
        }
        while low < high, newLow < newHigh, oldElements[high - 1] == newElements[newHigh - 1] {
            high -= 1
            newHigh -= 1
        }
        return Hunk(old: low..<high, new: newLow..<newHigh)
    }

    func shifted(by distance: Int) -> Hunk { shifted(old: distance, new: distance) }

    func shifted(old oldDistance: Int, new newDistance: Int) -> Hunk {
        Hunk(
            old: old.lowerBound + oldDistance..<old.upperBound + oldDistance,
            new: new.lowerBound + newDistance..<new.upperBound + newDistance)
    }
}

extension EditScript {
    /// The changed stretches in order, in elements; between two of them at least one is the same.
    var hunks: [Hunk] {
        var hunks: [Hunk] = []
        var old = 0
        var new = 0
        while old < oldChanged.count || new < newChanged.count {
            let start = (old: old, new: new)
            while old < oldChanged.count, oldChanged[old] { old += 1 }
            while new < newChanged.count, newChanged[new] { new += 1 }
            if (old, new) == start {
                old += 1
                new += 1
            } else {
                hunks.append(Hunk(old: start.old..<old, new: start.new..<new))
            }
        }
        return hunks
    }
}
