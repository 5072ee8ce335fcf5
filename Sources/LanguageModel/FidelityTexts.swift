import Domain

/// Quoted parts of an idea.
enum Quotations {
    /// The texts between quotation marks of any common kind, without the marks.
    static func inside(_ text: String) -> [String] {
        var found: [String] = []
        var rest = text[...]
        while let start = rest.firstIndex(where: { marks[$0] != nil }), let closing = marks[rest[start]] {
            let inner = rest[rest.index(after: start)...]
            guard let end = inner.firstIndex(of: closing) else { break }
            found.append(String(inner[..<end]).squeezed)
            rest = inner[inner.index(after: end)...]
        }
        return found.filter { !$0.isEmpty }
    }

    private static let marks: [Character: Character] = [
        "\"": "\"", "“": "”", "「": "」", "『": "』", "«": "»", "《": "》",
    ]
}

extension Scene {
    /// Everything the scene says in one text; exclusions with "no".
    var plainText: String {
        let shown = allPhrases.dropLast(exclusions.count + onScreenText.count).map(\.text)
        return (shown + exclusions.map { "no " + $0.text }).joined(separator: ", ")
    }
}

extension String {
    /// Whether two spellings can be of one name: romanisations differ in a letter or two.
    func isSpeltLike(_ other: String) -> Bool {
        let (a, b) = (Array(utf8), Array(other.utf8))
        if a.starts(with: b) || b.starts(with: a) { return true }
        return Self.distance(a, b) * 4 <= max(a.count, b.count)
    }

    /// Levenshtein's distance.
    private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var row = Array(0...b.count)
        for (i, x) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, y) in b.enumerated() {
                let above = row[j + 1]
                row[j + 1] = Swift.min(diagonal + (x == y ? 0 : 1), above + 1, row[j] + 1)
                diagonal = above
            }
        }
        return row[b.count]
    }
}
