import Testing

@testable import Diffing

@Suite struct AffixSetTests {
    private let affixes: AffixSet = ["가", "에서", "이라도", "ㄴ데"]

    @Test(arguments: ["가", "에서", "이라도", "ㄴ데"])
    func `knows its entries however they are spelt`(word: String) {
        let spellings = [word, word.unicodeScalars.reduce(into: "") { $0 += decomposed($1) }]
        for spelling in spellings {
            #expect(affixes.contains(Array(spelling.utf8)[...]))
            #expect(affixes.mayEnd(Array(("강아지" + spelling).utf8)[...]))
        }
    }

    @Test(arguments: ["", "나", "가가", "서에", "이라", "abc", "\u{1100}", "이라도이라도이라도"])
    func `knows no other`(word: String) { #expect(!affixes.contains(Array(word.utf8)[...])) }

    /// A syllable as its jamo (Unicode Standard, section 3.12).
    private func decomposed(_ scalar: Unicode.Scalar) -> String {
        guard (0xAC00...0xD7A3).contains(scalar.value) else { return String(Character(scalar)) }
        let index = scalar.value - 0xAC00
        let jamo =
            [0x1100 + index / 588, 0x1161 + index % 588 / 28] + (index % 28 > 0 ? [0x11A7 + index % 28] : [])
        return String(String.UnicodeScalarView(jamo.compactMap(Unicode.Scalar.init)))
    }
}
