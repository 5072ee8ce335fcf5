/// Names of the collections.
enum Collection {
    static let prompts = "prompts"
    static let revisions = "revisions"
    static let edits = "edits"
    static let reviews = "reviews"
    static let rules = "rules"
    static let audit = "audit"
    static let jobs = "jobs"
    /// Jobs as they were at each event.
    static let jobEvents = "jobEvents"
    /// How far the turns of each priority are, and what two workers must not do at the same time.
    static let lines = "lines"
    /// What people said of prompts that were offered to them.
    static let feedback = "feedback"
    /// What people decided about rules.
    static let decisions = "decisions"
    /// Who is let in.
    static let keys = "keys"
    /// Who signed in.
    static let sessions = "sessions"
    /// What a benchmark inserts.
    static let raw = "raw"
    /// What the database says of itself.
    static let meta = "meta"
}
