/// Makes the forms of English verbs; a phrase such as "look at" bends at its first word.
struct VerbForms: Sendable {
    let irregular: [String: Lexicon.IrregularVerb]

    /// "running", "lying"; "be covered" becomes "covered", since a participle says it already.
    func participle(_ verb: String) -> String {
        bend(verb) { head in
            if head == "be" { return "" }
            if head.hasSuffix("ie") { return head.dropLast(2) + "ying" }
            if head.hasSuffix("e"), !["ee", "oe", "ye"].contains(where: head.hasSuffix), head.count > 2 {
                return head.dropLast() + "ing"
            }
            if head.hasSuffix("ic") { return head + "king" }
            return Self.doubled(head) + "ing"
        }
    }

    /// "ran", "walked".
    func past(_ verb: String) -> String {
        bend(verb) { irregular[$0]?.past ?? Self.regularPast($0) }
    }

    /// "run", "walked", "eaten".
    func pastParticiple(_ verb: String) -> String {
        bend(verb) { irregular[$0]?.participle ?? Self.regularPast($0) }
    }

    /// "runs", "flies", "watches".
    func thirdPerson(_ verb: String) -> String {
        bend(verb) { head in
            switch head {
            case "be": "is"
            case "have": "has"
            default: Nouns.plural(head, isVerb: true)
            }
        }
    }

    private func bend(_ verb: String, _ change: (String) -> String) -> String {
        let head = verb.prefix { $0 != " " }
        let rest = verb.dropFirst(head.count)
        let changed = change(String(head))
        return changed.isEmpty ? String(rest.dropFirst()) : changed + rest
    }

    private static func regularPast(_ verb: String) -> String {
        if verb.hasSuffix("e") { return verb + "d" }
        if verb.hasSuffix("y"), let before = verb.dropLast().last, !Nouns.isVowel(before) {
            return verb.dropLast() + "ied"
        }
        if verb.hasSuffix("ic") { return verb + "ked" }
        return doubled(verb) + "ed"
    }

    // Stressed last syllables double too; English spelling does not show stress, so they are listed.
    private static let stressed: Set<String> = [
        "admit", "begin", "commit", "compel", "control", "embed", "emit", "equip", "expel", "forget",
        "kidnap", "occur", "omit", "outrun", "overlap", "patrol", "permit", "prefer", "program", "propel",
        "rebel",
        "refer", "regret", "repel", "reset", "submit", "transfer", "transmit", "unplug", "unwrap", "unzip",
        "upset", "zigzag",
    ]

    /// Doubles the last consonant of a short verb: run, runn(ing).
    private static func doubled(_ verb: String) -> String {
        if let last = verb.last, stressed.contains(verb) { return verb + String(last) }
        let letters = Array(verb)
        guard letters.count >= 3, let last = letters.last, !Nouns.isVowel(last), !"wxy".contains(last),
            Nouns.isVowel(letters[letters.count - 2]),
            !Nouns.isVowel(letters[letters.count - 3]) || verb.hasPrefix("qui")
        else { return verb }
        let vowels = letters.count { Nouns.isVowel($0) }
        guard vowels == 1 || verb.hasPrefix("qui") else { return verb }
        return verb + String(last)
    }
}
