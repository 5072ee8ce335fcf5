/// Values by key within a bound, of which those that are asked for again and again stay.
///
/// What is new goes through a small window. Leaving it, it gets into the main part only when it was asked
/// for more often than what would have to leave for it, so a scan of keys that nobody asks for twice
/// passes through. What is used again in the main part is protected (W-TinyLFU: window of 1 %, protected
/// 80 % of the rest).
struct SegmentedCache<Key: Hashable, Value> {
    private var window = RecencyList<Key, Value>()
    private var probation = RecencyList<Key, Value>()
    private var protected = RecencyList<Key, Value>()
    private var sketch: FrequencySketch
    private let maximum: Int

    /// - Parameter maximum: The most that the costs of all values may add up to.
    init(maximum: Int) {
        self.maximum = maximum
        // A prompt takes some kilobytes; tens of counters for each that fits keep strangers apart.
        sketch = FrequencySketch(width: min(1 << 18, max(64, maximum / 128)))
    }

    var cost: Int { window.cost + probation.cost + protected.cost }
    var count: Int { window.count + probation.count + protected.count }

    /// Returns the value, and remembers that it was asked for.
    mutating func use(_ key: Key) -> Value? {
        sketch.add(key.hashValue)
        if let value = window.use(key) ?? protected.use(key) { return value }
        guard let (value, cost) = probation.take(key) else { return nil }
        protected.insert(value, for: key, cost: cost)
        while protected.cost > mainMaximum / 5 * 4, protected.count > 1, let old = protected.takeOldest() {
            probation.insert(old.value, for: old.key, cost: old.cost)
        }
        return value
    }

    /// Adds a value in place of any older one of its key.
    ///
    /// - Returns: How many values had to leave, or were not let in.
    mutating func insert(_ value: Value, for key: Key, cost: Int) -> Int {
        remove(key)
        guard cost <= maximum else { return 1 }
        window.insert(value, for: key, cost: cost)
        var evictions = 0
        // The newest value always stands in the window, however small that is.
        while window.cost > maximum / 100, window.count > 1, let old = window.takeOldest() {
            evictions += admit(old)
        }
        while self.cost > maximum, makeRoom() { evictions += 1 }
        return evictions
    }

    mutating func remove(_ key: Key) {
        window.remove(key)
        probation.remove(key)
        protected.remove(key)
    }

    mutating func removeAll(where isRemoved: (Key) -> Bool) {
        window.removeAll(where: isRemoved)
        probation.removeAll(where: isRemoved)
        protected.removeAll(where: isRemoved)
    }

    private var mainMaximum: Int { maximum - maximum / 100 }

    /// Lets a value into the main part while there is room, or in place of one that is asked for less.
    private mutating func admit(_ new: RecencyList<Key, Value>.Item) -> Int {
        var evictions = 0
        while cost + new.cost > maximum {
            guard let victim = probation.oldestKey ?? protected.oldestKey,
                sketch.frequency(of: new.key.hashValue) > sketch.frequency(of: victim.hashValue)
            else { return evictions + 1 }
            remove(victim)
            evictions += 1
        }
        probation.insert(new.value, for: new.key, cost: new.cost)
        return evictions
    }

    private mutating func makeRoom() -> Bool {
        guard let victim = probation.oldestKey ?? protected.oldestKey ?? window.oldestKey else {
            return false
        }
        remove(victim)
        return true
    }
}
