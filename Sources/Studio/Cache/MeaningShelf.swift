import Domain
import Similarity
import Synchronization

/// What was written lately, by what it means: finds the ideas that are nearest to another one.
///
/// Prompts themselves lie in the cache; here is only what a look needs. Each workspace has a part of its
/// own, and the oldest idea makes room.
final class MeaningShelf: Sendable {
    /// An idea near another one.
    struct Candidate: Sendable {
        let idea: String
        let prompt: Prompt.ID
        let meaning: Meaning
        /// How alike the two meanings are, 0...1.
        let score: Double
    }

    fileprivate struct Entry {
        let idea: String
        let prompt: Prompt.ID
        let meaning: Meaning
    }

    fileprivate struct Shelf {
        var entries: [Int: Entry] = [:]
        var postings: [String: Set<Int>] = [:]
        var next = 0
        var oldest = 0
    }

    private static let capacity = 2000
    private let shelves = Mutex<[CacheKey: Shelf]>([:])

    /// Puts an idea on the shelf of the ideas it could share a prompt with.
    func insert(_ idea: String, prompt: Prompt.ID, meaning: Meaning, at place: CacheKey) {
        guard !meaning.isEmpty else { return }
        shelves.withLock { shelves in
            if shelves.count > Self.capacity { shelves.removeAll(keepingCapacity: true) }
            shelves[place, default: Shelf()].insert(
                Entry(idea: idea, prompt: prompt, meaning: meaning), capacity: Self.capacity)
        }
    }

    /// The nearest ideas on a shelf, the nearest first.
    func nearest(to meaning: Meaning, at place: CacheKey, limit: Int) -> [Candidate] {
        shelves.withLock { shelves in
            guard let shelf = shelves[place] else { return [] }
            var shared: [Int: Int] = [:]
            for word in meaning.words {
                for entry in shelf.postings[word] ?? [] { shared[entry, default: 0] += 1 }
            }
            let best = shared.sorted { ($0.value, $0.key) > ($1.value, $1.key) }.prefix(8 * limit)
            return best.compactMap { shelf.entries[$0.key] }
                .map {
                    Candidate(
                        idea: $0.idea, prompt: $0.prompt, meaning: $0.meaning,
                        score: meaning.similarity(to: $0.meaning))
                }
                .sorted { $0.score > $1.score }.prefix(limit).map(\.self)
        }
    }

    /// Takes every idea that led to a prompt off the shelves.
    func remove(_ prompt: Prompt.ID) {
        shelves.withLock { shelves in
            for place in shelves.keys { shelves[place]?.remove(prompt) }
        }
    }

    func removeAll() { shelves.withLock { $0.removeAll() } }
}

extension MeaningShelf.Shelf {
    fileprivate mutating func insert(_ entry: MeaningShelf.Entry, capacity: Int) {
        entries[next] = entry
        for word in entry.meaning.words { postings[word, default: []].insert(next) }
        next += 1
        while entries.count > capacity {
            remove(at: oldest)
            oldest += 1
        }
    }

    fileprivate mutating func remove(_ prompt: Prompt.ID) {
        for (number, entry) in entries where entry.prompt == prompt { remove(at: number) }
    }

    private mutating func remove(at number: Int) {
        guard let entry = entries.removeValue(forKey: number) else { return }
        for word in entry.meaning.words {
            postings[word]?.remove(number)
            if postings[word]?.isEmpty == true { postings[word] = nil }
        }
    }
}
