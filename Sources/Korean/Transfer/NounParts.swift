/// The pieces of an English noun phrase, before they are put in order.
struct NounParts {
    let head: String
    let isPlural: Bool
    /// The head stays as it is in the plural too.
    let isFixed: Bool
    /// The plural that no rule makes, such as "cherry blossoms" of a noun that is plural only.
    var plural: String?
    /// What stands instead of the article; nil for the default.
    var determiner: String?
    var adjectives: [(order: AdjectiveOrder, text: String)] = []
    var compounds: [String] = []
    var after: [String] = []
    var headSuffix = ""
    /// Whether the head names a time, such as a morning.
    var isTime = false
    /// Whether the head is a part of a body.
    var isBodily = false
    /// Whether the head is the name of a place.
    var isPlaceName = false
    /// What it is instead of, before all else: "not a puppy but".
    var instead: String?

    init(head: String, isPlural: Bool, isFixed: Bool) {
        self.isFixed = isFixed
        self.head = head
        self.isPlural = isPlural
    }

    /// Adjectives in English order, then nouns.
    var premodifiers: [String] {
        let sorted = adjectives.enumerated().sorted {
            ($0.element.order, $0.offset) < ($1.element.order, $1.offset)
        }
        let first = String(head.prefix { $0 != " " })
        let nouns = compounds.filter { $0.lowercased() != first.lowercased() || $0 == head }
        return sorted.map(\.element.text).filter { $0 != first } + nouns
    }

    /// Whether a name before the head says all of it.
    var isNamed: Bool { headText.isEmpty }

    var headText: String {
        if head.hasSuffix(" of") { return head + headSuffix }
        // 해운대 해변 is "Haeundae Beach" already.
        if let name = compounds.last, name.first?.isUppercase == true,
            name.lowercased().hasSuffix(" " + head.lowercased())
        {
            return ""
        }
        if isPlural, let plural { return plural }
        return isPlural && !isFixed ? Nouns.plural(head) : head
    }
}
