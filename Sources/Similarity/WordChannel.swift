import Domain

/// A query's words, in its own language and in the English of its scene.
///
/// So a Korean idea also finds prompts whose history is English, and the other way round.
struct WordChannel {
    private let readings: [LexicalDocument]

    init(_ query: RecommendationQuery) {
        let own = LexicalDocument(terms: query.terms, idea: query.idea)
        let english = LexicalDocument(
            terms: [], idea: query.english.isEmpty ? query.scene?.english ?? "" : query.english)
        readings = [own, english].filter { !$0.isEmpty }
    }

    var isEmpty: Bool { readings.isEmpty }

    /// The keys that either reading finds, by the greater share.
    func best<Key: Comparable>(in index: LexicalIndex<Key>, limit: Int, among allowed: Set<Key>?) -> [Key] {
        var shares: [Key: Double] = [:]
        for reading in readings {
            for found in index.best(for: reading, limit: limit, among: allowed) {
                shares[found.key] = max(shares[found.key] ?? 0, found.share)
            }
        }
        return shares.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
            .prefix(limit).map(\.key)
    }

    /// The share of the query that a document covers, by the better reading; nil for a query without words.
    func share<Key>(of key: Key, in index: LexicalIndex<Key>) -> Double? {
        readings.map { index.share(of: key, for: $0) }.max()
    }
}

extension Scene {
    /// Everything it shows, as English words one after the other.
    fileprivate var english: String {
        let phrases = subjects.map(\.phrase) + actions.map(\.phrase) + place + time + weather + light + camera
        return (phrases + style + mood).map(\.text).joined(separator: " ")
    }
}
