/// Cuts long text into pieces that MeCab analyses in linear time.
///
/// The lattice of one long piece grows faster than the text, so a piece ends at the end of a sentence,
/// else at a space, else between two characters.
enum SentenceCut {
    /// The longest piece, in bytes.
    static let maximumBytes = 900

    /// Returns the pieces of the bytes in order; together they cover all of them.
    static func pieces(of bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = 0
        while bytes.count - start > maximumBytes {
            let cut = lastCut(in: bytes, start..<(start + maximumBytes))
            pieces.append(start..<cut)
            start = cut
        }
        if start < bytes.count { pieces.append(start..<bytes.count) }
        return pieces
    }

    private static func lastCut(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
        let isSpace = { (index: Int) in bytes[index] == 0x20 || bytes[index] == 0x0A }
        let endsSentence = { (index: Int) in
            [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(bytes[index])
        }
        let candidates = range.dropFirst()
        if let end = candidates.last(where: { isSpace($0) && endsSentence($0 - 1) }) { return end }
        if let space = candidates.last(where: isSpace) { return space }
        // Continuation bytes of UTF-8 are 10xxxxxx.
        return candidates.last { bytes[$0] & 0xC0 != 0x80 } ?? range.upperBound
    }
}
