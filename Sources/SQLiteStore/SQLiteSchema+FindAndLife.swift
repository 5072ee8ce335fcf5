extension SQLiteSchema {
    /// What prompts are found by, what people noted about them, and the trash.
    static let findAndLife = """
        ALTER TABLE prompt ADD COLUMN category TEXT NOT NULL DEFAULT '';
        ALTER TABLE prompt ADD COLUMN marks TEXT NOT NULL
            DEFAULT '{"tags":[],"isFavourite":false,"uses":0,"outcomes":[]}';
        ALTER TABLE prompt ADD COLUMN is_kept INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE prompt ADD COLUMN deleted_at INTEGER;
        UPDATE prompt SET category = draft ->> 'category';
        DROP INDEX prompt_by_workspace;
        CREATE INDEX prompt_by_workspace ON prompt (workspace, id) WHERE deleted_at IS NULL;
        CREATE INDEX prompt_in_trash ON prompt (workspace, id) WHERE deleted_at IS NOT NULL;
        CREATE INDEX prompt_by_deletion ON prompt (deleted_at, id) WHERE deleted_at IS NOT NULL;

        CREATE TABLE find_entry (
            document INTEGER PRIMARY KEY NOT NULL,
            prompt TEXT NOT NULL UNIQUE,
            version TEXT NOT NULL,
            idea TEXT NOT NULL,
            text TEXT NOT NULL,
            facets TEXT NOT NULL
        ) STRICT;
        CREATE INDEX find_entry_by_version ON find_entry (version, prompt);
        CREATE VIRTUAL TABLE find USING fts5 (
            idea, text, facets, content = 'find_entry', content_rowid = 'document', detail = column,
            columnsize = 0, tokenize = 'ascii');
        INSERT INTO find_entry
            SELECT created_at * 32768 + row_number() OVER (PARTITION BY created_at ORDER BY id) - 1,
                id, '', '', '', ''
            FROM prompt;

        CREATE TABLE edit_term_of_edit (
            workspace TEXT NOT NULL,
            side TEXT NOT NULL,
            term TEXT NOT NULL,
            edit TEXT NOT NULL,
            PRIMARY KEY (workspace, side, term, edit)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO edit_term_of_edit SELECT workspace, side, term, edit FROM edit_term;
        DROP TABLE edit_term;
        ALTER TABLE edit_term_of_edit RENAME TO edit_term;
        """
}
