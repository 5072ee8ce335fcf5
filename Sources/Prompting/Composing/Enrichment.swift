import Domain

/// What a good prompt says and most ideas do not: a shot, a light, a wish for quality.
///
/// It never adds a subject, a colour or a mood, and all of it is marked.
struct Enrichment {
    let category: Category
    let seed: UInt64

    /// Pieces for the slots that the idea left empty.
    func pieces(for present: [Piece], isDrawn: Bool) -> [Piece] {
        var added: [Piece] = []
        func add(_ slot: Slot, _ choices: [String], salt: UInt64) {
            added.append(Piece(slot: slot, text: choice(choices, salt: salt), isEnrichment: true))
        }
        // Lenses and lamps spoil a drawing (the Wan 2.2 rewriter leaves them out as well).
        if !isDrawn {
            if !present.contains(where: { $0.slot == .camera }) { add(.camera, shots, salt: 1) }
            // A time of day brings its own light.
            if !present.contains(where: { $0.slot == .light || $0.slot == .time || $0.slot == .weather }) {
                add(.light, lights, salt: 2)
            }
        }
        add(.quality, isDrawn ? ["clean lines, smooth motion"] : ["highly detailed, smooth motion"], salt: 3)
        return added
    }

    private var shots: [String] {
        switch category {
        case .people: ["medium shot", "medium wide shot", "medium close-up"]
        case .animal: ["medium shot", "low angle shot", "medium close-up"]
        case .landscape: ["wide shot", "extreme wide shot"]
        case .city: ["wide shot", "medium wide shot"]
        case .object: ["medium close-up", "close-up"]
        case .food: ["close-up", "overhead shot"]
        case .event: ["wide shot", "medium wide shot"]
        case .abstract: ["medium shot", "wide shot"]
        }
    }

    private var lights: [String] {
        switch category {
        case .people, .animal: ["soft natural light", "soft side light"]
        case .landscape, .city, .event: ["natural daylight", "soft daylight"]
        case .object: ["soft studio light", "even studio light"]
        case .food: ["warm soft light", "soft window light"]
        case .abstract: ["soft diffused light", "even soft light"]
        }
    }

    /// The same seed chooses the same; seed 0 chooses the first.
    private func choice(_ choices: [String], salt: UInt64) -> String {
        guard seed != 0 else { return choices[0] }
        // The finaliser of SplitMix64, so that neighbouring seeds differ.
        var mixed = seed &+ salt &* 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        mixed ^= mixed >> 31
        return choices[Int(mixed % UInt64(choices.count))]
    }
}
