import Diffing
import Testing

@Suite struct TokenizerTests {
    @Test(arguments: [
        ("강아지가 뛰어요", ["강아지", "가", " ", "뛰어요"]),
        ("고양이에게서", ["고양이", "에게서"]),
        (
            "\u{1100}\u{1161}\u{11BC}\u{110B}\u{1161}\u{110C}\u{1175}\u{1105}\u{1173}\u{11AF}",
            ["\u{1100}\u{1161}\u{11BC}\u{110B}\u{1161}\u{110C}\u{1175}", "\u{1105}\u{1173}\u{11AF}"]
        ),
        ("가", ["가"]),
        ("10초로 35mm 16:9 50%", ["10초", "로", " ", "35mm", " ", "16:9", " ", "50%"]),
        ("3마리가", ["3마리", "가"]),
        ("the dog's 4K, bright.", ["the", " ", "dog's", " ", "4K", ",", " ", "bright", "."]),
        ("a  b\r\n\r\nc", ["a", "  ", "b", "\r\n", "\r\n", "c"]),
        ("👩‍👩‍👧🇰🇷3️⃣", ["👩‍👩‍👧", "🇰🇷", "3️⃣"]),
        ("漢字カナ", ["漢", "字", "カ", "ナ"]),
        ("", []),
    ])
    func `cuts a text where people see parts`(text: String, expected: [String]) {
        let cut = TokenizedText(text)
        #expect(cut.tokens.map(cut.text(of:)).map { Array($0.utf8) } == expected.map { Array($0.utf8) })
    }

    @Test func `tells a particle from its stem`() {
        #expect(TokenizedText("강아지를").tokens.map(\.kind) == [.stem, .particle])
    }

    @Test func `joins to the same bytes and cuts no grapheme, for any text`() {
        var texts = RandomTexts(seed: 1)
        for _ in 0..<2000 {
            let text = texts.text()
            let cut = TokenizedText(text)
            let parts = cut.tokens.map(cut.text(of:))
            #expect(parts.flatMap(\.utf8) == Array(text.utf8))
            #expect(parts.map(\.count).reduce(0, +) == text.count)
        }
    }
}
