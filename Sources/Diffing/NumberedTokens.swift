/// The tokens of two texts as numbers that compare fast, and what lies between the start and the end
/// that both share.
struct NumberedTokens {
    /// The same bytes have the same number; -1 outside ``middle``, and nothing at all when that holds
    /// too little to compare.
    let old: [Int32]
    let new: [Int32]
    /// Where the texts differ, in tokens.
    let middle: Hunk
    /// The numbers of the middle, with spaces joined to what follows them.
    private let oldJoined: [Int32]
    private let newJoined: [Int32]

    init(_ oldText: TokenizedText, _ newText: TokenizedText) {
        middle = Self.middle(oldText, newText)
        guard middle.needsSearch else {
            (old, new, oldJoined, newJoined) = ([], [], [], [])
            return
        }
        var interner = TokenInterner()
        let old = interner.numbers(of: oldText, in: middle.old)
        let new = interner.numbers(of: newText, in: middle.new)
        oldJoined = interner.joiningSpaces(old, of: oldText, in: middle.old)
        newJoined = interner.joiningSpaces(new, of: newText, in: middle.new)
        self.old = old
        self.new = new
    }

    /// The shortest way through the middle, in tokens of the whole texts.
    func script(effort: Int) -> (hunks: [Hunk], isShortest: Bool) {
        guard middle.needsSearch else { return (middle.size > 0 ? [middle] : [], true) }
        let script = EditScript(old: oldJoined, new: newJoined, effort: effort)
        let (oldStart, newStart) = (middle.old.lowerBound, middle.new.lowerBound)
        let hunks = script.hunks.map { $0.shifted(old: oldStart, new: newStart).trimmed(old, new) }
        return (hunks, script.isShortest)
    }

    private static func middle(_ old: TokenizedText, _ new: TokenizedText) -> Hunk {
        var low = old.sharedTokens(atStartOf: new)
        let isAll = low == old.tokens.count && low == new.tokens.count
        // A space belongs to what follows it, and that differs.
        if !isAll, low > 0, old.tokens[low - 1].kind == .whitespace { low -= 1 }
        let most = min(old.tokens.count, new.tokens.count) - low
        let end = old.sharedTokens(atEndOf: new, upTo: most)
        return Hunk(old: low..<old.tokens.count - end, new: low..<new.tokens.count - end)
    }
}

extension Hunk {
    /// Whether it may hold something that both sides share; one token each would be the same then.
    fileprivate var needsSearch: Bool { isReplacement && size > 1 }
}

extension TokenizedText {
    /// How many tokens both texts start with.
    fileprivate func sharedTokens(atStartOf other: Self) -> Int {
        var shared = 0
        while shared < min(tokens.count, other.tokens.count),
            bytes(of: tokens[shared].graphemes) == other.bytes(of: other.tokens[shared].graphemes)
        {
            shared += 1
        }
        return shared
    }

    /// How many tokens both texts end with.
    fileprivate func sharedTokens(atEndOf other: Self, upTo most: Int) -> Int {
        var shared = 0
        while shared < most,
            bytes(of: tokens[tokens.count - 1 - shared].graphemes)
                == other.bytes(of: other.tokens[other.tokens.count - 1 - shared].graphemes)
        {
            shared += 1
        }
        return shared
    }
}
