import Domain

/// Widens the changes of a diff to whole words, for `s` added to `dog` is `dog` made `dogs`.
struct WholeWords {
    /// One change, without the white space around it; either side may be empty.
    struct Change {
        let old: String
        let new: String
    }

    let old: TokenizedText
    let new: TokenizedText

    func changes(of diff: Diff) -> [Change] {
        var hunks: [Hunk] = []
        for operation in diff.operations {
            let hunk = Hunk(
                old: old.graphemes(fromByte: operation.old.start.utf8, count: operation.oldText.utf8.count),
                new: new.graphemes(fromByte: operation.new.start.utf8, count: operation.newText.utf8.count))
            if let last = hunks.last, isOneWord(from: last, to: hunk) {
                hunks[hunks.count - 1] = last.joined(with: hunk)
            } else {
                hunks.append(hunk)
            }
        }
        return hunks.map { change(widened($0)) }
    }

    /// Whether both changes are in one word, with nothing but a part of it between them.
    private func isOneWord(from last: Hunk, to next: Hunk) -> Bool {
        let gap = last.old.upperBound..<max(last.old.upperBound, next.old.lowerBound)
        guard old.kinds[gap].allSatisfy(\.isInWord) else { return false }
        let endsInside =
            isInsideWord(last.old.upperBound, of: old) || isInsideWord(last.new.upperBound, of: new)
        let startsInside =
            isInsideWord(next.old.lowerBound, of: old) || isInsideWord(next.new.lowerBound, of: new)
        return gap.isEmpty || endsInside && startsInside
    }

    /// Grows by what is the same on both sides until the change starts and ends between words.
    private func widened(_ hunk: Hunk) -> Hunk {
        var (low, newLow) = (hunk.old.lowerBound, hunk.new.lowerBound)
        var (high, newHigh) = (hunk.old.upperBound, hunk.new.upperBound)
        while low > 0, newLow > 0, isInsideWord(low, of: old) || isInsideWord(newLow, of: new) {
            (low, newLow) = (low - 1, newLow - 1)
        }
        while high < old.count, newHigh < new.count,
            isInsideWord(high, of: old) || isInsideWord(newHigh, of: new)
        {
            (high, newHigh) = (high + 1, newHigh + 1)
        }
        return Hunk(old: low..<high, new: newLow..<newHigh)
    }

    /// Whether a border runs through a word.
    private func isInsideWord(_ border: Int, of text: TokenizedText) -> Bool {
        guard border > 0, border < text.count else { return false }
        return text.kinds[border - 1].isInWord && text.kinds[border].isInWord
    }

    private func change(_ hunk: Hunk) -> Change {
        Change(old: trimmed(old.text(of: hunk.old)), new: trimmed(new.text(of: hunk.new)))
    }

    private func trimmed(_ text: String) -> String {
        let start = text.drop { $0.isWhitespace }
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...last])
    }
}
