/// Groups the graphemes of one text into tokens.
///
/// A particle that is split off wrongly (고양|이) does no harm: both halves still join to the same
/// bytes, and the fine pass finds what the words share.
struct Tokenizer {
    let kinds: [Grapheme]
    let bytes: [UInt8]
    let utf8Starts: [Int]
    private var tokens: [Token] = []

    init(kinds: [Grapheme], bytes: [UInt8], utf8Starts: [Int]) {
        self.kinds = kinds
        self.bytes = bytes
        self.utf8Starts = utf8Starts
    }

    mutating func run() -> [Token] {
        tokens.reserveCapacity(kinds.count / 3 + 1)
        var start = 0
        while start < kinds.count {
            let end = appendToken(from: start)
            start = end
        }
        return tokens
    }

    /// Returns where the next token starts.
    private mutating func appendToken(from start: Int) -> Int {
        switch kinds[start] {
        case .letter: append(.word, start..<endOfWord(from: start))
        case .digit: append(.number, start..<endOfNumber(from: start))
        case .hangul: appendHangul(start..<end(from: start) { $0 == .hangul })
        case .whitespace: append(.whitespace, start..<end(from: start) { $0 == .whitespace })
        case .newline: append(.newline, start..<start + 1)
        case .apostrophe, .digitJoiner, .percent, .symbol: append(.symbol, start..<start + 1)
        }
    }

    private mutating func append(_ kind: Token.Kind, _ graphemes: Range<Int>) -> Int {
        tokens.append(Token(kind: kind, graphemes: graphemes))
        return graphemes.upperBound
    }

    private mutating func appendHangul(_ run: Range<Int>) -> Int {
        let stem = run.upperBound - particleLength(in: run)
        _ = append(.stem, run.lowerBound..<stem)
        return stem < run.upperBound ? append(.particle, stem..<run.upperBound) : stem
    }

    private func end(from start: Int, while belongs: (Grapheme) -> Bool) -> Int {
        var end = start + 1
        while end < kinds.count, belongs(kinds[end]) { end += 1 }
        return end
    }

    private func endOfWord(from start: Int) -> Int {
        var end = start
        while end < kinds.count {
            switch kinds[end] {
            case .letter, .digit: end += 1
            case .apostrophe where isNext(.letter, after: end): end += 1
            default: return end
            }
        }
        return end
    }

    private func endOfNumber(from start: Int) -> Int {
        var end = start
        while end < kinds.count {
            switch kinds[end] {
            case .digit, .letter: end += 1
            case .digitJoiner where isNext(.digit, after: end): end += 1
            case .percent: return end + 1
            case .hangul: return end + unitLength(at: end)
            default: return end
            }
        }
        return end
    }

    private func isNext(_ kind: Grapheme, after position: Int) -> Bool {
        position + 1 < kinds.count && kinds[position + 1] == kind
    }

    /// Graphemes of the longest particle at the end of a Hangul word, 0 if none; a stem remains.
    private func particleLength(in run: Range<Int>) -> Int {
        guard KoreanAffixes.particles.mayEnd(bytes(run)) else { return 0 }
        for length in stride(from: min(AffixSet.longest, run.count - 1), to: 0, by: -1)
        where KoreanAffixes.particles.contains(bytes(run.upperBound - length..<run.upperBound)) {
            return length
        }
        return 0
    }

    /// Graphemes of the longest unit at a place, 0 if none.
    private func unitLength(at start: Int) -> Int {
        let available = end(from: start) { $0 == .hangul } - start
        for length in stride(from: min(AffixSet.longest, available), to: 0, by: -1)
        where KoreanAffixes.units.contains(bytes(start..<start + length)) {
            return length
        }
        return 0
    }

    private func bytes(_ graphemes: Range<Int>) -> ArraySlice<UInt8> {
        bytes[utf8Starts[graphemes.lowerBound]..<utf8Starts[graphemes.upperBound]]
    }
}
