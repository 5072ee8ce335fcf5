import Synchronization

/// What the lexicon says of the words of one column, read when a word is first looked up.
struct LexiconTable<Value: Sendable>: Sendable {
    private let source: LexiconSource
    private let rows: Rows
    private let read: @Sendable ([LexiconFile.Row]) -> Value
    private let cache = Cache()

    private final class Cache: Sendable {
        let values = Mutex<[Int: Value]>([:])
    }

    /// Where its rows are; English words wait with that until one is asked for, since most ideas have none.
    private final class Rows: Sendable {
        private let state: Mutex<RowIndex?>
        private let make: @Sendable () -> RowIndex

        init(atOnce: Bool, _ make: @escaping @Sendable () -> RowIndex) {
            state = Mutex(atOnce ? make() : nil)
            self.make = make
        }

        func look<Found: Sendable>(_ body: (RowIndex) -> Found) -> Found {
            state.withLock { index in
                let known = index ?? make()
                if index == nil { index = known }
                return body(known)
            }
        }
    }

    init(
        _ source: LexiconSource, _ column: RowIndex.Column = .korean, parts: Set<PartOfSpeech>,
        read: @escaping @Sendable ([LexiconFile.Row]) -> Value
    ) {
        self.source = source
        self.read = read
        rows = Rows(atOnce: column == .korean) {
            let lines = source.lines(of: parts)
            var index = RowIndex(column, rows: lines.count)
            for line in lines { index.add(line, of: source) }
            return index
        }
    }

    /// How many words it holds.
    var count: Int { rows.look(\.count) }

    /// All words, in no order.
    var keys: [String] { rows.look(\.firstLines).map { source.row($0).key } }

    /// What it says of a word; nil when the word is not there.
    subscript(word: String) -> Value? {
        let lines = rows.look { $0.lines(of: word, in: source) }
        guard let first = lines.first else { return nil }
        if let known = cache.values.withLock({ $0[first] }) { return known }
        let value = read(lines.map(source.row))
        cache.values.withLock { $0[first] = value }
        return value
    }
}
