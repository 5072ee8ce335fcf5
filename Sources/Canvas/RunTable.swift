/// Which samples of a layer show anything, row by row: what is transparent is skipped, what is solid is copied,
/// and only the rest is blended.
struct RunTable {
    /// Samples of a row, one after the other, that are drawn in the same way.
    struct Run {
        var start: Int32
        var end: Int32
        var isSolid: Bool
    }

    /// Shorter stretches cost more to treat on their own than to blend.
    private static let shortest: Int32 = 24

    private var runs: [Run] = []
    /// Where the runs of each row begin, and where those of the last end.
    private var starts: [Int32] = [0]

    /// Looks at the transparency of a whole layer.
    init(_ alpha: Plane) {
        starts.reserveCapacity(alpha.height + 1)
        for y in 0..<alpha.height {
            read(UnsafeBufferPointer(start: alpha.row(y), count: alpha.width))
            starts.append(Int32(runs.count))
        }
    }

    subscript(row: Int) -> ArraySlice<Run> { runs[Int(starts[row])..<Int(starts[row + 1])] }

    private mutating func read(_ row: UnsafeBufferPointer<UInt8>) {
        let first = runs.count
        var x = 0
        while x < row.count {
            let value = row[x]
            let start = x
            if value == 0 || value == 255 {
                while x < row.count, row[x] == value { x += 1 }
            } else {
                while x < row.count, row[x] != 0, row[x] != 255 { x += 1 }
            }
            if value > 0 { add(start, x, isSolid: value == 255, after: first) }
        }
    }

    /// Adds a stretch of the row whose runs begin at `first`, or makes the one before longer.
    private mutating func add(_ start: Int, _ end: Int, isSolid: Bool, after first: Int) {
        let run = Run(start: Int32(start), end: Int32(end), isSolid: isSolid && end - start >= Self.shortest)
        let last = runs.count - 1
        if last >= first, !run.isSolid, !runs[last].isSolid, run.start - runs[last].end < Self.shortest {
            runs[last].end = run.end
        } else {
            runs.append(run)
        }
    }
}
