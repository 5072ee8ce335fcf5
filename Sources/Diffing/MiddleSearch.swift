/// Looks for a point in the middle of a shortest way through a box, from both ends at once.
struct MiddleSearch {
    /// What was found; points are indices into both sequences.
    enum Middle {
        /// A point on a shortest way.
        case best(Int, Int)
        /// The furthest point reached before the search became too deep.
        case guess(Int, Int)
        /// Both sides have nothing in common.
        case none
        case exhausted
    }

    /// Edits after which a search from one end settles for a guess: prompts never get there.
    private static let deepest = 2000

    private let old: [Int32]
    private let new: [Int32]
    private var effort: Int
    /// The furthest place in `old` reached on each diagonal, from the start and from the end.
    private var forward: [Int] = []
    private var backward: [Int] = []
    /// How much of the two rows the present box uses.
    private var rowLength = 0

    init(old: [Int32], new: [Int32], effort: Int) {
        self.old = old
        self.new = new
        self.effort = effort
    }

    /// - Parameter box: Not empty on either side, and trimmed.
    mutating func middle(of box: Hunk) -> Middle {
        guard effort > 0 else { return .exhausted }
        var walk = Walk(box: box)
        let deepest = min((box.old.count + box.new.count + 1) / 2, Self.deepest)
        // Reused between calls, so that memory stays linear.
        rowLength = 2 * deepest + 4
        clearRows()
        let zero = deepest + 1
        forward[zero + 1] = 0
        backward[zero + 1] = 0
        for depth in 0..<deepest {
            if let met = stepForward(&walk, depth, zero) { return met }
            if let met = stepBackward(&walk, depth, zero) { return met }
            guard effort > 0 else { return furthest(in: box, zero) }
        }
        return deepest == Self.deepest ? furthest(in: box, zero) : .none
    }

    private mutating func clearRows() {
        if forward.count < rowLength {
            forward = Array(repeating: -1, count: rowLength)
            backward = forward
            return
        }
        for index in 0..<rowLength {
            forward[index] = -1
            backward[index] = -1
        }
    }

    private mutating func stepForward(_ walk: inout Walk, _ depth: Int, _ zero: Int) -> Middle? {
        let (box, delta) = (walk.box, walk.delta)
        var next = walk.forwardLow - depth
        while next <= depth - walk.forwardHigh {
            let diagonal = next
            next += 2
            let at = zero + diagonal
            var x = startOfStep(forward, diagonal, depth, at)
            var y = x - diagonal
            let before = x
            while x < box.old.count, y < box.new.count,
                old[box.old.lowerBound + x] == new[box.new.lowerBound + y]
            {
                x += 1
                y += 1
            }
            effort -= 1 + x - before
            forward[at] = x
            if x > box.old.count {
                walk.forwardHigh += 2
            } else if y > box.new.count {
                walk.forwardLow += 2
            } else if walk.isOdd, let other = reached(backward, zero + delta - diagonal),
                x >= box.old.count - other
            {
                return .best(box.old.lowerBound + x, box.new.lowerBound + y)
            }
        }
        return nil
    }

    private mutating func stepBackward(_ walk: inout Walk, _ depth: Int, _ zero: Int) -> Middle? {
        let (box, delta) = (walk.box, walk.delta)
        var next = walk.backwardLow - depth
        while next <= depth - walk.backwardHigh {
            let diagonal = next
            next += 2
            let at = zero + diagonal
            var x = startOfStep(backward, diagonal, depth, at)
            var y = x - diagonal
            let before = x
            while x < box.old.count, y < box.new.count,
                old[box.old.upperBound - 1 - x] == new[box.new.upperBound - 1 - y]
            {
                x += 1
                y += 1
            }
            effort -= 1 + x - before
            backward[at] = x
            if x > box.old.count {
                walk.backwardHigh += 2
            } else if y > box.new.count {
                walk.backwardLow += 2
            } else if !walk.isOdd, let other = reached(forward, zero + delta - diagonal),
                other >= box.old.count - x
            {
                let meeting = other - (delta - diagonal)
                return .best(box.old.lowerBound + other, box.new.lowerBound + meeting)
            }
        }
        return nil
    }

    private func startOfStep(_ row: [Int], _ diagonal: Int, _ depth: Int, _ at: Int) -> Int {
        if diagonal == -depth || (diagonal != depth && row[at - 1] < row[at + 1]) { return row[at + 1] }
        return row[at - 1] + 1
    }

    private func reached(_ row: [Int], _ at: Int) -> Int? {
        (0..<rowLength).contains(at) && row[at] >= 0 ? row[at] : nil
    }

    /// The point furthest from the start that the search from there has reached.
    private func furthest(in box: Hunk, _ zero: Int) -> Middle {
        var best = (x: 0, y: 0)
        for (index, x) in forward.prefix(rowLength).enumerated() where x >= 0 && x <= box.old.count {
            let y = x - (index - zero)
            if y >= 0, y <= box.new.count, x + y > best.x + best.y { best = (x, y) }
        }
        guard best.x + best.y > 0 else { return .exhausted }
        return .guess(box.old.lowerBound + best.x, box.new.lowerBound + best.y)
    }
}

/// How far the search through one box may still spread.
private struct Walk {
    let box: Hunk
    let delta: Int
    var forwardLow = 0
    var forwardHigh = 0
    var backwardLow = 0
    var backwardHigh = 0

    init(box: Hunk) {
        self.box = box
        delta = box.old.count - box.new.count
    }

    /// Whether the two searches meet while the one from the start moves.
    var isOdd: Bool { delta % 2 != 0 }
}
