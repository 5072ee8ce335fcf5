import Domain

/// Words of a prompt that are parameters: "for 10 seconds", "in 16:9", "1080p".
struct ParameterWords {
    /// The words, with those that lead to them.
    let range: Range<Int>
    private(set) var seconds: Int?
    private(set) var aspect: AspectRatio?

    /// Finds the first ones.
    ///
    /// - Parameter takesLength: Whether the length counts.
    init?(in text: TextWords, takesLength: Bool) {
        let words = text.words.map(\.text)
        for index in words.indices {
            if takesLength, let (seconds, count) = Self.length(words, at: index) {
                self.seconds = seconds
                range = Self.extended(index..<index + count, words)
                return
            }
            guard Self.isSize(words[index]) else { continue }
            aspect = AspectRatio(rawValue: words[index])
            range = Self.extended(index..<index + 1, words)
            return
        }
        return nil
    }

    /// "10 seconds" and "10-second", with the number of their words.
    private static func length(_ words: [String], at index: Int) -> (seconds: Int?, count: Int)? {
        let parts = words[index].split(separator: "-")
        if parts.count == 2, let number = Int(parts[0]), let isLength = units[String(parts[1])] {
            return (isLength ? number : nil, 1)
        }
        guard let number = Int(words[index]), index + 1 < words.count, let isLength = units[words[index + 1]]
        else { return nil }
        return (isLength ? number : nil, 2)
    }

    private static func isSize(_ word: String) -> Bool {
        AspectRatio.allCases.contains { $0.rawValue == word } || ["720p", "1080p", "2160p"].contains(word)
    }

    /// With the words around it that say nothing without it.
    private static func extended(_ range: Range<Int>, _ words: [String]) -> Range<Int> {
        var range = range
        if range.upperBound < words.count,
            ["long", "format", "aspect", "resolution"].contains(words[range.upperBound])
        {
            range = range.lowerBound..<range.upperBound + 1
            if words[range.upperBound - 1] == "aspect", range.upperBound < words.count,
                words[range.upperBound] == "ratio"
            {
                range = range.lowerBound..<range.upperBound + 1
            }
        }
        let leads: Set<String> = ["for", "in", "at", "about", "lasting", "of", "with"]
        while range.lowerBound > 0, leads.contains(words[range.lowerBound - 1]) {
            range = range.lowerBound - 1..<range.upperBound
        }
        return range
    }

    /// Units that are parameters, and whether they are lengths.
    private static let units: [String: Bool] = [
        "second": true, "seconds": true, "sec": true, "secs": true, "fps": false,
    ]
}
