/// Gives tokens with the same bytes the same number, so that they compare fast.
struct TokenInterner {
    /// By number.
    private var known: [ArraySlice<UInt8>] = []
    private var hashes: [UInt64] = []
    /// A table with open addressing, at most half full; -1 is free.
    private var slots: [Int32] = Array(repeating: -1, count: 64)
    private var spaces: [Pair: Int32] = [:]

    private struct Pair: Hashable {
        let space: Int32
        let next: Int32
    }

    /// Numbers for the tokens of a range and the one behind it; -1 for all others.
    mutating func numbers(of text: TokenizedText, in range: Range<Int>) -> [Int32] {
        var numbers = [Int32](repeating: -1, count: text.tokens.count)
        for index in range.lowerBound..<min(range.upperBound + 1, text.tokens.count) {
            numbers[index] = number(of: text.bytes(of: text.tokens[index].graphemes))
        }
        return numbers
    }

    /// The numbers of a range, where a space is the same as another only when the same token follows it.
    ///
    /// All spaces look alike; a search that may pair any two of them keeps spaces and loses words.
    /// - Parameter numbers: Of the whole text; both texts must have theirs by now.
    mutating func joiningSpaces(_ numbers: [Int32], of text: TokenizedText, in range: Range<Int>) -> [Int32] {
        var joined = Array(numbers[range])
        for index in range where index + 1 < numbers.count && text.tokens[index].kind == .whitespace {
            let pair = Pair(space: numbers[index], next: numbers[index + 1])
            // Counted on behind the tokens' own numbers.
            let number = spaces[pair] ?? Int32(truncatingIfNeeded: known.count + spaces.count)
            spaces[pair] = number
            joined[index - range.lowerBound] = number
        }
        return joined
    }

    private mutating func number(of bytes: ArraySlice<UInt8>) -> Int32 {
        let hash = Self.hash(bytes)
        var slot = slot(of: hash)
        while slots[slot] >= 0 {
            let candidate = Int(slots[slot])
            if hashes[candidate] == hash, known[candidate] == bytes { return slots[slot] }
            slot = (slot + 1) & (slots.count - 1)
        }
        let number = Int32(truncatingIfNeeded: known.count)
        slots[slot] = number
        known.append(bytes)
        hashes.append(hash)
        if known.count * 2 > slots.count { grow() }
        return number
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 4)
        for (number, hash) in hashes.enumerated() {
            var slot = slot(of: hash)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(truncatingIfNeeded: number)
        }
    }

    private func slot(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash) & (slots.count - 1) }

    /// Secret, so that nobody can write a text whose tokens all fall into one slot.
    private static let secret = UInt64.random(in: .min ... .max) | 1

    /// A folded product for every eight bytes, as wyhash has it; much faster than `Hasher` on words.
    private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        let secret = secret
        var hash = secret ^ UInt64(truncatingIfNeeded: bytes.count)
        var word: UInt64 = 0
        var filled: UInt64 = 0
        for byte in bytes {
            word |= UInt64(byte) << filled
            filled += 8
            guard filled == 64 else { continue }
            hash = fold(hash ^ word, secret)
            (word, filled) = (0, 0)
        }
        return fold(hash ^ word, secret)
    }

    private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let (high, low) = left.multipliedFullWidth(by: right)
        return high ^ low
    }
}
