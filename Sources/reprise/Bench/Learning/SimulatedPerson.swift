import Domain

/// Somebody with tastes that no one was told, who edits what is suggested until it is as wanted.
struct SimulatedPerson: Sendable {
    /// What the person wants in one part of a prompt.
    private struct Taste {
        /// Words by which the person finds the clause that it replaces.
        let marks: [String]
        /// Wanted in every kind of prompt, or else only in some.
        let usual: String
        let special: [Domain.Category: String]

        func words(for category: Domain.Category) -> String { special[category] ?? usual }
    }

    let name: String
    private var tastes: [Taste] = []
    private var random: SeededBits

    /// How often the person wants something else for once in one part.
    private static let whims = 0.1

    init(number: UInt64) {
        name = "person \(number)"
        // Mixed once: seeds in a row would give everybody the same bits, one step later each.
        var seed = SeededBits(state: number)
        random = SeededBits(state: seed.next())
        for part in Self.parts where Double.random(in: 0..<1, using: &random) < 0.8 {
            let choices = part.words.shuffled(using: &random)
            var special: [Domain.Category: String] = [:]
            if Double.random(in: 0..<1, using: &random) < 0.3 {
                special[Bool.random(using: &random) ? .animal : .people] = choices[1]
            }
            tastes.append(Taste(marks: part.marks, usual: choices[0], special: special))
        }
    }

    /// The suggestion as the person wants it this time.
    mutating func wanted(from draft: Draft) -> String {
        var clauses = Clauses(draft.text)
        for taste in tastes {
            var words = taste.words(for: draft.category)
            if Double.random(in: 0..<1, using: &random) < Self.whims {
                words = taste.marks[0] + " of another day"
            }
            clauses.set(words, where: taste.marks)
        }
        return clauses.text
    }

    /// One of these, by the person's own chance.
    mutating func pick<Value>(from values: [Value]) -> Value? { values.randomElement(using: &random) }

    private static let parts: [(marks: [String], words: [String])] = [
        (
            ["light", "glow", "lit"],
            ["golden hour light", "cold blue light", "candle light", "neon light", "hard noon light"]
        ),
        (
            ["shot", "camera", "angle", "close-up"],
            ["low angle shot", "slow aerial shot", "handheld camera", "static wide shot", "macro shot"]
        ),
        (
            ["style", "film", "painting", "realistic"],
            ["watercolor painting", "grainy 16mm film", "anime style", "documentary style", "noir film"]
        ),
        (["detail", "grain"], ["coarse grain", "crisp detail", "soft detail", "minimal detail"]),
    ]
}

/// A prompt as its clauses.
private struct Clauses {
    private var parts: [String]
    private let end: String

    init(_ text: String) {
        end = text.hasSuffix(".") ? "." : ""
        parts = text.dropLast(end.count).split(separator: ",").map { part in
            String(part.drop { $0 == " " })
        }
    }

    var text: String { parts.joined(separator: ", ") + end }

    /// Puts words in the place of the first clause that holds a mark, or at the end; the first says what it is
    /// about and stays.
    mutating func set(_ words: String, where marks: [String]) {
        let place = parts.indices.dropFirst().first { index in
            marks.contains { parts[index].contains($0) }
        }
        if let place { parts[place] = words } else { parts.append(words) }
    }
}

/// Bits from a seed (SplitMix64, Steele et al., 2014).
struct SeededBits: RandomNumberGenerator, Sendable {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}
