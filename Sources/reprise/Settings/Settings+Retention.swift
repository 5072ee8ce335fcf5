import Studio

extension Settings {
    /// How long things are kept.
    var retention: RetentionRules {
        RetentionRules(trash: Self.days(trashDays), prompts: Self.days(untouchedDays))
    }

    private static func days(_ count: Int) -> Duration? { count == 0 ? nil : .seconds(86_400 * count) }
}
