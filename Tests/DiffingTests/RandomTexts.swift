import Foundation
import TestSupport

/// Texts made of what goes wrong: clusters, jamo, marks, controls, and words around them.
struct RandomTexts {
    var generator: SplitMix64

    static let pieces = [
        "a", "the", "dog", "dogs", "running", "light", " ", " ", "  ", ",", ".", "\n", "\r\n", "\r", "\t",
        "\u{0}", "강아지", "가", "를", "고양이는", "빛나는 ", "\u{1112}\u{1161}\u{11AB}", "\u{1100}", "\u{11A8}",
        "ㅋㅋ", "ㅎ", "e\u{301}", "\u{E9}", "\u{301}", "\u{20DD}", "👩‍👩‍👧", "👩", "\u{200D}", "🇰🇷", "🇰", "🇷",
        "👍🏽", "🏽", "3️⃣", "10초", "4K", "16:9", "1,000", "\"", "don't", "-", "漢字", "カ", "é", "\u{FEFF}",
        "क्षि", "\u{94D}", "ไทย", "\u{600}", "𝒳", "\u{FFFD}", "[", "]",
    ]

    init(seed: UInt64) { generator = SplitMix64(seed: seed) }

    /// Pairs that a property is held against; `DIFF_ROUNDS` asks for more than the ordinary run.
    static let rounds = ProcessInfo.processInfo.environment["DIFF_ROUNDS"].flatMap { Int($0) } ?? 5000

    mutating func text(upTo limit: Int = 24) -> String {
        let count = Int.random(in: 0...limit, using: &generator)
        return (0..<count).map { _ in piece() }.joined()
    }

    /// A few pieces put in, taken out or exchanged; cuts fall between scalars, not graphemes.
    mutating func edited(_ text: String) -> String {
        var scalars = Array(text.unicodeScalars)
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            let start = Int.random(in: 0...scalars.count, using: &generator)
            let length = Int.random(in: 0...min(5, scalars.count - start), using: &generator)
            scalars.replaceSubrange(start..<start + length, with: Array(piece().unicodeScalars))
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    private mutating func piece() -> String { Self.pieces.randomElement(using: &generator) ?? "" }
}
