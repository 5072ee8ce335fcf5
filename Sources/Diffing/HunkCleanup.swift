/// Turns a shortest script into one that people read well.
///
/// A shortest script keeps every `a` and space that two sentences happen to share. Here an equality
/// that is no longer than the changes around it becomes part of them, and an insertion that could
/// stand in several places stands where words start.
struct HunkCleanup {
    let old: TokenizedText
    let new: TokenizedText

    /// The hunks in graphemes, in order, not touching.
    func clean(_ script: EditScript) -> [Hunk] {
        var joined: [Hunk] = []
        for hunk in HunkSlide(old: old, new: new).slide(script.hunks) {
            var hunk = hunk
            while let last = joined.last, isConfetti(between: last, and: hunk) {
                hunk = last.joined(with: hunk)
                joined.removeLast()
            }
            joined.append(hunk)
        }
        return joined.map { Hunk(old: graphemes($0.old, of: old), new: graphemes($0.new, of: new)) }
    }

    private func graphemes(_ tokens: Range<Int>, of text: TokenizedText) -> Range<Int> {
        start(tokens.lowerBound, text)..<start(tokens.upperBound, text)
    }

    private func start(_ token: Int, _ text: TokenizedText) -> Int {
        token < text.tokens.count ? text.tokens[token].graphemes.lowerBound : text.count
    }

    /// Whether what lies between two changes is not worth keeping.
    private func isConfetti(between before: Hunk, and after: Hunk) -> Bool {
        let gap = old.tokens[before.old.upperBound..<after.old.lowerBound]
        if gap.contains(where: { $0.kind == .newline }) { return false }
        // A word between two plain insertions is what the reader wants to see kept.
        if gap.contains(where: \.isWord), !before.isReplacement || !after.isReplacement { return false }
        return gap.reduce(0) { $0 + $1.graphemes.count } <= min(size(before), size(after))
    }

    private func size(_ hunk: Hunk) -> Int {
        max(graphemes(hunk.old, of: old).count, graphemes(hunk.new, of: new).count)
    }
}
