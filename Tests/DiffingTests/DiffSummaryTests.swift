@testable import Diffing
import Domain
import Testing

@Suite struct DiffSummaryTests {
    private func summary(_ old: String, _ new: String) throws -> DiffSummary {
        try DiffSummary(Differ().diff(old, new), of: old)
    }

    @Test func `speaks of whole words where only letters changed`() throws {
        let summary = try summary("two dogs run in bright light", "two dog runs in light, 4K")
        #expect(summary.replaced.map(\.old) == ["dogs", "run"])
        #expect(summary.replaced.map(\.new) == ["dog", "runs"])
        #expect(summary.removed == ["bright"])
        #expect(summary.added == [", 4K"])
        #expect([summary.replacedWords, summary.removedWords, summary.addedWords] == [2, 1, 1])
    }

    @Test func `shows a changed particle with its word`() throws {
        let summary = try summary("강아지가 뛴다", "강아지를 뛴다")
        #expect(summary.replaced.first?.old == "강아지가")
        #expect(summary.replaced.first?.new == "강아지를")
    }

    @Test(arguments: [
        (Language.english, "replaced “bright” → “golden”; added “slow”."),
        (.korean, "바꿈: ‘bright’ → ‘golden’; 더함: ‘slow’."),
        (.other, "replaced “bright” → “golden”; added “slow”."),
    ])
    func `says it in a sentence`(language: Language, expected: String) throws {
        let summary = try summary("bright light, camera pan", "golden light, slow camera pan")
        #expect(summary.sentence(in: language) == expected)
    }

    @Test func `says that no word changed`() throws {
        #expect(try summary("a  b", "a b").sentence(in: .english) == "No words changed.")
        #expect(try summary("a", "a").sentence(in: .korean) == "바뀐 낱말이 없습니다.")
    }

    @Test func `counts every word of any two texts once`() throws {
        var texts = RandomTexts(seed: 10)
        for _ in 0..<2000 {
            let old = texts.text()
            let new = texts.edited(old)
            let summary = try summary(old, new)
            let gained = summary.addedWords - summary.removedWords
            #expect(gained == words(new) - words(old), "\(old.debugDescription) \(new.debugDescription)")
        }
    }

    /// Runs of letters and digits, however the tokenizer cuts them.
    private func words(_ text: String) -> Int {
        let cut = TokenizedText(text)
        var count = 0
        var wasWord = false
        for token in cut.tokens {
            for character in cut.text(of: token) {
                let isWord = Grapheme(character).isInWord
                if isWord, !wasWord { count += 1 }
                wasWord = isWord
            }
        }
        return count
    }
}
