import Diffing
import Domain

/// Two texts of a megabyte each that have as much and as little in common as is bad for a search.
enum HostileTexts {
    private static let bytes = 1_000_000

    static func table(rounds: Int) -> TextTable {
        var table = TextTable(
            "Two texts of 1 MB, median of \(rounds)",
            head: ["", "ms", "operations", "says that it is coarser"])
        for (name, old, new) in pairs() {
            var times: [Double] = []
            var found = (operations: 0, isCoarse: false)
            for _ in 0..<rounds {
                let time = ContinuousClock().measure {
                    let diff = Differ().diff(old, new)
                    found = (diff.operations.count, diff.isCoarse)
                }
                times.append(time.inMilliseconds)
            }
            table.add(
                name, (times.median ?? 0).text(), Double(found.operations).text(),
                found.isCoarse ? "yes" : "no")
        }
        return table
    }

    private static func pairs() -> [(String, String, String)] {
        var dice = Dice(seed: 1)
        let shuffled = { (dice: inout Dice) in
            (0..<150_000).map { "w\($0)" }.shuffled(using: &dice).joined(separator: " ")
        }
        return [
            ("letters with spaces", text(["a ", "b "], &dice), text(["b ", "c ", "a "], &dice)),
            ("Korean syllables with spaces", text(["가 ", "나 "], &dice), text(["나 ", "다 ", "가 "], &dice)),
            ("punctuation", text([".", "!"], &dice), text(["!", "?", "."], &dice)),
            ("emoji with joiners", text(["👩‍👩‍👧", "👩"], &dice), text(["👩", "👩‍👩‍👦"], &dice)),
            ("the same words in another order", shuffled(&dice), shuffled(&dice)),
            (
                "one word without end", String(repeating: "a", count: bytes),
                String(repeating: "a", count: bytes - 1) + "b"
            ),
        ]
    }

    private static func text(_ pieces: [String], _ dice: inout Dice) -> String {
        var text = ""
        while text.utf8.count < bytes { text += pieces.randomElement(using: &dice) ?? "" }
        return text
    }
}
