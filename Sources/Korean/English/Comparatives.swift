/// Makes comparatives of adjectives.
enum Comparatives {
    private static let irregular = ["good": "better", "bad": "worse", "far": "farther", "little": "less"]

    /// "bigger", "happier", "more beautiful".
    static func comparative(of adjective: String) -> String {
        if let known = irregular[adjective] { return known }
        let letters = Array(adjective)
        let groups = letters.indices.count { index in
            isVowel(letters[index]) && (index == 0 || !isVowel(letters[index - 1]))
        }
        guard groups == 1 || adjective.hasSuffix("y") && groups == 2 || isShortWithE(adjective, groups),
            !adjective.contains(" "), !adjective.contains("-")
        else { return "more " + adjective }
        if adjective.hasSuffix("e") { return adjective + "r" }
        if adjective.hasSuffix("y") { return adjective.dropLast() + "ier" }
        if letters.count >= 3, let last = letters.last, !"aeiouwxy".contains(last),
            isVowel(letters[letters.count - 2]), !isVowel(letters[letters.count - 3])
        {
            return adjective + String(last) + "er"
        }
        return adjective + "er"
    }

    /// "biggest", "most beautiful".
    static func superlative(of adjective: String) -> String {
        let best = ["good": "best", "bad": "worst", "far": "farthest", "little": "least"]
        if let known = best[adjective] { return known }
        let comparative = comparative(of: adjective)
        if comparative.hasPrefix("more ") { return "most " + adjective }
        return comparative.dropLast() + "st"
    }

    private static func isShortWithE(_ adjective: String, _ groups: Int) -> Bool {
        adjective.hasSuffix("e") && groups == 2 && adjective.count <= 6
    }

    private static func isVowel(_ letter: Character) -> Bool { "aeiouy".contains(letter) }
}
