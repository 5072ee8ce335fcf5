import Synchronization

/// What the lexicon says of the words of one column, read when a word is first looked up.
struct LexiconTable<Value: Sendable>: Sendable {
    private let source: LexiconSource
    private let index: RowIndex
    private let read: @Sendable ([LexiconFile.Row]) -> Value
    private let cache = Cache()

    private final class Cache: Sendable {
        let values = Mutex<[Int: Value]>([:])
    }

    init(
        _ source: LexiconSource, _ column: RowIndex.Column = .korean, parts: Set<PartOfSpeech>,
        read: @escaping @Sendable ([LexiconFile.Row]) -> Value
    ) {
        self.source = source
        self.read = read
        let lines = source.lines.indices.filter { parts.contains(source.part(of: $0)) }
        var index = RowIndex(column, rows: lines.count)
        for line in lines { index.add(line, of: source) }
        self.index = index
    }

    /// How many words it holds.
    var count: Int { index.count }

    /// All words, in no order.
    var keys: [String] { index.firstLines.map { source.row($0).key } }

    /// What it says of a word; nil when the word is not there.
    subscript(word: String) -> Value? {
        let lines = index.lines(of: word, in: source)
        guard let first = lines.first else { return nil }
        if let known = cache.values.withLock({ $0[first] }) { return known }
        let value = read(lines.map(source.row))
        cache.values.withLock { $0[first] = value }
        return value
    }
}
