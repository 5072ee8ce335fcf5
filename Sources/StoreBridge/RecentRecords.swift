/// The records that were last seen, up to a number.
struct RecentRecords<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private var entries: [Key: (value: Value, turn: Int)] = [:]
    private var turn = 0
    private let most: Int

    init(atMost most: Int) { self.most = most }

    var values: [Value] { entries.values.map(\.value) }

    subscript(key: Key) -> Value? {
        get { entries[key]?.value }
        set {
            turn += 1
            entries[key] = newValue.map { ($0, turn) }
            if entries.count > most { forgetOldest() }
        }
    }

    /// Drops a tenth at once, so that it is not looked through at every record.
    private mutating func forgetOldest() {
        let oldest = entries.sorted { $0.value.turn < $1.value.turn }.prefix(max(1, most / 10))
        for (key, _) in oldest { entries[key] = nil }
    }
}
