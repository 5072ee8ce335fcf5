/// Moves insertions and deletions to the place, among those that mean the same, that reads best.
///
/// `the [metallic ]park` and `the[ metallic] park` are the same edit; the first is what people see.
struct HunkSlide {
    let old: TokenizedText
    let new: TokenizedText

    /// Takes and gives hunks in tokens; they stay in order and apart, or touch.
    func slide(_ hunks: [Hunk]) -> [Hunk] {
        var slid = hunks
        for index in slid.indices where !slid[index].isReplacement {
            let before = index > 0 ? slid[index - 1].old.upperBound : 0
            let after = index + 1 < slid.count ? slid[index + 1].old.lowerBound : old.tokens.count
            slid[index] = best(slid[index], between: before, and: after)
        }
        return slid
    }

    /// - Parameters:
    ///   - before: Where the previous hunk ends, in tokens of the old text.
    ///   - after: Where the next one starts.
    private func best(_ hunk: Hunk, between before: Int, and after: Int) -> Hunk {
        var candidate = hunk
        while candidate.old.lowerBound > before, canSlide(candidate, by: -1) {
            candidate = candidate.shifted(by: -1)
        }
        var best = candidate
        while candidate.old.upperBound < after, canSlide(candidate, by: 1) {
            candidate = candidate.shifted(by: 1)
            if score(candidate) >= score(best) { best = candidate }
        }
        return best
    }

    /// Whether the token that would enter the hunk equals the one that would leave it.
    private func canSlide(_ hunk: Hunk, by step: Int) -> Bool {
        let (text, range) = side(hunk)
        let (entering, leaving) =
            step < 0
            ? (range.lowerBound - 1, range.upperBound - 1) : (range.upperBound, range.lowerBound)
        return text.bytes(of: text.tokens[entering].graphemes)
            == text.bytes(of: text.tokens[leaving].graphemes)
    }

    /// Points for starting with a word and for ending behind white space.
    private func score(_ hunk: Hunk) -> Int {
        let (text, range) = side(hunk)
        let startsWord = text.tokens[range.lowerBound].isWord ? 2 : 0
        let endsWithSpace = text.tokens[range.upperBound - 1].kind == .whitespace ? 1 : 0
        return startsWord + endsWithSpace
    }

    private func side(_ hunk: Hunk) -> (TokenizedText, Range<Int>) {
        hunk.old.isEmpty ? (new, hunk.new) : (old, hunk.old)
    }
}
