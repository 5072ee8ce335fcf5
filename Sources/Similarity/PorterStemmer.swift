/// Reduces English words to their stem: "running", "runs" and "run" become "run".
///
/// M. F. Porter, "An algorithm for suffix stripping", Program 14 (3), 1980.
package enum PorterStemmer {
    /// Returns the stem of a word in lower case; words with other letters than a...z stay as they are.
    package static func stem(_ word: String) -> String {
        let letters = Array(word.utf8)
        guard letters.count > 2, letters.allSatisfy({ (0x61...0x7A).contains($0) }) else { return word }
        var stemmer = Stemming(letters: letters)
        stemmer.run()
        return String(decoding: stemmer.letters, as: UTF8.self)
    }
}

/// One word on its way through the five steps of the paper.
private struct Stemming {
    var letters: [UInt8]

    mutating func run() {
        removePlural()
        removePast()
        if ends("y"), hasVowel(letters.count - 1) { letters[letters.count - 1] = UInt8(ascii: "i") }
        replaceFirst(Self.doubleSuffixes) { $0 > 0 }
        replaceFirst(Self.shortenedSuffixes) { $0 > 0 }
        removeLastSuffix()
        tidy()
    }

    /// Step 1a.
    private mutating func removePlural() {
        if ends("sses") || ends("ies") {
            letters.removeLast(2)
        } else if ends("s"), !ends("ss") {
            letters.removeLast()
        }
    }

    /// Step 1b.
    private mutating func removePast() {
        if ends("eed") {
            if measure(letters.count - 3) > 0 { letters.removeLast() }
            return
        }
        guard
            let suffix = ["ed", "ing"].first(where: { ends($0) && hasVowel(letters.count - $0.utf8.count) })
        else { return }
        letters.removeLast(suffix.utf8.count)
        if ends("at") || ends("bl") || ends("iz") {
            letters.append(UInt8(ascii: "e"))
        } else if endsInDoubleConsonant, !ends("l"), !ends("s"), !ends("z") {
            letters.removeLast()
        } else if measure(letters.count) == 1, endsShort(letters.count) {
            letters.append(UInt8(ascii: "e"))
        }
    }

    /// Steps 2 and 3: the first suffix that fits decides, whether it may be replaced or not.
    private mutating func replaceFirst(_ suffixes: [(String, String)], when allows: (Int) -> Bool) {
        guard let (suffix, replacement) = suffixes.first(where: { ends($0.0) }) else { return }
        let rest = letters.count - suffix.utf8.count
        guard allows(measure(rest)) else { return }
        letters.removeLast(suffix.utf8.count)
        letters.append(contentsOf: replacement.utf8)
    }

    /// Step 4.
    private mutating func removeLastSuffix() {
        guard let suffix = Self.lastSuffixes.first(where: ends) else { return }
        let rest = letters.count - suffix.utf8.count
        guard measure(rest) > 1 else { return }
        if suffix == "ion", rest > 0, letters[rest - 1] != UInt8(ascii: "s"),
            letters[rest - 1] != UInt8(ascii: "t")
        {
            return
        }
        letters.removeLast(suffix.utf8.count)
    }

    /// Step 5.
    private mutating func tidy() {
        if ends("e") {
            let rest = letters.count - 1
            let measure = measure(rest)
            if measure > 1 || (measure == 1 && !endsShort(rest)) { letters.removeLast() }
        }
        if ends("ll"), measure(letters.count) > 1 { letters.removeLast() }
    }

    private func ends(_ suffix: String) -> Bool {
        letters.count > suffix.utf8.count && letters.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
    }

    private func isConsonant(_ index: Int) -> Bool {
        switch letters[index] {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"):
            false
        case UInt8(ascii: "y"): index == 0 || !isConsonant(index - 1)
        default: true
        }
    }

    private func hasVowel(_ end: Int) -> Bool { (0..<end).contains { !isConsonant($0) } }

    /// The paper's m: how often a vowel is followed by a consonant before `end`.
    private func measure(_ end: Int) -> Int {
        guard end > 1 else { return 0 }
        return (1..<end).count { isConsonant($0) && !isConsonant($0 - 1) }
    }

    private var endsInDoubleConsonant: Bool {
        let count = letters.count
        return count > 1 && letters[count - 1] == letters[count - 2] && isConsonant(count - 1)
    }

    /// The paper's *o: consonant, vowel, consonant, the last not w, x or y.
    private func endsShort(_ end: Int) -> Bool {
        guard end > 2, isConsonant(end - 1), !isConsonant(end - 2), isConsonant(end - 3) else { return false }
        return !"wxy".utf8.contains(letters[end - 1])
    }

    private static let doubleSuffixes = [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"),
        ("abli", "able"), ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"),
        ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"), ("iveness", "ive"),
        ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"),
    ]

    private static let shortenedSuffixes = [
        ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""),
        ("ness", ""),
    ]

    private static let lastSuffixes = [
        "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive",
        "ize", "ion", "al", "er", "ic", "ou",
    ]
}
