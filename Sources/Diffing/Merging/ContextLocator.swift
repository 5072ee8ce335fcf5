import Domain

/// Finds the place in one text that corresponds to a place in another, by what stands around it.
struct ContextLocator {
    /// Tokens looked at on either side.
    private static let reach = 16

    private let old: TokenizedText
    private let target: TokenizedText
    private let oldTokens: [Int32]
    private let targetTokens: [Int32]

    init(_ old: TokenizedText, _ target: TokenizedText) {
        self.old = old
        self.target = target
        var interner = TokenInterner()
        oldTokens = interner.numbers(of: old, in: old.tokens.indices)
        targetTokens = interner.numbers(of: target, in: target.tokens.indices)
    }

    /// Where an operation on the old text belongs in the target.
    func place(of operation: Diff.Operation) -> Result<Diff.Span, Replay.Refusal> {
        let graphemes = old.graphemes(
            fromByte: operation.old.start.utf8, count: operation.old.length.utf8)
        let tokens = old.tokens(covering: graphemes)
        var best: [Int] = []
        var bestScore = 0
        for start in candidates(for: tokens) {
            let score = score(tokens, at: start)
            if score > bestScore { (best, bestScore) = ([], score) }
            if score == bestScore { best.append(start) }
        }
        guard !best.isEmpty, tokens.isEmpty ? bestScore >= 4 : true else {
            return .failure(tokens.isEmpty ? .contextNotFound : .textNotFound)
        }
        guard let start = chosen(best, for: tokens, score: bestScore) else { return .failure(.ambiguous) }
        let shift = graphemes.lowerBound - old.start(ofToken: tokens.lowerBound)
        let first = target.start(ofToken: start) + shift
        return checked(operation, at: first..<first + graphemes.count)
    }

    private func candidates(for tokens: Range<Int>) -> [Int] {
        guard tokens.count <= targetTokens.count else { return [] }
        return (0...targetTokens.count - tokens.count).filter {
            targetTokens[$0..<$0 + tokens.count].elementsEqual(oldTokens[tokens])
        }
    }

    /// The candidate, or that of the same rank where the old text has as many that are as good.
    private func chosen(_ best: [Int], for tokens: Range<Int>, score: Int) -> Int? {
        guard best.count > 1 else { return best.first }
        let twins = (0...oldTokens.count - tokens.count).filter { start in
            oldTokens[start..<start + tokens.count].elementsEqual(oldTokens[tokens])
                && self.score(tokens, at: start, in: oldTokens) >= score
        }
        guard twins.count == best.count else { return nil }
        return twins.firstIndex(of: tokens.lowerBound).map { best[$0] }
    }

    private func score(_ tokens: Range<Int>, at start: Int) -> Int {
        score(tokens, at: start, in: targetTokens)
    }

    /// Points for every token around that is the same; words count more, and so does an end of the text.
    private func score(_ tokens: Range<Int>, at start: Int, in others: [Int32]) -> Int {
        var score = 1
        for distance in 1...Self.reach {
            let (here, there) = (tokens.lowerBound - distance, start - distance)
            guard here >= 0, there >= 0 else {
                score += here < 0 && there < 0 ? 2 : 0
                break
            }
            guard oldTokens[here] == others[there] else { break }
            score += old.tokens[here].isWord ? 3 : 1
        }
        for distance in 0..<Self.reach {
            let (here, there) = (tokens.upperBound + distance, start + tokens.count + distance)
            guard here < oldTokens.count, there < others.count else {
                score += here >= oldTokens.count && there >= others.count ? 2 : 0
                break
            }
            guard oldTokens[here] == others[there] else { break }
            score += old.tokens[here].isWord ? 3 : 1
        }
        return score
    }

    /// An insertion is not made twice.
    private func checked(
        _ operation: Diff.Operation, at graphemes: Range<Int>
    ) -> Result<Diff.Span, Replay.Refusal> {
        let span = target.span(of: graphemes)
        guard operation.kind == .insert else { return .success(span) }
        let added = Array(operation.newText.utf8)
        let isBehind = target.bytes[span.start.utf8...].starts(with: added)
        let isInFront = target.bytes[..<span.start.utf8].suffix(added.count).elementsEqual(added)
        return isBehind || isInFront ? .failure(.alreadyThere) : .success(span)
    }
}

extension TokenizedText {
    /// The tokens that hold some graphemes; between two tokens, none.
    func tokens(covering graphemes: Range<Int>) -> Range<Int> {
        let low = firstToken { $0.upperBound > graphemes.lowerBound }
        guard !graphemes.isEmpty else {
            let isInside = low < tokens.count && tokens[low].graphemes.lowerBound < graphemes.lowerBound
            return low..<(isInside ? low + 1 : low)
        }
        return low..<firstToken { $0.lowerBound >= graphemes.upperBound }
    }

    /// The grapheme a token starts with; behind the last, the end of the text.
    func start(ofToken index: Int) -> Int {
        graphemes(ofTokens: index..<index).lowerBound
    }

    private func firstToken(where isBeyond: (Range<Int>) -> Bool) -> Int {
        var low = 0
        var high = tokens.count
        while low < high {
            let middle = (low + high) / 2
            if isBeyond(tokens[middle].graphemes) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
