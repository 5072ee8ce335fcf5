/// Merges ranked lists by weighted reciprocal rank, Σ w / (60 + rank).
///
/// Cormack, Clarke and Büttcher, "Reciprocal Rank Fusion outperforms Condorcet and individual Rank
/// Learning Methods", 2009.
struct RankFusion<Key: Hashable & Comparable> {
    private var points: [Key: Double] = [:]

    mutating func add(_ ranked: some Sequence<Key>, weight: Double) {
        for (rank, key) in ranked.enumerated() { points[key, default: 0] += weight / Double(60 + rank + 1) }
    }

    /// The keys with most points first; equal ones by key.
    var merged: [Key] {
        points.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }.map(\.key)
    }
}
