import TestSupport
import Testing

@testable import Diffing

@Suite struct NumberedTokensTests {
    /// Each sign is a token of its own, so that the longest common subsequence of the bytes says how many stay.
    @Test func `keeps as many tokens of two texts as can be kept`() {
        var generator = SplitMix64(seed: 42)
        for _ in 0..<5000 {
            let (old, new) = (signs(&generator), signs(&generator))
            let (hunks, isShortest) = NumberedTokens(TokenizedText(old), TokenizedText(new)).script(
                effort: .max)
            let kept = old.utf8.count - hunks.reduce(0) { $0 + $1.old.count }
            #expect(isShortest)
            #expect(kept == new.utf8.count - hunks.reduce(0) { $0 + $1.new.count })
            #expect(kept == longestCommonSubsequence(Array(old.utf8), Array(new.utf8)), "\(old) \(new)")
        }
    }

    @Test func `numbers only what lies between the same start and the same end`() {
        let tokens = NumberedTokens(TokenizedText("a red car, slow"), TokenizedText("a blue car, slow"))
        #expect(tokens.middle == Hunk(old: 1..<3, new: 1..<3))
        #expect(NumberedTokens(TokenizedText("same"), TokenizedText("same")).middle.size == 0)
    }

    @Test func `gives thousands of words a number each`() {
        let words = (0..<5000).map { "w\($0)" }
        var interner = TokenInterner()
        let text = TokenizedText((words + words).joined(separator: " "))
        let numbers = interner.numbers(of: text, in: text.tokens.indices)
        #expect(Set(numbers).count == 5001)
        for (token, number) in zip(text.tokens, numbers) where token.isWord {
            #expect(numbers.contains(number))
            #expect(interner.numbers(of: TokenizedText(text.text(of: token)), in: 0..<1) == [number])
        }
    }

    private func signs(_ generator: inout SplitMix64) -> String {
        let signs = [".", "!", "?", ";"].prefix(Int.random(in: 1...4, using: &generator))
        return (0..<Int.random(in: 0...14, using: &generator)).map { _ in
            signs.randomElement(using: &generator) ?? ""
        }.joined()
    }

    private func longestCommonSubsequence(_ old: [UInt8], _ new: [UInt8]) -> Int {
        var row = Array(repeating: 0, count: new.count + 1)
        for element in old {
            var diagonal = 0
            for index in new.indices {
                let above = row[index + 1]
                row[index + 1] = element == new[index] ? diagonal + 1 : max(above, row[index])
                diagonal = above
            }
        }
        return row[new.count]
    }
}
