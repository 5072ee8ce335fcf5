package import Domain

extension Idea {
    /// The idea as the cache knows it: what carries nothing is left out of its text.
    ///
    /// White space is one space, a closing mark and repeated marks are gone, and so is a polite request
    /// around the idea ("… 만들어 주세요", "please"). Words and their case stay.
    package var normalised: Idea {
        let text = NormalisedText.of(text, language: language)
        // An idea of nothing but politeness stays what it is.
        return (try? Idea(text: text, language: language, hints: hints)) ?? self
    }
}

/// Text without what carries nothing.
enum NormalisedText {
    static func of(_ text: String, language: Language) -> String {
        var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        trimMarks(&words)
        let polite = language == .korean ? korean : english
        var isChanged = true
        while isChanged {
            isChanged = false
            for phrase in polite.endings where words.count > phrase.count && words.hasSuffix(phrase) {
                words.removeLast(phrase.count)
                isChanged = true
            }
            for phrase in polite.beginnings where words.count > phrase.count && words.hasPrefix(phrase) {
                words.removeFirst(phrase.count)
                isChanged = true
            }
            trimMarks(&words)
        }
        return words.joined(separator: " ")
    }

    private static let marks: Set<Character> = [".", "!", "?", "…", "~", ",", ";", "。", "！", "？", "、", "·"]

    /// Removes marks that end the text, and words that are nothing but marks.
    private static func trimMarks(_ words: inout [String]) {
        words.removeAll { word in word.allSatisfy { marks.contains($0) } }
        while let last = words.last, let mark = last.last, marks.contains(mark) {
            words[words.count - 1].removeLast()
            if words[words.count - 1].isEmpty { words.removeLast() }
        }
    }

    private typealias Politeness = (beginnings: [[String]], endings: [[String]])

    private static let korean: Politeness = (
        phrases("혹시|안녕하세요"),
        phrases(
            """
            만들어 주세요|만들어주세요|만들어 줘|만들어줘|만들어 줘요|만들어줘요|만들어 주실래요|만들어 주시겠어요|부탁해요|부탁해
            부탁합니다|부탁드려요|부탁드립니다|보여 주세요|보여주세요|보여 줘|보여줘|그려 주세요|그려주세요|그려 줘|그려줘
            제작해 주세요|제작해주세요|생성해 주세요|생성해주세요|생성해 줘|생성해줘|만들어 주십시오|해 주세요|해주세요
            """)
    )
    private static let english: Politeness = (
        phrases(
            "please|Please|can you make|Can you make|could you make|Could you make|make me|Make me|I want|i want|I would like"
        ),
        phrases("please|thanks|thank you")
    )

    private static func phrases(_ text: String) -> [[String]] {
        text.split { $0 == "|" || $0 == "\n" }.map { $0.split(separator: " ").map(String.init) }
            .sorted { $0.count > $1.count }
    }
}

extension [String] {
    fileprivate func hasSuffix(_ words: [String]) -> Bool { suffix(words.count).elementsEqual(words) }
    fileprivate func hasPrefix(_ words: [String]) -> Bool { prefix(words.count).elementsEqual(words) }
}
