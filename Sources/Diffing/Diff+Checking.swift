package import Domain

extension Diff {
    /// The most operations of a diff that comes from outside.
    package static let mostOperations = 1_000_000

    /// Checks what can be checked without the texts: format, order, kinds, lengths and places.
    ///
    /// - Throws: ``DiffError`` naming the first operation or move that is wrong.
    package func check() throws(DiffError) {
        guard (1...Self.currentFormat).contains(format) else {
            throw .unknownFormat(format, newest: Self.currentFormat)
        }
        guard operations.count <= Self.mostOperations, moves.count <= Self.mostOperations else {
            throw .tooManyOperations(operations.count, most: Self.mostOperations)
        }
        guard oldLength.isPossible, newLength.isPossible else { throw .inconsistent(operation: 0) }
        var end = Extent.zero
        // How much further along the new text is than the old one.
        var shift = Extent.zero
        for (index, operation) in operations.enumerated() {
            guard operation.isConsistent, operation.new.start == operation.old.start + shift else {
                throw .inconsistent(operation: index)
            }
            guard operation.old.start.utf8 >= end.utf8 else { throw .overlapping(operation: index) }
            guard operation.old.start.isBehind(end), index == 0 || operation.old.start.utf8 > end.utf8 else {
                throw .inconsistent(operation: index)
            }
            end = operation.old.end
            guard oldLength.isBehind(end) else { throw .outOfBounds(operation: index) }
            shift = shift + operation.new.length - operation.old.length
        }
        guard newLength == oldLength + shift else {
            throw .inconsistent(operation: max(0, operations.count - 1))
        }
        for (index, move) in moves.enumerated() where !isSound(move) { throw .badMove(index) }
    }

    /// Whether a move stands in what one operation takes out and in what one puts in.
    private func isSound(_ move: Move) -> Bool {
        guard !move.text.isEmpty, move.old.isPossible, move.new.isPossible,
            let from = operations.last(where: { $0.old.start.utf8 <= move.old.start.utf8 }),
            let to = operations.last(where: { $0.new.start.utf8 <= move.new.start.utf8 })
        else { return false }
        return from.oldText.holds(move.text, at: move.old.start.utf8 - from.old.start.utf8)
            && to.newText.holds(move.text, at: move.new.start.utf8 - to.new.start.utf8)
            && move.old.length.fits(move.text) && move.new.length.fits(move.text)
    }
}

extension Diff.Operation {
    fileprivate var isConsistent: Bool {
        old.isPossible && new.isPossible && hasFittingLengths && old.length.fits(oldText)
            && new.length.fits(newText)
    }
}

extension Diff.Span {
    fileprivate var isPossible: Bool { start.isPossible && length.isPossible }
}

extension Diff.Extent {
    /// Far below where sums overflow, and in the relation that the units have to each other.
    fileprivate var isPossible: Bool {
        utf8 >= utf16 && utf16 >= graphemes && graphemes >= 0 && utf8 < 1 << 40
            && (utf8 == 0) == (graphemes == 0)
    }

    fileprivate func isBehind(_ other: Self) -> Bool {
        utf8 >= other.utf8 && utf16 >= other.utf16 && graphemes >= other.graphemes
    }

    /// Graphemes are left to the texts, for marks at the border join what stands beside them.
    fileprivate func fits(_ text: String) -> Bool {
        utf8 == text.utf8.count && utf16 == text.utf16.count
    }
}

extension String {
    fileprivate func holds(_ part: String, at offset: Int) -> Bool {
        offset >= 0 && offset + part.utf8.count <= utf8.count
            && utf8.dropFirst(offset).starts(with: part.utf8)
    }
}
