extension SQLiteSchema {
    /// Prompts with one chain of revisions each, and jobs.
    static let historyAndJobs = """
        CREATE TABLE prompt (
            id TEXT PRIMARY KEY NOT NULL,
            workspace TEXT NOT NULL,
            idea TEXT NOT NULL,
            draft TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            head_number INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX prompt_by_workspace ON prompt (workspace, id);

        CREATE TABLE revision (
            prompt TEXT NOT NULL REFERENCES prompt (id),
            number INTEGER NOT NULL CHECK (number >= 1),
            parent INTEGER,
            author TEXT NOT NULL,
            note TEXT,
            saved_at INTEGER NOT NULL,
            text TEXT NOT NULL,
            diff TEXT,
            PRIMARY KEY (prompt, number)
        ) STRICT;

        CREATE TABLE job (
            id TEXT PRIMARY KEY NOT NULL,
            workspace TEXT NOT NULL,
            prompt TEXT NOT NULL,
            state TEXT NOT NULL,
            is_final INTEGER NOT NULL,
            last_token INTEGER NOT NULL,
            lease_token INTEGER,
            lease_expires_at INTEGER,
            document TEXT NOT NULL
        ) STRICT;
        CREATE INDEX job_by_workspace ON job (workspace, id);
        CREATE INDEX job_by_prompt ON job (workspace, prompt, id);
        CREATE INDEX job_by_state ON job (state);
        CREATE INDEX job_open ON job (id) WHERE is_final = 0;
        """

    /// Branches of whole configurations, what search finds edits by, reviews, labels and the audit trail.
    static let branchesAndReview = """
        ALTER TABLE revision ADD COLUMN merged_from INTEGER;
        ALTER TABLE revision ADD COLUMN branch TEXT NOT NULL DEFAULT 'main';
        ALTER TABLE revision ADD COLUMN settings TEXT NOT NULL DEFAULT '';
        ALTER TABLE revision ADD COLUMN changes TEXT NOT NULL DEFAULT '[]';
        UPDATE revision SET settings = (
            SELECT json_patch(
                json_object(
                    'idea', json(idea), 'model', draft ->> 'model',
                    'parameters', json(draft -> 'parameters')),
                json_object('negative', draft ->> 'negative'))
            FROM prompt WHERE prompt.id = revision.prompt);

        CREATE TABLE branch (
            prompt TEXT NOT NULL REFERENCES prompt (id),
            name TEXT NOT NULL,
            start INTEGER NOT NULL,
            head INTEGER NOT NULL,
            author TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            PRIMARY KEY (prompt, name)
        ) STRICT;
        INSERT INTO branch
            SELECT prompt.id, 'main', 1, head_number, author, created_at
            FROM prompt JOIN revision ON revision.prompt = prompt.id AND number = 1;
        ALTER TABLE prompt DROP COLUMN head_number;

        CREATE TABLE edit (
            id TEXT PRIMARY KEY NOT NULL,
            workspace TEXT NOT NULL,
            prompt TEXT NOT NULL,
            revision INTEGER NOT NULL,
            slot TEXT NOT NULL,
            kind TEXT NOT NULL,
            author TEXT NOT NULL,
            reverted_by INTEGER,
            document TEXT NOT NULL
        ) STRICT;
        CREATE INDEX edit_by_workspace ON edit (workspace, id);
        CREATE INDEX edit_by_prompt ON edit (workspace, prompt, id);
        CREATE INDEX edit_by_slot ON edit (workspace, slot, kind, id);
        CREATE INDEX edit_by_author ON edit (workspace, author, id);
        CREATE INDEX edit_reverted ON edit (workspace, id) WHERE reverted_by IS NOT NULL;
        CREATE TABLE edit_term (
            workspace TEXT NOT NULL,
            side TEXT NOT NULL,
            term TEXT NOT NULL,
            edit TEXT NOT NULL REFERENCES edit (id),
            PRIMARY KEY (workspace, side, term, edit)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE review (
            id TEXT PRIMARY KEY NOT NULL,
            workspace TEXT NOT NULL,
            prompt TEXT NOT NULL REFERENCES prompt (id),
            last INTEGER NOT NULL,
            version INTEGER NOT NULL,
            document TEXT NOT NULL
        ) STRICT;
        CREATE INDEX review_by_workspace ON review (workspace, id);
        CREATE INDEX review_by_prompt ON review (workspace, prompt, id);
        CREATE INDEX review_by_revision ON review (prompt, last, id);

        CREATE TABLE label (
            prompt TEXT NOT NULL,
            name TEXT NOT NULL,
            revision INTEGER NOT NULL,
            moved_by TEXT NOT NULL,
            moved_at INTEGER NOT NULL,
            PRIMARY KEY (prompt, name),
            FOREIGN KEY (prompt, revision) REFERENCES revision (prompt, number)
        ) STRICT;
        CREATE TABLE label_rule (
            workspace TEXT NOT NULL,
            label TEXT NOT NULL,
            is_protected INTEGER NOT NULL,
            required_approvals INTEGER NOT NULL,
            PRIMARY KEY (workspace, label)
        ) STRICT;

        CREATE TABLE audit (
            id TEXT PRIMARY KEY NOT NULL,
            workspace TEXT NOT NULL,
            prompt TEXT,
            document TEXT NOT NULL
        ) STRICT;
        CREATE INDEX audit_by_workspace ON audit (workspace, id);
        CREATE INDEX audit_by_prompt ON audit (workspace, prompt, id);
        CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
            BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
        CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit
            BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
        """

    /// Pairs of ideas that never share an answer.
    static let splits = """
        CREATE TABLE split (
            workspace TEXT NOT NULL,
            first TEXT NOT NULL,
            second TEXT NOT NULL,
            PRIMARY KEY (workspace, first, second)
        ) STRICT, WITHOUT ROWID;
        """
}
