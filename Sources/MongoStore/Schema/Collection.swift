/// Names of the collections.
enum Collection {
    static let prompts = "prompts"
    static let revisions = "revisions"
    static let edits = "edits"
    static let reviews = "reviews"
    static let rules = "rules"
    static let audit = "audit"
    static let jobs = "jobs"
    /// What the database says of itself.
    static let meta = "meta"
}
