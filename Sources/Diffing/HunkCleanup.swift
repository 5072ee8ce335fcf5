/// Turns a shortest script into one that people read well.
///
/// A shortest script keeps every `a` and space that two sentences happen to share. Here an equality
/// that is no longer than the changes around it becomes part of them.
struct HunkCleanup {
    let old: TokenizedText
    let new: TokenizedText
    let joinsNeighbours: Bool

    /// Takes hunks in tokens and gives hunks in graphemes, in order, not touching.
    func clean(_ hunks: [Hunk]) -> [Hunk] {
        let fine = FinePass(old: old, new: new)
        var joined: [Hunk] = []
        for tokens in HunkSlide(old: old, new: new).slide(hunks).flatMap(split) {
            var hunk = fine.trim(
                Hunk(old: old.graphemes(ofTokens: tokens.old), new: new.graphemes(ofTokens: tokens.new)))
            while let last = joined.last, isConfetti(between: last, and: hunk) {
                hunk = last.joined(with: hunk)
                joined.removeLast()
            }
            joined.append(hunk)
        }
        return joined
    }

    /// Pairs word with word where both sides have the same pattern, so that the fine pass sees words.
    private func split(_ hunk: Hunk) -> [Hunk] {
        let (oldTokens, newTokens) = (old.tokens[hunk.old], new.tokens[hunk.new])
        guard oldTokens.count > 1, oldTokens.map(\.kind) == newTokens.map(\.kind) else { return [hunk] }
        return zip(hunk.old, hunk.new)
            .filter { old.bytes(of: old.tokens[$0].graphemes) != new.bytes(of: new.tokens[$1].graphemes) }
            .map { Hunk(old: $0..<$0 + 1, new: $1..<$1 + 1) }
    }

    /// Whether what lies between two changes is not worth keeping.
    private func isConfetti(between before: Hunk, and after: Hunk) -> Bool {
        let gap = old.kinds[before.old.upperBound..<after.old.lowerBound]
        guard !gap.isEmpty else { return true }
        guard joinsNeighbours, gap.count <= min(before.size, after.size), !gap.contains(.newline) else {
            return false
        }
        // A word between two plain insertions is what the reader wants to see kept.
        return before.isReplacement && after.isReplacement || !gap.contains(where: \.isInWord)
    }
}
