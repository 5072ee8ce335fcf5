extension SQLiteSchema {
    /// Keys, sessions, and the number that says whether they changed.
    static let access = """
        CREATE TABLE access_key (
            id TEXT PRIMARY KEY NOT NULL,
            prefix TEXT NOT NULL UNIQUE,
            document TEXT NOT NULL
        ) STRICT;
        CREATE TABLE access_session (
            digest TEXT PRIMARY KEY NOT NULL,
            ends_at INTEGER NOT NULL,
            document TEXT NOT NULL
        ) STRICT;
        CREATE INDEX access_session_by_end ON access_session (ends_at);
        CREATE TABLE access_version (number INTEGER NOT NULL) STRICT;
        INSERT INTO access_version (number) VALUES (1);
        """
}
