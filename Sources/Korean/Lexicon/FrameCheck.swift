/// Whether a verb says what its particles mean, where English cannot do without.
enum FrameCheck {
    /// English verbs that take no object.
    private static let objectless: Set = [
        "appear", "arrive", "bark", "bloom", "blossom", "collapse", "come", "cough", "cry", "dangle",
        "depart", "die", "disappear", "doze", "drift", "emerge", "exist", "faint", "fall", "frolic", "gallop",
        "giggle",
        "glide", "glimmer", "glisten", "glitter", "glow", "go", "growl", "happen", "hover", "howl", "kneel",
        "laugh", "linger", "loiter", "meditate", "meow", "nap", "occur", "perch", "pray", "relax", "ripen",
        "rise", "roam", "scream", "shimmer", "shiver", "sit", "sleep", "smile", "sneeze", "snore", "soar",
        "sob", "sparkle", "squat", "stagger", "stumble", "stroll", "sunbathe", "swim", "thrive", "tremble",
        "tower", "twinkle", "vanish", "wait", "wander", "weep", "wilt", "wither", "yawn",
    ]

    /// English verbs that lead somewhere.
    private static let moving: Set = [
        "crawl", "gallop", "glide", "go", "hike", "jog", "march", "parachute", "roam", "run", "sail",
        "scurry", "soar", "sprint", "stroll", "swim", "travel", "trudge", "walk", "wander",
    ]

    private static let openEnds: Set = ["at", "from", "into", "of", "onto", "to", "toward", "with"]

    static func complaints(about row: LexiconFile.Row) -> [String] {
        guard row.isVerb, row.grammar["as"] == nil else { return [] }
        let words = row.english.split(separator: " ").map(String.init)
        return [object(row, words), goal(row, words), openEnd(row, words)].compactMap(\.self)
    }

    private static func object(_ row: LexiconFile.Row, _ words: [String]) -> String? {
        guard !takesNoObject(row), row.grammar["을"] == nil, let last = words.last else { return nil }
        if words.count == 1, objectless.contains(last) {
            return "'\(last)' takes no object: say intransitive, or what 을 means"
        }
        let hasItsOwn = words.count > 2 && ["a", "an"].contains(words[words.count - 2])
        return hasItsOwn
            ? "'\(row.english)' has its object already: say intransitive, absorb, or what 을 means" : nil
    }

    private static func takesNoObject(_ row: LexiconFile.Row) -> Bool {
        row.grammar.has("intransitive") || row.grammar.has("absorb") || row.english.hasPrefix("be ")
    }

    private static func goal(_ row: LexiconFile.Row, _ words: [String]) -> String? {
        guard row.grammar.has("intransitive"), !row.grammar.has("motion"), words.count == 1,
            let verb = words.first, moving.contains(verb), row.grammar["에"] == nil, row.grammar["로"] == nil
        else { return nil }
        return "'\(verb)' leads somewhere: say motion, or what 에 and 로 mean"
    }

    /// "jump into" is nothing without what one jumps into.
    private static func openEnd(_ row: LexiconFile.Row, _ words: [String]) -> String? {
        guard row.grammar.has("intransitive"), let last = words.last, words.count > 1,
            openEnds.contains(last),
            !GrammarCheck.particles.contains(where: { ["-", ""].contains(row.grammar[$0]) })
        else { return nil }
        return "'\(row.english)' ends in a preposition: say which particle brings its noun, such as 에=-"
    }
}
