/// Keeps the few best of many scored items, without sorting the rest.
struct BestFew {
    struct Scored {
        let item: Int
        let score: Float
        let age: UInt64
    }

    private let limit: Int
    /// The best first; among equal scores the oldest.
    private(set) var sorted: [Scored] = []

    init(limit: Int) {
        self.limit = max(limit, 0)
        sorted.reserveCapacity(min(self.limit, 1024))
    }

    mutating func offer(_ item: Int, score: Float, age: UInt64) {
        let offered = Scored(item: item, score: score, age: age)
        if sorted.count == limit {
            guard let worst = sorted.last, Self.isBetter(offered, worst) else { return }
            sorted.removeLast()
        }
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
