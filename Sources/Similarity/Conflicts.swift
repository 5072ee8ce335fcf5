/// What two texts say that cannot both be true of one video.
package enum Conflicts: String, Sendable, Hashable, CaseIterable {
    case gender, colour, number, negation

    /// The kinds in which both texts commit themselves, and differently.
    package static func between(_ one: String, _ other: String) -> [Conflicts] {
        let (first, second) = (Commitments(one), Commitments(other))
        return allCases.filter { first.contradicts(second, in: $0) }
    }
}

/// What an English text commits itself to.
private struct Commitments {
    private let genders: Set<String>
    private let colours: Set<String>
    private let numbers: Set<Int>
    private let isNegated: Bool

    init(_ text: String) {
        let words = Words(of: text).filter { !$0.isHangul }.map(\.text)
        genders = Set(words.compactMap { Self.gender[$0] })
        colours = Set(words).intersection(Self.colours)
        numbers = Set(words.compactMap { Self.numbers[$0] ?? Int($0) })
        isNegated = words.contains { Self.negations.contains($0) }
    }

    func contradicts(_ other: Commitments, in kind: Conflicts) -> Bool {
        switch kind {
        case .gender: genders.count == 1 && other.genders.count == 1 && genders != other.genders
        case .colour: Self.differ(colours, other.colours)
        case .number: Self.differ(numbers, other.numbers)
        case .negation: isNegated != other.isNegated
        }
    }

    private static func differ<Value>(_ one: Set<Value>, _ other: Set<Value>) -> Bool {
        !one.isEmpty && !other.isEmpty && one.isDisjoint(with: other)
    }

    private static let gender: [String: String] = {
        let male = "man men boy boys guy guys male gentleman king prince father husband he him his"
        let female = "woman women girl girls lady ladies female queen princess mother wife she her hers"
        let pairs =
            male.split(separator: " ").map { (String($0), "m") }
            + female.split(separator: " ").map { (String($0), "f") }
        return Dictionary(pairs) { first, _ in first }
    }()

    private static let colours = Set(
        "red blue green yellow black white brown pink orange gray grey purple gold silver"
            .split(separator: " ").map(String.init))

    private static let numbers = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
        "ten": 10,
    ]

    private static let negations: Set<String> = ["no", "not", "without", "never", "nobody", "nothing"]
}
