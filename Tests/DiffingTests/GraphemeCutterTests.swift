import Testing

@testable import Diffing

@Suite struct GraphemeCutterTests {
    @Test func `cuts any text where the standard library does`() {
        var texts = RandomTexts(seed: 41)
        for _ in 0..<5000 { expectSameCuts(texts.text()) }
    }

    /// Plain characters beside everything that may join them, in both orders.
    @Test func `knows what joins plain characters`() {
        let plain = ["a", "1", "\n", "\0", "é", "가", "각", "ㅋ", "漢", "カ", "…", "。", "\r"]
        let joining = [
            "\u{301}", "\u{200D}", "\u{FE0F}", "\u{20E3}", "\u{1161}", "\u{11A8}", "\u{1100}", "\u{3099}",
            "🏽",
            "\u{600}", "\u{94D}", "\u{93F}", "🇰", "👩", "\n", "\u{E0020}", "\u{302A}", "\u{AD}",
        ]
        for first in plain {
            for second in joining + plain {
                for third in joining + plain { expectSameCuts(first + second + third + first) }
            }
        }
    }

    private func expectSameCuts(_ text: String) {
        let cutter = GraphemeCutter(text)
        let characters = Array(text)
        #expect(cutter.kinds == characters.map(Grapheme.init), "\(text.debugDescription)")
        #expect(cutter.utf8Starts == starts(characters.map(\.utf8.count)), "\(text.debugDescription)")
        #expect(cutter.utf16Starts == starts(characters.map(\.utf16.count)), "\(text.debugDescription)")
    }

    private func starts(_ lengths: [Int]) -> [Int] {
        lengths.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
    }
}
