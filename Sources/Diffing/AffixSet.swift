/// Short Hangul words that are looked up by whole syllables.
///
/// Composed syllables are compared as numbers; anything else as text, for which canonical equivalence
/// is wanted: a particle in decomposed jamo is the same particle.
struct AffixSet: Sendable, ExpressibleByArrayLiteral {
    /// Graphemes of the longest entry that can be held.
    static let longest = 4

    private let texts: Set<String>
    private let keys: Set<UInt64>
    private let lastSyllables: Set<UInt64>

    init(arrayLiteral words: String...) {
        texts = Set(words)
        keys = Set(words.compactMap { Self.key(of: Array($0.utf8)[...]) })
        lastSyllables = Set(words.compactMap { Self.key(of: Array($0.utf8.suffix(3))[...]) })
    }

    func contains(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let key = Self.key(of: bytes) else {
            return texts.contains(String(decoding: bytes, as: UTF8.self))
        }
        return keys.contains(key)
    }

    /// Whether an entry can end like this; a quick no for most words.
    func mayEnd(_ bytes: ArraySlice<UInt8>) -> Bool {
        Self.key(of: bytes.suffix(3)).map(lastSyllables.contains) ?? true
    }

    /// The syllables side by side; nil when they are more than four or not all composed.
    private static func key(of bytes: ArraySlice<UInt8>) -> UInt64? {
        guard bytes.count.isMultiple(of: 3), bytes.count <= 3 * longest else { return nil }
        var key: UInt64 = 0
        for start in stride(from: bytes.startIndex, to: bytes.endIndex, by: 3) {
            let (lead, middle, last) = (bytes[start], bytes[start + 1], bytes[start + 2])
            guard lead & 0xF0 == 0xE0 else { return nil }
            let scalar = UInt64(lead & 0xF) << 12 | UInt64(middle & 0x3F) << 6 | UInt64(last & 0x3F)
            guard (0xAC00...0xD7A3).contains(scalar) else { return nil }
            key = key << 16 | scalar
        }
        return key
    }
}
