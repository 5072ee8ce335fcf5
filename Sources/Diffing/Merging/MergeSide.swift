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

    /// Whether the next edit of the other side meets one of these.
    func disturbs(_ other: Self, in taken: Range<Int>) -> Bool {
        edits[taken].contains { mine in
            let edit = other.edits[other.next]
            if mine.old.isEmpty, edit.old.isEmpty {
                return mine.old == edit.old && !Self.areOrdered(rank(mine), other.rank)
            }
            if mine.old.isEmpty { return Self.insertion(mine, by: self, meets: edit, of: other) }
            if edit.old.isEmpty { return Self.insertion(edit, by: other, meets: mine, of: self) }
            return mine.old.overlaps(edit.old)
        }
    }

    /// Where the next edit belongs among insertions in its place.
    var rank: Int { next < edits.count ? rank(edits[next]) : 1 }

    /// 0 goes on with the word in front, 2 starts the word behind, 1 neither, 3 both.
    private func rank(_ edit: Hunk) -> Int {
        let goesOn = text.endsInWord(edit.new.lowerBound) && text.startsInWord(edit.new.lowerBound)
        let starts = text.endsInWord(edit.new.upperBound) && text.startsInWord(edit.new.upperBound)
        return goesOn ? (starts ? 3 : 0) : starts ? 2 : 1
    }

    private static func areOrdered(_ left: Int, _ right: Int) -> Bool {
        left != right && max(left, right) < 3
    }

    /// Beside a replacement there is room, unless both are in one word.
    private static func insertion(_ new: Hunk, by side: Self, meets edit: Hunk, of other: Self) -> Bool {
        let place = new.old.lowerBound
        guard place >= edit.old.lowerBound, place <= edit.old.upperBound else { return false }
        guard edit.isReplacement, place == edit.old.lowerBound || place == edit.old.upperBound else {
            return true
        }
        return place == edit.old.lowerBound
            ? side.text.endsInWord(new.new.upperBound) && other.text.startsInWord(edit.new.lowerBound)
            : other.text.endsInWord(edit.new.upperBound) && side.text.startsInWord(new.new.lowerBound)
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
