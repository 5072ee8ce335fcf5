import CMatrix
import Domain

/// Rows that every search looks at: as bytes first, the best of them again as halves.
struct ScannedRows<Key: Hashable & Sendable> {
    let dimension: Int
    private var halves: [UInt16] = []
    private var bytes: [Int8] = []
    /// What a byte of a row is worth.
    private var steps: [Float] = []
    private var keys: [Key] = []
    private var rows: [Key: Int] = [:]
    private var ages: [UInt64] = []
    private var nextAge: UInt64 = 0

    /// How many are looked at again; bytes alone put the best ten among these.
    private static var shortlist: Int { 64 }

    init(dimension: Int) {
        precondition(dimension > 0, "A vector needs a component")
        self.dimension = dimension
    }

    var count: Int { keys.count }

    var allKeys: [Key] { keys }

    mutating func insert(_ row: HalfRow, for key: Key) {
        let (step, rounded) = Self.rounded(row.floats)
        if let index = rows[key] {
            let range = index * dimension..<(index + 1) * dimension
            halves.replaceSubrange(range, with: row.halves)
            bytes.replaceSubrange(range, with: rounded)
            steps[index] = step
            return
        }
        rows[key] = keys.count
        keys.append(key)
        halves.append(contentsOf: row.halves)
        bytes.append(contentsOf: rounded)
        steps.append(step)
        ages.append(nextAge)
        nextAge += 1
    }

    /// Moves the last row into the gap, so the memory stays in one piece.
    mutating func remove(_ key: Key) {
        guard let index = rows.removeValue(forKey: key) else { return }
        let last = keys.count - 1
        if index != last {
            for component in 0..<dimension {
                halves[index * dimension + component] = halves[last * dimension + component]
                bytes[index * dimension + component] = bytes[last * dimension + component]
            }
            keys[index] = keys[last]
            ages[index] = ages[last]
            steps[index] = steps[last]
            rows[keys[index]] = index
        }
        keys.removeLast()
        ages.removeLast()
        steps.removeLast()
        halves.removeLast(dimension)
        bytes.removeLast(dimension)
    }

    /// Runs `body` with the halves of a key, when it is there.
    func withRow<Value>(of key: Key, _ body: (UnsafePointer<UInt16>) -> Value) -> Value? {
        guard let index = rows[key] else { return nil }
        return halves.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { body($0 + index * dimension) }
        }
    }

    func nearest(to query: HalfRow, limit: Int, among allowed: Set<Key>?) -> [(key: Key, cosine: Float)] {
        guard limit > 0, !keys.isEmpty else { return [] }
        let candidates = allowed.map { $0.compactMap { rows[$0] } } ?? shortlist(for: query, limit: limit)
        var best = BestRows<Float>(limit: limit)
        for row in candidates { best.offer(row, score: cosine(of: row, to: query), age: ages[row]) }
        return best.sorted.map { (keys[$0.row], $0.score) }
    }

    /// The rows whose bytes are nearest.
    private func shortlist(for query: HalfRow, limit: Int) -> [Int] {
        guard keys.count > max(Self.shortlist, limit * 4) else { return Array(keys.indices) }
        let (_, rounded) = Self.rounded(query.floats)
        let dots = [Int32](unsafeUninitializedCapacity: keys.count) { buffer, count in
            if let to = buffer.baseAddress {
                cmatrix_scan_int8(rounded, bytes, keys.count, dimension, to)
            }
            count = keys.count
        }
        var best = BestRows<Float>(limit: max(Self.shortlist, limit * 4))
        for row in dots.indices { best.offer(row, score: Float(dots[row]) * steps[row], age: ages[row]) }
        return best.sorted.map(\.row)
    }

    private func cosine(of row: Int, to query: HalfRow) -> Float {
        halves.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map {
                cosineOfRows($0 + row * dimension, query.halves, dimension: dimension)
            } ?? 0
        }
    }

    private static func rounded(_ floats: [Float]) -> (step: Float, bytes: [Int8]) {
        let greatest = floats.reduce(0) { max($0, abs($1)) }
        let step = greatest / 127
        return (step, floats.map { Int8(($0 / step).rounded()) })
    }
}
