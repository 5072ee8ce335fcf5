import Domain

/// Vectors of one dimension, row after row in one piece of memory.
struct VectorTable<Key: Hashable & Sendable>: Sendable {
    let dimension: Int
    /// Components of a row, rounded up to whole ``Lane``s; the rest is zero.
    private let lanesPerRow: Int
    private var lanes: [Lane] = []
    private var keys: [Key] = []
    private var rows: [Key: Int] = [:]
    /// Order of insertion, which decides between equal cosines.
    private var ages: [UInt64] = []
    private var nextAge: UInt64 = 0

    private typealias Lane = SIMD16<Float>

    init(dimension: Int) {
        precondition(dimension > 0, "A vector needs a component")
        self.dimension = dimension
        lanesPerRow = (dimension + Lane.scalarCount - 1) / Lane.scalarCount
    }

    var count: Int { keys.count }

    mutating func insert(_ vector: [Float], for key: Key) throws(EmbeddingError) {
        let row = try normalised(vector)
        if let index = rows[key] {
            lanes.replaceSubrange(index * lanesPerRow..<(index + 1) * lanesPerRow, with: row)
            return
        }
        rows[key] = keys.count
        keys.append(key)
        lanes.append(contentsOf: row)
        ages.append(nextAge)
        nextAge += 1
    }

    /// Moves the last row into the gap, so the memory stays in one piece.
    mutating func remove(_ key: Key) {
        guard let index = rows.removeValue(forKey: key) else { return }
        let last = keys.count - 1
        if index != last {
            for lane in 0..<lanesPerRow {
                lanes[index * lanesPerRow + lane] = lanes[last * lanesPerRow + lane]
            }
            keys[index] = keys[last]
            ages[index] = ages[last]
            rows[keys[index]] = index
        }
        keys.removeLast()
        ages.removeLast()
        lanes.removeLast(lanesPerRow)
    }

    func nearest(to vector: [Float], limit: Int) throws(EmbeddingError) -> [(key: Key, cosine: Float)] {
        let query = try normalised(vector)
        var best = BestFew(limit: limit)
        for index in keys.indices {
            best.offer(index, score: dot(query, row: index), age: ages[index])
        }
        return best.sorted.map { (keys[$0.item], min(max($0.score, -1), 1)) }
    }

    /// The cosine of a stored vector, nil when there is none.
    func cosine(of key: Key, to vector: [Float]) throws(EmbeddingError) -> Float? {
        let query = try normalised(vector)
        return rows[key].map { min(max(dot(query, row: $0), -1), 1) }
    }

    private func dot(_ query: [Lane], row: Int) -> Float {
        let start = row * lanesPerRow
        var sum = Lane.zero
        lanes.withUnsafeBufferPointer { lanes in
            // Not `addProduct`: a fused product is a call for each component where the processor is not known.
            for lane in 0..<lanesPerRow { sum += query[lane] * lanes[start + lane] }
        }
        return sum.sum()
    }

    private func normalised(_ vector: [Float]) throws(EmbeddingError) -> [Lane] {
        guard vector.count == dimension else {
            throw EmbeddingError(
                "The vector has \(vector.count) components, the index \(dimension): embed with the same model"
            )
        }
        let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
        guard length.isFinite, length > 0 else {
            throw EmbeddingError("The vector has no direction: a component is not finite, or all are zero")
        }
        var row = [Lane](repeating: .zero, count: lanesPerRow)
        for (index, component) in vector.enumerated() {
            row[index / Lane.scalarCount][index % Lane.scalarCount] = component / length
        }
        return row
    }
}
