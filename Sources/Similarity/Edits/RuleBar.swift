/// When a change has been made often enough to be called a rule.
enum RuleBar {
    /// Prompts of a kind that are looked back on, so that a changed taste is followed.
    static let memory = 8
    private static let leastSupport = 2
    private static let leastShare = 0.5

    /// Whether so many of the occasions say that something is known of them at all.
    static func isKnown(occasions: Int) -> Bool { occasions >= leastSupport }

    static func isPassed(support: Int, occasions: Int) -> Bool {
        support >= leastSupport && Double(support) >= leastShare * Double(occasions)
    }
}
