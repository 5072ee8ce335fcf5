import Domain

/// Finds runs of tokens that were deleted in one place and inserted in another.
struct MoveSearch {
    /// Changed tokens beyond which nobody looks for what moved.
    private static let mostTokens = 20_000
    /// Places where a token may reappear before it is too common to follow.
    private static let mostPlaces = 32

    let old: TokenizedText
    let new: TokenizedText
    let oldTokens: [Int32]
    let newTokens: [Int32]

    /// - Parameters:
    ///   - stretches: What changed, in tokens.
    ///   - hunks: The same as operations, in graphemes; a move lies within them.
    func moves(among stretches: [Hunk], within hunks: [Hunk]) -> [Diff.Move] {
        // Within one stretch it takes two tokens on either side to change places.
        guard stretches.count > 1 || stretches.contains(where: { min($0.old.count, $0.new.count) > 1 }),
            stretches.reduce(0, { $0 + $1.old.count + $1.new.count }) <= Self.mostTokens
        else { return [] }
        let places = wordPlaces(in: stretches)
        guard !places.isEmpty else { return [] }
        var moves: [Diff.Move] = []
        var isTaken: Set<Int> = []
        for stretch in stretches where !stretch.old.isEmpty {
            var start = stretch.old.lowerBound
            while start < stretch.old.upperBound {
                guard let move = longest(from: start, in: stretch.old, places, stretches, isTaken),
                    let found = checked(move, hunks)
                else {
                    start += 1
                    continue
                }
                moves.append(found)
                isTaken.formUnion(move.new)
                start = move.old.upperBound
            }
        }
        return moves
    }

    /// The stretches, by the words they put in: token numbers to places.
    private func wordPlaces(in stretches: [Hunk]) -> [Int32: [(token: Int, stretch: Int)]] {
        var isGone = Array(repeating: false, count: Int(oldTokens.max() ?? 0) + 1)
        for stretch in stretches {
            for token in stretch.old where old.tokens[token].isWord { isGone[Int(oldTokens[token])] = true }
        }
        var places: [Int32: [(token: Int, stretch: Int)]] = [:]
        for (index, stretch) in stretches.enumerated() {
            for token in stretch.new
            where newTokens[token] < isGone.count && isGone[Int(newTokens[token])] {
                places[newTokens[token], default: []].append((token, index))
            }
        }
        return places
    }

    private func longest(
        from start: Int, in deleted: Range<Int>, _ places: [Int32: [(token: Int, stretch: Int)]],
        _ stretches: [Hunk], _ isTaken: Set<Int>
    ) -> Hunk? {
        guard old.tokens[start].isWord, let candidates = places[oldTokens[start]],
            candidates.count <= Self.mostPlaces
        else { return nil }
        var best: Hunk?
        for (place, stretch) in candidates {
            let inserted = stretches[stretch].new
            var length = 0
            var words = 0
            var trimmed = 0
            while start + length < deleted.upperBound, place + length < inserted.upperBound,
                oldTokens[start + length] == newTokens[place + length], !isTaken.contains(place + length)
            {
                length += 1
                guard old.tokens[start + length - 1].isWord else { continue }
                words += old.tokens[start + length - 1].kind == .particle ? 0 : 1
                trimmed = length
            }
            let move = Hunk(old: start..<start + trimmed, new: place..<place + trimmed)
            guard trimmed > best?.old.count ?? 0, words > 1 || isAll(move, of: deleted, and: inserted) else {
                continue
            }
            best = move
        }
        return best
    }

    /// Whether nothing else of weight was taken out there and put in here.
    private func isAll(_ move: Hunk, of deleted: Range<Int>, and inserted: Range<Int>) -> Bool {
        !deleted.contains { !move.old.contains($0) && old.tokens[$0].isWord }
            && !inserted.contains { !move.new.contains($0) && new.tokens[$0].isWord }
    }

    /// The move in graphemes, if operations hold both its ends and it is more than a letter.
    private func checked(_ move: Hunk, _ hunks: [Hunk]) -> Diff.Move? {
        let (from, to) = (old.graphemes(ofTokens: move.old), new.graphemes(ofTokens: move.new))
        guard from.count > 1, Self.holds(from, in: hunks, \.old), Self.holds(to, in: hunks, \.new) else {
            return nil
        }
        return Diff.Move(old: old.span(of: from), new: new.span(of: to), text: old.text(of: from))
    }

    private static func holds(_ range: Range<Int>, in hunks: [Hunk], _ side: KeyPath<Hunk, Range<Int>>)
        -> Bool
    {
        var low = 0
        var high = hunks.count
        while low < high {
            let middle = (low + high) / 2
            if hunks[middle][keyPath: side].upperBound < range.upperBound {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low < hunks.count && hunks[low][keyPath: side].lowerBound <= range.lowerBound
    }
}
