/// Keeps the few best of many scored rows, without sorting the rest.
struct BestRows<Score: Comparable> {
    struct Scored {
        let row: Int
        let score: Score
        /// Order of insertion, which decides between equal scores.
        let age: UInt64
    }

    private let limit: Int
    /// The best first; among equal scores the oldest.
    private(set) var sorted: [Scored] = []

    init(limit: Int) {
        self.limit = max(limit, 0)
        sorted.reserveCapacity(min(self.limit, 1024))
    }

    @inline(__always)
    mutating func offer(_ row: Int, score: Score, age: UInt64) {
        if sorted.count == limit {
            guard let worst = sorted.last, score > worst.score || (score == worst.score && age < worst.age)
            else { return }
            sorted.removeLast()
        }
        insert(Scored(row: row, score: score, age: age))
    }

    private mutating func insert(_ offered: Scored) {
        var low = 0
        var high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if Self.isBetter(offered, sorted[middle]) { high = middle } else { low = middle + 1 }
        }
        sorted.insert(offered, at: low)
    }

    private static func isBetter(_ one: Scored, _ other: Scored) -> Bool {
        one.score == other.score ? one.age < other.age : one.score > other.score
    }
}
