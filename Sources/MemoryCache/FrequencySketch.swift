/// How often keys were asked for lately, about, in a few bits each.
///
/// A count-min sketch of four rows with counters up to 15; all are halved when as many have been counted
/// as there are counters, so that old fame fades. G. Einziger, R. Friedman, B. Manes, "TinyLFU: A Highly
/// Efficient Cache Admission Policy", 2017.
struct FrequencySketch {
    private static let rows = 4
    private static let maximum: UInt8 = 15

    private var counters: [UInt8]
    private let mask: Int
    private var additions = 0

    /// - Parameter width: Counters a row; rounded up to a power of two.
    init(width: Int) {
        var size = 64
        while size < width { size *= 2 }
        mask = size - 1
        counters = [UInt8](repeating: 0, count: size * Self.rows)
    }

    /// Counts one look-up.
    mutating func add(_ hash: Int) {
        for row in 0..<Self.rows {
            let place = place(of: hash, row: row)
            if counters[place] < Self.maximum { counters[place] += 1 }
        }
        additions += 1
        if additions > 8 * (mask + 1) { fade() }
    }

    /// How often a key was counted, never too low.
    func frequency(of hash: Int) -> UInt8 {
        (0..<Self.rows).map { counters[place(of: hash, row: $0)] }.min() ?? 0
    }

    private mutating func fade() {
        for index in counters.indices { counters[index] >>= 1 }
        additions /= 2
    }

    private func place(of hash: Int, row: Int) -> Int {
        var bits = UInt64(bitPattern: Int64(hash)) &+ UInt64(row + 1) &* 0x9E37_79B9_7F4A_7C15
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits ^= bits >> 27
        return row * (mask + 1) + Int(truncatingIfNeeded: bits) & mask
    }
}
