/// Values by key, in the order of their last use.
///
/// A doubly linked list through the slots of an array: every operation but ``removeAll(where:)`` takes
/// the same time however many there are.
struct RecencyList<Key: Hashable, Value> {
    private struct Slot {
        var key: Key
        var value: Value
        var cost: Int
        /// The slot used after this one.
        var newer: Int?
        /// The slot used before this one.
        var older: Int?
    }

    private var slots: [Slot?] = []
    private var free: [Int] = []
    private var places: [Key: Int] = [:]
    private var newest: Int?
    private var oldest: Int?

    /// The sum of what was said at ``insert(_:for:cost:)``.
    private(set) var cost = 0

    var count: Int { places.count }

    /// Returns the value and makes it the most recent.
    mutating func use(_ key: Key) -> Value? {
        guard let place = places[key], let slot = slots[place] else { return nil }
        if newest != place {
            unlink(slot)
            linkAsNewest(place)
        }
        return slot.value
    }

    /// Adds a value as the most recent; the key must not be there.
    mutating func insert(_ value: Value, for key: Key, cost: Int) {
        let slot = Slot(key: key, value: value, cost: cost, newer: nil, older: nil)
        let place: Int
        if let reused = free.popLast() {
            place = reused
            slots[place] = slot
        } else {
            place = slots.count
            slots.append(slot)
        }
        places[key] = place
        self.cost += cost
        linkAsNewest(place)
    }

    mutating func remove(_ key: Key) {
        guard let place = places.removeValue(forKey: key), let slot = slots[place] else { return }
        unlink(slot)
        slots[place] = nil
        free.append(place)
        cost -= slot.cost
    }

    /// A value with its key, on the way out.
    struct Item {
        let key: Key
        let value: Value
        let cost: Int
    }

    /// The key that was used least recently.
    var oldestKey: Key? { oldest.flatMap { slots[$0]?.key } }

    /// Removes the value that was used least recently and returns it.
    mutating func takeOldest() -> Item? {
        guard let oldest, let slot = slots[oldest] else { return nil }
        remove(slot.key)
        return Item(key: slot.key, value: slot.value, cost: slot.cost)
    }

    /// Removes a value and returns it with its cost.
    mutating func take(_ key: Key) -> (value: Value, cost: Int)? {
        guard let place = places[key], let slot = slots[place] else { return nil }
        remove(key)
        return (slot.value, slot.cost)
    }

    mutating func removeAll(where isRemoved: (Key) -> Bool) {
        for key in places.keys.filter(isRemoved) { remove(key) }
    }

    private mutating func unlink(_ slot: Slot) {
        if let newer = slot.newer { slots[newer]?.older = slot.older } else { newest = slot.older }
        if let older = slot.older { slots[older]?.newer = slot.newer } else { oldest = slot.newer }
    }

    private mutating func linkAsNewest(_ place: Int) {
        slots[place]?.newer = nil
        slots[place]?.older = newest
        if let newest { slots[newest]?.newer = place } else { oldest = place }
        newest = place
    }
}
