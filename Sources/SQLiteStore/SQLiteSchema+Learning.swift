extension SQLiteSchema {
    /// What the recommender was told.
    static let learning = """
        CREATE TABLE feedback (
            id TEXT PRIMARY KEY NOT NULL,
            workspace TEXT NOT NULL,
            prompt TEXT NOT NULL REFERENCES prompt (id) ON DELETE CASCADE,
            document TEXT NOT NULL
        ) STRICT;
        CREATE INDEX feedback_by_prompt ON feedback (prompt);
        CREATE TABLE rule_decision (
            workspace TEXT NOT NULL,
            rule TEXT NOT NULL,
            document TEXT NOT NULL,
            PRIMARY KEY (workspace, rule)
        ) STRICT, WITHOUT ROWID;
        """
}
