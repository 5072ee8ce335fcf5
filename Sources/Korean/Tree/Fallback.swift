/// Makes a sense for a predicate that the lexicon does not hold.
enum Fallback {
    /// The sense of a clause's predicate; cozy한 is a quality, though zoom하는 is none.
    static func sense(of clause: Clause, lexicon: Lexicon) -> PredicateSense? {
        let noun = clause.lexeme.key.dropLast(2)
        let isLatin = clause.lexeme.key.hasSuffix("하다") && noun.utf8.allSatisfy { $0 < 0x80 }
        if isLatin, clause.ending.form == .adnominal, clause.ending.tense == .past {
            return quality(String(noun))
        }
        return sense(for: clause.lexeme.key, lexicon: lexicon)
    }

    private static func quality(_ english: String) -> PredicateSense {
        PredicateSense(english: english, order: .quality, grammar: Grammar(), condition: Condition())
    }

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
            if let adverb = lexicon.adverbs[noun]?.english, adverb != "-", suffix == "하" {
                return quality(
                    adverb.hasSuffix("ily")
                        ? adverb.dropLast(3) + "y"
                        : adverb.hasSuffix("ly") ? String(adverb.dropLast(2)) : adverb)
            }
            if noun.allSatisfy(\.isASCII) { return plain(noun.hasSuffix("ing") ? "do " + noun : noun) }
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
