/// Whether keys, values and roles are known ones.
enum GrammarCheck {
    /// The roles whose preposition a predicate may give.
    static let particles: Set = ["이", "을", "에", "에서", "로", "와", "에게"]

    private static let roles = particles.union(["verb", "near", "mod", "head", "open"])

    private static let verbKeys = particles.union([
        "intransitive", "motion", "state", "absorb", "as", "many", "slot", "위",
    ])

    private static let keys: [String: Set<String>] = [
        "noun": [
            "kind", "plural", "mass", "count", "plural-only", "bare", "the", "prep", "possessive", "object",
            "pair", "adverbial", "implies", "thing",
        ],
        "predicate": verbKeys.union(["order"]),
        "adverb": ["degree"],
        "determiner": ["plural", "adjective"],
        "counter": ["kind", "plural"],
        "relation": ["alone", "clause"],
        "postposition": ["spatial", "adverbial", "endings"],
    ]

    private static let prepositions: Set = [
        "", "-", "about", "above", "across", "after", "against", "along", "around", "as", "at", "before",
        "behind", "beside", "between", "by", "down", "for", "from", "in", "in front of", "into", "like", "of",
        "off", "on", "onto", "out of", "over", "past", "through", "to", "toward", "under", "up", "with",
        "within",
    ]

    static func complaints(about row: LexiconFile.Row) -> [String] {
        guard row.section != "irregular" else { return [] }
        let unknown = row.grammar.keys.filter { keys[row.table]?.contains($0) != true }
            .map { "unknown key \($0) for [\(row.section)]" }
        return unknown + frame(row) + condition(row)
    }

    private static func frame(_ row: LexiconFile.Row) -> [String] {
        guard row.isPredicate else { return [] }
        return particles.sorted().compactMap { particle in
            guard let preposition = row.grammar[particle], !prepositions.contains(preposition) else {
                return nil
            }
            return "\(particle)=\(preposition) is no preposition"
        }
    }

    private static func condition(_ row: LexiconFile.Row) -> [String] {
        row.condition.requirements.flatMap { requirement in
            guard roles.contains(requirement.role) else { return ["unknown role \(requirement.role)"] }
            return requirement.alternatives.sorted().compactMap { unreachable($0, as: requirement.role) }
        }
    }

    /// Why nothing can ever fill a role so.
    private static func unreachable(_ alternative: String, as role: String) -> String? {
        let isKind = alternative.utf8.allSatisfy { $0 < 0x80 }
        switch role {
        case "open":
            return roles.contains(alternative) ? nil : "open:\(alternative) names no role"
        case "near" where isKind:
            return "near:\(alternative) never holds, for near knows words and no kinds"
        case "verb":
            return alternative.hasSuffix("다") ? nil : "verb:\(alternative) is no predicate"
        default:
            return isKind && NounKind(rawValue: alternative) == nil ? "\(alternative) is no kind" : nil
        }
    }
}
