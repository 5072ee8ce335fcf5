import Domain
import TestSupport

enum JSON {
    static func read(_ text: String) throws -> JSONValue { try JSONValue(reading: Array(text.utf8)) }
}

/// Documents with names that need escapes, spellings of one letter, and numbers of all sorts.
struct RandomJSON {
    private var generator: SplitMix64
    private let hasNull: Bool

    init(seed: UInt64, hasNull: Bool = true) {
        generator = SplitMix64(seed: seed)
        self.hasNull = hasNull
    }

    private static let names = ["a", "b", "", "a/b", "~", "~1", "0", "-", "..", "\u{E9}", "e\u{301}", "강아지"]
    private static let numbers = ["0", "-0", "1", "1.0", "1e2", "100", "-3.25", "12345678901234567890"]

    mutating func value(depth: Int = 3) -> JSONValue {
        switch Int.random(in: 0..<(depth > 0 ? 8 : 5), using: &generator) {
        case 0: hasNull ? .null : .boolean(false)
        case 1: .boolean(true)
        case 2: JSONNumber(pick(Self.numbers)).map { .number($0) } ?? .null
        case 3, 4: .string(pick(Self.names) + pick(RandomTexts.pieces))
        case 5:
            .array((0..<Int.random(in: 0...5, using: &generator)).map { _ in value(depth: depth - 1) })
        default:
            .object(
                JSONObject(
                    (0..<Int.random(in: 0...5, using: &generator)).map { _ in
                        (pick(Self.names), value(depth: depth - 1))
                    }))
        }
    }

    /// Two documents, mostly related.
    mutating func pair() -> (old: JSONValue, new: JSONValue) {
        let old = value()
        return (old, Int.random(in: 0..<4, using: &generator) == 0 ? value() : edited(old))
    }

    private mutating func edited(_ value: JSONValue) -> JSONValue {
        switch value {
        case .array(var values) where !values.isEmpty:
            let index = Int.random(in: 0..<values.count, using: &generator)
            switch Int.random(in: 0..<3, using: &generator) {
            case 0: values.remove(at: index)
            case 1: values.insert(self.value(depth: 1), at: index)
            default: values[index] = edited(values[index])
            }
            return .array(values)
        case .object(var members):
            let name = pick(Self.names)
            let taken = members[name]
            members[name] =
                taken == nil
                ? self.value(depth: 1) : Bool.random(using: &generator) ? nil : edited(taken ?? true)
            return .object(members)
        default: return self.value(depth: 1)
        }
    }

    private mutating func pick(_ choices: [String]) -> String {
        choices.randomElement(using: &generator) ?? ""
    }
}
