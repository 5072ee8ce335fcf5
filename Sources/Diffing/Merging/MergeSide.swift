import Domain

/// One side of a merge: its text and its edits of the base; places are graphemes.
struct MergeSide {
    private let text: TokenizedText
    /// What is edited, in the base and here.
    private let edits: [Hunk]
    /// The first edit that is not merged yet.
    private(set) var next = 0

    init(text: String, diff: Diff) {
        self.text = TokenizedText(text)
        edits = diff.operations.map { Hunk(old: $0.old.graphemes, new: $0.new.graphemes) }
    }

    /// The part of the base that the next edit changes.
    var upcoming: Range<Int>? { next < edits.count ? edits[next].old : nil }

    mutating func take(into taken: inout Range<Int>) -> Range<Int> {
        next += 1
        taken = taken.lowerBound..<next
        return edits[next - 1].old
    }

    /// Takes the edits that lie in a range or reach into it, which grows by them.
    mutating func takeAll(into taken: inout Range<Int>, range: inout Range<Int>) {
        while let edit = upcoming,
            edit.lowerBound < range.upperBound || edit.isEmpty && edit.lowerBound == range.upperBound
        {
            range = range.lowerBound..<max(range.upperBound, take(into: &taken).upperBound)
        }
    }

    /// Whether an edit of the other side meets one of these.
    func disturbs(_ edit: Range<Int>, in taken: Range<Int>) -> Bool {
        edits[taken].contains { mine in
            mine.old.isEmpty || edit.isEmpty
                ? mine.old.lowerBound <= edit.upperBound && edit.lowerBound <= mine.old.upperBound
                : mine.old.lowerBound < edit.upperBound && edit.lowerBound < mine.old.upperBound
        }
    }

    /// What has become here of a range of the base that holds some edits and cuts none.
    private func graphemes(of range: Range<Int>, edits taken: Range<Int>) -> Range<Int> {
        let before = taken.lowerBound > 0 ? edits[taken.lowerBound - 1] : Hunk(old: 0..<0, new: 0..<0)
        let start = before.new.upperBound + range.lowerBound - before.old.upperBound
        let change = edits[taken].reduce(0) { $0 + $1.new.count - $1.old.count }
        return start..<start + range.count + change
    }

    func text(of range: Range<Int>, edits taken: Range<Int>) -> String {
        text.text(of: graphemes(of: range, edits: taken))
    }

    func span(of range: Range<Int>, edits taken: Range<Int>) -> Diff.Span {
        text.span(of: graphemes(of: range, edits: taken))
    }

    func startsInWord(_ range: Range<Int>, edits taken: Range<Int>) -> Bool {
        text.startsInWord(graphemes(of: range, edits: taken).lowerBound)
    }

    func endsInWord(_ range: Range<Int>, edits taken: Range<Int>) -> Bool {
        text.endsInWord(graphemes(of: range, edits: taken).upperBound)
    }
}

extension Diff.Span {
    fileprivate var graphemes: Range<Int> { start.graphemes..<start.graphemes + length.graphemes }
}
