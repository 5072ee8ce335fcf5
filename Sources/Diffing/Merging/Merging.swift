import Domain

/// A merge on its way through the base; places are graphemes.
struct Merging {
    private let base: TokenizedText
    private var ours: MergeSide
    private var theirs: MergeSide
    private var pieces: [ThreeWayMerge.Piece] = []
    private var conflicts: [ThreeWayMerge.Conflict] = []
    /// Up to where the base is merged.
    private var position = 0
    private var isBehindConflict = false

    init(base: String, ours: String, theirs: String, differ: Differ) {
        self.base = TokenizedText(base)
        self.ours = MergeSide(text: ours, diff: differ.diff(base, ours))
        self.theirs = MergeSide(text: theirs, diff: differ.diff(base, theirs))
    }

    mutating func run() -> ThreeWayMerge {
        while ours.upcoming != nil || theirs.upcoming != nil { settle(takeGroup()) }
        append(base.text(of: position..<base.count), .base)
        return ThreeWayMerge(pieces: pieces, conflicts: conflicts)
    }

    /// Edits that belong together: a stretch of the base, and which edits of either side lie in it.
    private struct Group {
        var range: Range<Int>
        var ours: Range<Int>
        var theirs: Range<Int>
    }

    private mutating func takeGroup() -> Group {
        var group = Group(
            range: 0..<0, ours: ours.next..<ours.next, theirs: theirs.next..<theirs.next)
        if isOursFirst() {
            group.range = ours.take(into: &group.ours)
        } else {
            group.range = theirs.take(into: &group.theirs)
        }
        while true {
            if ours.upcoming != nil, theirs.disturbs(ours, in: group.theirs) {
                group.range = group.range.union(ours.take(into: &group.ours))
            } else if theirs.upcoming != nil, ours.disturbs(theirs, in: group.ours) {
                group.range = group.range.union(theirs.take(into: &group.theirs))
            } else {
                return group
            }
        }
    }

    /// Whether the next edit is ours: it starts first, or ends first where both start.
    private func isOursFirst() -> Bool {
        guard let mine = ours.upcoming else { return false }
        guard let other = theirs.upcoming else { return true }
        return (mine.lowerBound, mine.upperBound, ours.rank) <= (
            other.lowerBound, other.upperBound, theirs.rank
        )
    }

    private mutating func settle(_ taken: Group) {
        var group = taken
        let mine = ours.text(of: group.range, edits: group.ours)
        let other = theirs.text(of: group.range, edits: group.theirs)
        let isShared = mine.utf8.elementsEqual(other.utf8)
        let isConflict = !isShared && !group.ours.isEmpty && !group.theirs.isEmpty
        if isConflict { widen(&group) }
        let gap = base.text(of: position..<group.range.lowerBound)
        if isConflict {
            append(conflict(group), behind: gap)
        } else {
            append(gap, .base)
            append(
                group.ours.isEmpty ? other : mine,
                isShared ? .both : group.ours.isEmpty ? .theirs : .ours)
        }
        isBehindConflict = isConflict
        position = group.range.upperBound
    }

    /// Two conflicts with no word between them are one.
    private mutating func append(_ conflict: ThreeWayMerge.Conflict, behind gap: String) {
        if isBehindConflict, let last = conflicts.last, !gap.contains(where: { Grapheme($0).isInWord }) {
            conflicts[conflicts.count - 1] = last.joined(with: conflict, gap: gap)
        } else {
            append(gap, .base)
            pieces.append(.conflict(conflicts.count))
            conflicts.append(conflict)
        }
    }

    private mutating func append(_ text: String, _ origin: ThreeWayMerge.Origin) {
        guard !text.isEmpty else { return }
        pieces.append(.text(text, origin))
    }

    /// Grows until the conflict starts and ends between words, with the edits that come to lie in it.
    private mutating func widen(_ group: inout Group) {
        while true {
            let before = group.range
            let starts = [
                base.startsInWord(group.range.lowerBound),
                ours.startsInWord(group.range, edits: group.ours),
                theirs.startsInWord(group.range, edits: group.theirs),
            ]
            if starts.contains(true), group.range.lowerBound > position,
                base.endsInWord(group.range.lowerBound)
            {
                group.range = group.range.lowerBound - 1..<group.range.upperBound
            }
            let ends = [
                base.endsInWord(group.range.upperBound),
                ours.endsInWord(group.range, edits: group.ours),
                theirs.endsInWord(group.range, edits: group.theirs),
            ]
            if ends.contains(true), base.startsInWord(group.range.upperBound) {
                group.range = group.range.lowerBound..<group.range.upperBound + 1
            }
            takeAll(into: &group)
            guard group.range != before else { return }
        }
    }

    /// Takes the edits of both sides that reach into the group, which grows by them.
    private mutating func takeAll(into group: inout Group) {
        var before: Range<Int>
        repeat {
            before = group.range
            ours.takeAll(into: &group.ours, range: &group.range)
            theirs.takeAll(into: &group.theirs, range: &group.range)
        } while group.range != before
    }

    private func conflict(_ group: Group) -> ThreeWayMerge.Conflict {
        ThreeWayMerge.Conflict(
            base: base.text(of: group.range),
            ours: ours.text(of: group.range, edits: group.ours),
            theirs: theirs.text(of: group.range, edits: group.theirs),
            baseSpan: base.span(of: group.range),
            oursSpan: ours.span(of: group.range, edits: group.ours),
            theirsSpan: theirs.span(of: group.range, edits: group.theirs))
    }
}

extension ThreeWayMerge.Conflict {
    fileprivate func joined(with next: Self, gap: String) -> Self {
        Self(
            base: base + gap + next.base, ours: ours + gap + next.ours, theirs: theirs + gap + next.theirs,
            baseSpan: baseSpan.joined(with: next.baseSpan), oursSpan: oursSpan.joined(with: next.oursSpan),
            theirsSpan: theirsSpan.joined(with: next.theirsSpan))
    }
}

extension Diff.Span {
    fileprivate func joined(with next: Self) -> Self {
        Self(start: start, length: next.end - start)
    }
}

extension TokenizedText {
    /// Whether a word goes on, or starts, at a place.
    func startsInWord(_ grapheme: Int) -> Bool { grapheme < count && kinds[grapheme].isInWord }

    /// Whether a word reaches up to a place.
    func endsInWord(_ grapheme: Int) -> Bool { grapheme > 0 && kinds[grapheme - 1].isInWord }
}

extension Range<Int> {
    fileprivate func union(_ other: Self) -> Self {
        Swift.min(lowerBound, other.lowerBound)..<Swift.max(upperBound, other.upperBound)
    }
}
