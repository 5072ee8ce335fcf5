/// Plurals and articles.
enum Nouns {
    static func isVowel(_ letter: Character) -> Bool { "aeiou".contains(letter) }

    /// The plural by rule; "street at night" and "cup of tea" bend before the preposition.
    static func plural(_ noun: String, isVerb: Bool = false) -> String {
        let words = noun.split(separator: " ").map(String.init)
        let prepositions: Set = ["of", "at", "in", "on", "with", "under", "for", "from"]
        if let index = words.firstIndex(where: prepositions.contains), index > 0 {
            let head = words[..<index].joined(separator: " ")
            return ([plural(head)] + words[index...]).joined(separator: " ")
        }
        guard let last = words.last else { return noun }
        return (words.dropLast() + [isVerb ? suffixed(last) : pluralWord(last)]).joined(separator: " ")
    }

    private static let irregular = [
        "man": "men", "woman": "women", "child": "children", "person": "people", "foot": "feet",
        "tooth": "teeth", "mouse": "mice", "goose": "geese", "knife": "knives", "wolf": "wolves",
        "leaf": "leaves", "shelf": "shelves", "half": "halves", "life": "lives", "loaf": "loaves",
        "sheep": "sheep", "deer": "deer", "fish": "fish", "aircraft": "aircraft", "elf": "elves",
        "scarf": "scarves", "calf": "calves", "salmon": "salmon", "squid": "squid", "hero": "heroes",
        "potato": "potatoes", "tomato": "tomatoes", "volcano": "volcanoes", "ox": "oxen",
        "chopsticks": "chopsticks", "spacecraft": "spacecraft", "series": "series", "echo": "echoes",
        "wife": "wives", "thief": "thieves", "bookshelf": "bookshelves", "oasis": "oases",
        "reindeer": "reindeer", "tornado": "tornadoes", "torpedo": "torpedoes", "buffalo": "buffaloes",
        "mosquito": "mosquitoes", "shaman": "shamans", "caiman": "caimans", "midwife": "midwives",
        "bison": "bison", "moose": "moose", "trout": "trout", "hovercraft": "hovercraft",
        "dwarf": "dwarves", "werewolf": "werewolves", "die": "dice", "domino": "dominoes",
        "fresco": "frescoes", "bacterium": "bacteria", "won": "won", "yen": "yen", "quiz": "quizzes",
        "talisman": "talismans",
    ]

    private static func pluralWord(_ noun: String) -> String {
        if let known = irregular[noun] { return known }
        for (ending, plural) in [("man", "men"), ("child", "children"), ("fish", "fish")]
        where noun.hasSuffix(ending) && noun != "human" && noun.count > ending.count {
            return noun.dropLast(ending.count) + plural
        }
        return suffixed(noun)
    }

    private static func suffixed(_ word: String) -> String {
        if ["s", "x", "z", "ch", "sh"].contains(where: word.hasSuffix) { return word + "es" }
        if ["do", "echo", "go", "veto"].contains(word) { return word + "es" }
        if word.hasSuffix("y"), let before = word.dropLast().last, !isVowel(before) {
            return word.dropLast() + "ies"
        }
        return word + "s"
    }

    /// Puts "a" or "an" before a phrase, by its sound.
    static func withArticle(_ phrase: String) -> String {
        (startsWithVowelSound(phrase.lowercased()) ? "an " : "a ") + phrase
    }

    private static func startsWithVowelSound(_ phrase: String) -> Bool {
        guard let first = phrase.first else { return false }
        if ["hour", "honest", "heir", "honor"].contains(where: phrase.hasPrefix) { return true }
        let consonantSounds = ["uni", "use", "usu", "eu", "one ", "one-", "ufo", "ukulele", "utop"]
        if consonantSounds.contains(where: phrase.hasPrefix) {
            return phrase.hasPrefix("unin") || phrase.hasPrefix("unim")
        }
        if phrase.first == "8" || phrase.hasPrefix("11") || phrase.hasPrefix("18") { return true }
        return isVowel(first)
    }

    /// "a drone shot", "close-up": words of the camera that one can count.
    static func shot(_ phrase: String) -> String {
        let last = phrase.split(separator: " ").last ?? ""
        return ["shot", "view", "angle", "take", "lens", "cut"].contains(last) && !phrase.hasPrefix("a ")
            ? withArticle(phrase) : phrase
    }

    /// Joins with commas and "and": "a cat, a dog and a bird".
    static func list(_ items: [String], conjunction: String = "and") -> String {
        guard items.count > 1, let last = items.last else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " \(conjunction) " + last
    }
}
