/// The bare words of a text, in lower case and without punctuation, to look for others in.
struct WordSequence: Sendable, Hashable {
    let words: [String]

    var count: Int { words.count }

    init(_ text: String) {
        words = text.lowercased().split { !Self.isInside($0) }.map(String.init)
    }

    /// Most letters are ASCII, and need no look into Unicode's tables.
    private static func isInside(_ character: Character) -> Bool {
        guard let byte = character.asciiValue else {
            return character.isLetter || character.isNumber || character == "’"
        }
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "'"):
            return true
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): return true
        default: return false
        }
    }

    var last: String { words.last ?? "" }

    /// Whether the words of a phrase stand here side by side.
    func contains(_ phrase: String) -> Bool { contains(WordSequence(phrase)) }

    /// How often the words of a phrase stand here side by side.
    func count(of phrase: String) -> Int {
        let other = WordSequence(phrase).words
        guard !other.isEmpty, other.count <= words.count else { return 0 }
        return (0...words.count - other.count).count { words[$0..<$0 + other.count].elementsEqual(other) }
    }

    func contains(_ other: WordSequence) -> Bool {
        guard let first = other.words.first, other.words.count <= words.count else { return false }
        return (0...words.count - other.words.count).contains { start in
            words[start] == first && words[start..<start + other.words.count].elementsEqual(other.words)
        }
    }
}
