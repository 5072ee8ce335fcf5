/// Ranks documents by the words they share with a query, rare words first.
///
/// BM25 after Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond",
/// 2009, over weighted words. Every change is visible to the next search; equal documents come in
/// order of insertion.
package struct LexicalIndex<Key: Hashable & Sendable>: Sendable {
    private var lists: [String: PostingList] = [:]
    /// By slot, in order of insertion; nil where a document was removed.
    private var documents: [Document?] = []
    private var lengths: [Float] = []
    private var slots: [Key: Int] = [:]
    private var totalLength = 0.0

    private struct Document {
        let key: Key
        let words: [String]
    }

    /// No document covers a query more than twice.
    package static var greatestShare: Double { 2 }

    package init() {}

    package var count: Int { slots.count }

    /// Adds a document, or replaces the one of the same key.
    package mutating func insert(_ document: LexicalDocument, for key: Key) {
        remove(key)
        let slot = documents.count
        var length: Float = 0
        for (word, weight) in document.ordered {
            lists[word, default: PostingList()].append(slot: slot, weight: weight)
            length += weight
        }
        documents.append(Document(key: key, words: Array(document.weights.keys)))
        lengths.append(length)
        slots[key] = slot
        totalLength += Double(length)
    }

    /// Forgets a document.
    package mutating func remove(_ key: Key) {
        guard let slot = slots.removeValue(forKey: key), let document = documents[slot] else { return }
        totalLength -= Double(lengths[slot])
        documents[slot] = nil
        for word in document.words { forget(word) }
        if documents.count > 64, slots.count * 2 < documents.count { closeGaps() }
    }

    /// Returns the documents that share most with a query, the best first.
    ///
    /// - Returns: Keys with the share of the query that they cover, above 0 and at most
    ///   ``greatestShare``: what BM25 gives the document, divided by what it gives the query itself. It is
    ///   above 1 for a document that says the words again or puts them first.
    /// - Parameter allowed: Only these documents, when given.
    package func best(
        for query: LexicalDocument, limit: Int, among allowed: Set<Key>? = nil
    ) -> [(key: Key, share: Double)] {
        guard limit > 0, !slots.isEmpty else { return [] }
        let average = averageLength
        var scores = [Float](repeating: 0, count: documents.count)
        for (word, weight) in query.ordered {
            guard let list = lists[word] else { continue }
            let importance = weight * rarity(of: list.liveCount)
            for posting in list.postings {
                let slot = Int(posting.slot)
                scores[slot] +=
                    importance * BM25.saturation(posting.weight, relativeLength: lengths[slot] / average)
            }
        }
        let whole = wholeScore(of: query)
        return best(of: scores, limit: limit, among: allowed).map {
            ($0.key, min(Double($0.score / whole), Self.greatestShare))
        }
    }

    /// Returns the share of the query that one document covers, as ``best(for:limit:among:)`` does; 0 when there is no such document.
    package func share(of key: Key, for query: LexicalDocument) -> Double {
        guard let slot = slots[key], !query.isEmpty else { return 0 }
        let length = lengths[slot] / averageLength
        let score: Float = query.ordered.reduce(0) { sum, entry in
            guard let list = lists[entry.word], let weight = list.weight(in: slot) else { return sum }
            return sum + entry.weight * rarity(of: list.liveCount)
                * BM25.saturation(weight, relativeLength: length)
        }
        return min(Double(score / wholeScore(of: query)), Self.greatestShare)
    }

    /// The documents that hold every word of another one.
    func keys(holding wanted: LexicalDocument) -> [Key] {
        let found = wanted.ordered.map { lists[$0.word] }
        guard let rarest = found.compactMap(\.self).min(by: { $0.liveCount < $1.liveCount }),
            found.allSatisfy({ $0 != nil })
        else { return [] }
        return rarest.postings.compactMap { posting in
            let slot = Int(posting.slot)
            guard found.allSatisfy({ $0?.weight(in: slot) != nil }) else { return nil }
            return documents[slot]?.key
        }
    }

    private var averageLength: Float {
        max(Float(totalLength / Double(max(slots.count, 1))), .leastNormalMagnitude)
    }

    private func best(of scores: [Float], limit: Int, among allowed: Set<Key>?) -> [(key: Key, score: Float)]
    {
        var best = BestFew(limit: limit)
        for (slot, score) in scores.enumerated() where score > 0 {
            guard let document = documents[slot], allowed?.contains(document.key) != false else { continue }
            best.offer(slot, score: score, age: UInt64(slot))
        }
        return best.sorted.compactMap { found in documents[found.item].map { ($0.key, found.score) } }
    }

    /// What BM25 would give a document of average length that says the same as the query.
    private func wholeScore(of query: LexicalDocument) -> Float {
        query.ordered.reduce(0) { sum, entry in
            sum + entry.weight * rarity(of: lists[entry.word]?.liveCount ?? 0)
                * BM25.saturation(entry.weight, relativeLength: 1)
        }
    }

    /// How rare a word is, as if there were ``BM25/background`` more documents without it.
    ///
    /// In a history of three prompts, every word would be common otherwise.
    private func rarity(of frequency: Int) -> Float {
        BM25.rarity(of: frequency, among: slots.count + BM25.background)
    }

    private mutating func forget(_ word: String) {
        lists[word]?.forgetOne()
        guard let list = lists[word] else { return }
        if list.liveCount == 0 {
            lists[word] = nil
        } else if list.isMostlyDead {
            lists[word]?.sweep { [documents] in documents[$0] == nil ? nil : $0 }
        }
    }

    /// Renumbers the documents, so that removed ones take no room.
    private mutating func closeGaps() {
        var renumbered = [Int?](repeating: nil, count: documents.count)
        var kept: [Document?] = []
        var keptLengths: [Float] = []
        for (slot, document) in documents.enumerated() {
            guard let document else { continue }
            renumbered[slot] = kept.count
            slots[document.key] = kept.count
            kept.append(document)
            keptLengths.append(lengths[slot])
        }
        documents = kept
        lengths = keptLengths
        for word in lists.keys { lists[word]?.sweep { renumbered[$0] } }
    }
}
