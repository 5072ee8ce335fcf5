/// Looks inside a replacement for what both words share: `run[ning→s]`, not `[running→runs]`.
///
/// Only starts and ends of words count, and only when they are most of the word, for nobody reads
/// `b[right→lue]`.
struct FinePass {
    let old: TokenizedText
    let new: TokenizedText

    /// Takes and gives a hunk in graphemes.
    func trim(_ hunk: Hunk) -> Hunk {
        guard hunk.isReplacement else { return hunk }
        let prefix = sharedPrefix(of: hunk)
        let rest = Hunk(
            old: hunk.old.lowerBound + prefix..<hunk.old.upperBound,
            new: hunk.new.lowerBound + prefix..<hunk.new.upperBound)
        let suffix = sharedSuffix(of: rest)
        return Hunk(
            old: rest.old.lowerBound..<rest.old.upperBound - suffix,
            new: rest.new.lowerBound..<rest.new.upperBound - suffix)
    }

    private func sharedPrefix(of hunk: Hunk) -> Int {
        var shared = 0
        while shared < min(hunk.old.count, hunk.new.count),
            isSame(hunk.old.lowerBound + shared, hunk.new.lowerBound + shared)
        {
            shared += 1
        }
        let range = hunk.old.lowerBound..<hunk.old.lowerBound + shared
        let word = min(
            wordLength(in: hunk.old, of: old) { $0.lowerBound },
            wordLength(in: hunk.new, of: new) { $0.lowerBound })
        return isWorthKeeping(range, ofWord: word) ? shared : 0
    }

    private func sharedSuffix(of hunk: Hunk) -> Int {
        var shared = 0
        while shared < min(hunk.old.count, hunk.new.count),
            isSame(hunk.old.upperBound - 1 - shared, hunk.new.upperBound - 1 - shared)
        {
            shared += 1
        }
        let range = hunk.old.upperBound - shared..<hunk.old.upperBound
        let word = min(
            wordLength(in: hunk.old, of: old) { $0.upperBound - 1 },
            wordLength(in: hunk.new, of: new) { $0.upperBound - 1 })
        return isWorthKeeping(range, ofWord: word) ? shared : 0
    }

    private func isSame(_ oldGrapheme: Int, _ newGrapheme: Int) -> Bool {
        old.bytes(of: oldGrapheme..<oldGrapheme + 1) == new.bytes(of: newGrapheme..<newGrapheme + 1)
    }

    /// Graphemes of the token at one end of a range.
    private func wordLength(
        in range: Range<Int>, of text: TokenizedText, at end: (Range<Int>) -> Int
    ) -> Int {
        guard !range.isEmpty else { return 0 }
        return text.token(holding: end(range)).graphemes.count
    }

    /// At least three letters, a Hangul syllable counting as two, and two thirds of the word.
    private func isWorthKeeping(_ shared: Range<Int>, ofWord length: Int) -> Bool {
        let weight = shared.reduce(0) { $0 + (old.kinds[$1] == .hangul ? 2 : 1) }
        return weight >= 3 && shared.count * 3 >= length * 2
    }
}
