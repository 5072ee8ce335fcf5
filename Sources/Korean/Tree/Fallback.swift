/// Makes a sense for a predicate that the lexicon does not hold.
enum Fallback {
    static func sense(for key: String, lexicon: Lexicon) -> PredicateSense? {
        let stem = String(key.dropLast())
        for (suffix, make) in [("되", passive), ("당하", passive), ("시키", causative)]
        where stem.hasSuffix(suffix) {
            let base = String(stem.dropLast(suffix.count)) + "하다"
            if let active = lexicon.predicates[base]?.first { return make(active, lexicon) }
        }
        for suffix in ["하", "되", "스럽", "롭"] where stem.hasSuffix(suffix) {
            let noun = String(stem.dropLast(suffix.count))
            if let english = lexicon.nouns[noun]?.first?.english {
                // 다이빙하다: one goes diving.
                return plain((english.hasSuffix("ing") ? "go " : "do ") + english)
            }
            if let sense = lexicon.predicates[noun]?.first, suffix == "하" { return sense }
            if noun.allSatisfy(\.isASCII) { return plain(noun) }
        }
        return plain(Romanization.romanized(stem))
    }

    private static func passive(_ active: PredicateSense, _ lexicon: Lexicon) -> PredicateSense? {
        active.isAdjective
            ? active
            : plain("be " + VerbForms(irregular: lexicon.irregularVerbs).pastParticiple(active.english))
    }

    private static func causative(_ active: PredicateSense, _ lexicon: Lexicon) -> PredicateSense? {
        active
    }

    private static func plain(_ english: String) -> PredicateSense? {
        Condition("").map {
            PredicateSense(english: english, order: nil, grammar: Grammar(""[...].utf8), condition: $0)
        }
    }
}
