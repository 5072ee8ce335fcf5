/// The sentences of a text, for a question is often near to one of them and far from the whole.
package enum Sentences {
    /// A shorter sentence says too little by itself, and is taken with the next.
    private static let leastCharacters = 20
    /// What comes later in a long text is compared with the whole alone.
    package static let maximum = 8

    /// At most ``maximum`` sentences; none when the text is only one.
    package static func of(_ text: String) -> [String] {
        var sentences: [String] = []
        var sentence = ""
        var isEnd = false
        for character in text {
            if isEnd, character.isWhitespace, sentence.count >= leastCharacters {
                sentences.append(sentence)
                sentence = ""
            } else if !sentence.isEmpty || !character.isWhitespace {
                sentence.append(character)
            }
            isEnd = ".!?。".contains(character)
        }
        if sentence.contains(where: \.isLetter) { sentences.append(sentence) }
        return sentences.count > 1 ? Array(sentences.prefix(maximum)) : []
    }
}
