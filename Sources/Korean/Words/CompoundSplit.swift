/// Takes compound nouns apart that the lexicon holds only in parts: 산타마을 is 산타 and 마을.
enum CompoundSplit {
    /// The parts in order, or the word itself when it does not come apart into known words.
    ///
    /// - Parameter offered: The parts that the dictionary sees.
    static func parts(of word: String, offered: [String], lexicon: Lexicon) -> [String] {
        let known = { (part: String) in lexicon.nouns[part] != nil }
        if offered.count > 1, offered.joined() == word, offered.allSatisfy(known) { return offered }
        let letters = Array(word)
        guard (3...12).contains(letters.count) else { return [word] }
        // Fewest parts win; among equals the longest last part, since the head carries the meaning.
        var best: [[String]?] = Array(repeating: nil, count: letters.count + 1)
        best[0] = []
        for end in 1...letters.count {
            for start in 0..<end {
                guard let before = best[start] else { continue }
                let part = String(letters[start..<end])
                guard known(part), end - start > 1 || before.count == 1 && end == letters.count else {
                    continue
                }
                if best[end].map({ before.count + 1 < $0.count }) ?? true { best[end] = before + [part] }
            }
        }
        return best[letters.count] ?? [word]
    }
}
