import Domain

/// Rows that a graph leads to, for when there are too many to look at all of them.
struct GraphRows<Key: Hashable & Sendable>: ~Copyable {
    private var graph: Graph
    /// By label, which is never used again; nil where a row was removed or replaced.
    private var keys: [Key?] = []
    private var labels: [Key: UInt32] = [:]

    /// Below this many allowed keys, all of them are looked at.
    private static var scannedAllowed: Int { 10_000 }
    /// Candidates on the way of a search; `reprise bench recommend` prints the recall they give.
    private static var breadth: Int { 160 }
    /// The widest search; a filter that leaves less is scanned.
    private static var maximumBreadth: Int { 2000 }

    init(dimension: Int, capacity: Int) throws(EmbeddingError) {
        graph = try Graph(dimension: dimension, capacity: capacity)
    }

    /// Takes rows over that were saved.
    ///
    /// - Parameter keys: By label, nil for rows that were removed; as many as the graph has rows, each once.
    init(graph: consuming Graph, keys: [Key?]) {
        self.graph = graph
        self.keys = keys
        for (label, key) in keys.enumerated() {
            if let key { labels[key] = UInt32(label) }
        }
    }

    var count: Int { labels.count }
    /// By label, nil for rows that were removed.
    var labelledKeys: [Key?] { keys }

    /// Writes rows and links, without the keys.
    ///
    /// - Returns: Whether all of it was written.
    borrowing func saveGraph(to path: String) -> Bool { graph.save(to: path) }
    func contains(_ key: Key) -> Bool { labels[key] != nil }
    var allKeys: [Key] { keys.compactMap(\.self) }

    /// Whether more rows are gone than there.
    var isMostlyDead: Bool { keys.count > 64 && labels.count * 2 < keys.count }

    mutating func insert(_ row: UnsafePointer<UInt16>, for key: Key) throws(EmbeddingError) {
        let label = UInt32(keys.count)
        try graph.insert(row, label: label)
        remove(key)
        keys.append(key)
        labels[key] = label
    }

    mutating func remove(_ key: Key) {
        guard let label = labels.removeValue(forKey: key) else { return }
        keys[Int(label)] = nil
        graph.remove(label)
    }

    borrowing func withRow<Value>(of key: Key, _ body: (UnsafePointer<UInt16>) -> Value) -> Value? {
        labels[key].flatMap { graph.row(of: $0) }.map(body)
    }

    borrowing func nearest(
        to query: HalfRow, limit: Int, among allowed: Set<Key>?
    ) -> [(key: Key, cosine: Float)] {
        guard limit > 0, count > 0 else { return [] }
        guard let allowed else { return found(by: query, limit: limit, breadth: Self.breadth, among: nil) }
        let widened = Self.breadth * count / max(allowed.count, 1)
        guard allowed.count >= Self.scannedAllowed, widened <= Self.maximumBreadth else {
            return scanned(allowed, for: query, limit: limit)
        }
        let answer = found(by: query, limit: limit, breadth: widened, among: allowed)
        return answer.count == limit ? answer : scanned(allowed, for: query, limit: limit)
    }

    private borrowing func found(
        by query: HalfRow, limit: Int, breadth: Int, among allowed: Set<Key>?
    ) -> [(key: Key, cosine: Float)] {
        let breadth = max(breadth, limit * 2)
        var rest: [(key: Key, label: UInt32, cosine: Float)] = []
        for near in graph.nearest(
            to: query.halves, limit: allowed == nil ? limit : breadth, breadth: breadth)
        {
            guard let key = keys[Int(near.label)], allowed?.contains(key) != false else { continue }
            rest.append((key, near.label, near.cosine))
        }
        rest.sort { $0.cosine == $1.cosine ? $0.label < $1.label : $0.cosine > $1.cosine }
        return rest.prefix(limit).map { ($0.key, $0.cosine) }
    }

    private borrowing func scanned(
        _ allowed: Set<Key>, for query: HalfRow, limit: Int
    ) -> [(key: Key, cosine: Float)] {
        var best = BestRows<Float>(limit: limit)
        for key in allowed {
            guard let label = labels[key], let row = graph.row(of: label) else { continue }
            let near = cosineOfRows(row, query.halves, dimension: graph.dimension)
            best.offer(Int(label), score: near, age: UInt64(label))
        }
        return best.sorted.compactMap { found in keys[found.row].map { ($0, found.score) } }
    }
}
