/// One meaning of a noun.
struct NounSense: Sendable {
    let english: String
    let kind: NounKind
    let grammar: Grammar
    let condition: Condition
    /// The file of the lexicon that holds it.
    var file = ""

    var isMass: Bool { grammar.has("mass") && !grammar.has("count") }
    var isPluralOnly: Bool { grammar.has("plural-only") }
    /// A name, or a word that takes no article, such as "indoors".
    var isBare: Bool { grammar.has("bare") }
    /// Takes "the": the sky.
    var isDefinite: Bool { grammar.has("the") }
    var preposition: String { grammar["prep"] ?? kind.preposition }
    /// The name of a place, such as Paris.
    var isPlaceName: Bool { isBare && kind.isPlace && english.first?.isUppercase == true }

    /// The same as something that one can count.
    var counted: NounSense {
        NounSense(english: english, kind: kind, grammar: Grammar(), condition: condition, file: file)
    }
}

extension NounSense {
    /// A row of the lexicon; nil without a kind, which ``LexiconSource`` does not let through.
    init?(_ row: LexiconFile.Row) {
        guard let kind = row.grammar["kind"].flatMap(NounKind.init) else { return nil }
        self.init(
            english: row.english, kind: kind, grammar: row.grammar, condition: row.condition, file: row.file)
    }
}

/// One meaning of a verb or an adjective.
struct PredicateSense: Sendable {
    let english: String
    /// Where it stands among adjectives before a noun; nil for verbs.
    let order: AdjectiveOrder?
    let grammar: Grammar
    let condition: Condition
    /// The file of the lexicon that holds it; empty when it was made from another.
    var file = ""

    var isAdjective: Bool { order != nil }
    var isIntransitive: Bool { grammar.has("intransitive") || isAdjective }
    /// The finished act is still to be seen: 모자를 쓴 is "wearing a hat".
    var isState: Bool { grammar.has("state") }
    /// What is part of the English verb already, such as 춤 in 춤을 추다.
    var absorbed: String? { grammar["absorb"] }
    /// The whole clause as an adjunct, such as "in the rain".
    var adjunct: String? { grammar["as"] }
    var slot: Slot? { grammar["slot"].flatMap(Slot.init) }

    /// A row of the lexicon.
    init(_ row: LexiconFile.Row) {
        let isAdjective = row.section == PartOfSpeech.adjective.rawValue
        self.init(
            english: row.english,
            order: isAdjective ? row.grammar["order"].flatMap(AdjectiveOrder.init) : nil,
            grammar: row.grammar, condition: row.condition, file: row.file)
    }

    init(
        english: String, order: AdjectiveOrder?, grammar: Grammar, condition: Condition, file: String = ""
    ) {
        (self.english, self.order, self.grammar) = (english, order, grammar)
        (self.condition, self.file) = (condition, file)
    }

    /// The preposition that the particle's noun gets: empty for a direct object, nil for the default.
    func preposition(for role: String) -> String? { grammar[role] }
}

/// The order in which English puts adjectives before a noun.
enum AdjectiveOrder: String, Sendable, Comparable, CaseIterable {
    case quality, size, shape, age, color, origin, material

    static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// The third column of a lexicon file: `plural=men; mass; 에서=from`.
struct Grammar: Sendable {
    private var values: [String: String] = [:]

    init() {}

    /// Reads a row's keys on top of those that its section shares.
    init(_ text: Substring.UTF8View, over shared: Grammar? = nil) {
        values = shared?.values ?? [:]
        for item in text.split(separator: UInt8(ascii: ";")) {
            let halves = item.split(
                separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            let key = halves[0].drop { $0 == UInt8(ascii: " ") }
            values[String(Substring(key))] = halves.count > 1 ? String(Substring(halves[1])) : ""
        }
    }

    var keys: [String] { values.keys.sorted() }

    func has(_ key: String) -> Bool { values[key] != nil }

    subscript(key: String) -> String? { values[key] }
}
