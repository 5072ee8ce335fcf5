/// Decides among equals: the same seed chooses the same, and seed 0 the first.
struct SeededChoice {
    let seed: UInt64

    func choice(of choices: [String], salt: UInt64) -> String {
        choices[index(below: choices.count, salt: salt)]
    }

    /// - Parameter salt: Tells choices of one prompt apart.
    func index(below count: Int, salt: UInt64) -> Int {
        guard seed != 0 else { return 0 }
        // The finaliser of SplitMix64, so that neighbouring seeds differ.
        var mixed = seed &+ salt &* 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        mixed ^= mixed >> 31
        return Int(mixed % UInt64(count))
    }
}
