import Domain

/// How much of two texts an edit touches, taken out and put in together.
struct EditSize: Sendable, Hashable {
    /// Characters as people see them; one of which a part changes is touched.
    var graphemes = 0
    var codePoints = 0

    static func + (left: Self, right: Self) -> Self {
        Self(
            graphemes: left.graphemes + right.graphemes, codePoints: left.codePoints + right.codePoints)
    }
}

extension EditSize {
    init(_ diff: Diff) {
        for operation in diff.operations {
            graphemes += operation.old.length.graphemes + operation.new.length.graphemes
            codePoints += operation.oldText.unicodeScalars.count + operation.newText.unicodeScalars.count
        }
    }

    /// The size of an edit that is counted in code points, wherever it cuts.
    init(_ operations: [DiffPeer.Operation], of pair: EditPair) {
        let old = operations.filter { $0.kind != .insert }.map { ($0.length, $0.kind == .delete) }
        let new = operations.filter { $0.kind != .delete }.map { ($0.length, $0.kind == .insert) }
        self = Self(old, of: pair.old) + Self(new, of: pair.new)
    }

    private init(_ runs: [(length: Int, isTouched: Bool)], of text: String) {
        var end = 0
        var touched: [Range<Int>] = []
        for run in runs {
            if run.isTouched, run.length > 0 { touched.append(end..<end + run.length) }
            end += run.length
        }
        codePoints = touched.reduce(0) { $0 + $1.count }
        var (place, next) = (0, 0)
        for character in text {
            let range = place..<place + character.unicodeScalars.count
            place = range.upperBound
            while next < touched.count, touched[next].upperBound <= range.lowerBound { next += 1 }
            if next < touched.count, touched[next].overlaps(range) { graphemes += 1 }
        }
    }
}
