/// Random numbers that are the same for the same seed (SplitMix64: Steele, Lea and Flood, 2014).
struct SeededRandom {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// Makes a generator for one purpose, so that one more tree does not move the snow.
    init(seed: UInt64, purpose: String) {
        // FNV-1a; Swift's own hashes differ from run to run.
        let hash = purpose.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        state = seed ^ hash
    }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from the range.
    mutating func number(_ range: ClosedRange<Double>) -> Double {
        range.lowerBound + (range.upperBound - range.lowerBound) * Double(next() >> 11)
            / 9_007_199_254_740_992
    }

    /// One of the elements; the list must not be empty.
    mutating func one<Element>(of list: [Element]) -> Element { list[Int(next() % UInt64(list.count))] }
}
