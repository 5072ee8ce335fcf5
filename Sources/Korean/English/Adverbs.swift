/// Makes adverbs of adjectives.
enum Adverbs {
    private static let irregular = [
        "fast": "fast", "good": "well", "high": "high", "hard": "hard", "low": "low",
    ]

    /// "quietly", "gently", "happily"; a phrase stays as it is.
    static func adverb(from adjective: String) -> String {
        if let known = irregular[adjective] { return known }
        guard !adjective.contains(" "), !adjective.contains("-") else { return adjective }
        if adjective.hasSuffix("ic") { return adjective + "ally" }
        if adjective.hasSuffix("ly") { return adjective }
        if adjective.hasSuffix("le") { return adjective.dropLast() + "y" }
        if adjective.hasSuffix("y") { return adjective.dropLast() + "ily" }
        return adjective + "ly"
    }
}
