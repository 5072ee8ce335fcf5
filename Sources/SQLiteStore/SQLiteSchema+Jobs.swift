extension SQLiteSchema {
    /// Jobs with priorities, turns, keys and webhooks, and what happened to them.
    ///
    /// A lease stands in its columns alone, so that extending one writes no document. `turn` is the place in
    /// the line: workspaces that wait get equal ones (start-time fair queueing; Goyal, Vin and Cheng, 1996),
    /// and `job_turn` holds how far each line has come.
    static let jobEngine = """
        ALTER TABLE job ADD COLUMN provider TEXT NOT NULL DEFAULT 'local';
        ALTER TABLE job ADD COLUMN priority INTEGER NOT NULL DEFAULT 1;
        ALTER TABLE job ADD COLUMN turn INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE job ADD COLUMN due_at INTEGER;
        ALTER TABLE job ADD COLUMN webhook_at INTEGER;
        ALTER TABLE job ADD COLUMN idempotency_key TEXT;
        ALTER TABLE job ADD COLUMN updated_at INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE job ADD COLUMN video_bytes INTEGER;
        ALTER TABLE job ADD COLUMN lease_owner TEXT;

        UPDATE job SET
            due_at = CASE is_final WHEN 0 THEN 0 END,
            video_bytes = document ->> '$.result.bytes',
            lease_owner = document ->> '$.lease.owner',
            document = json_set(
                document, '$.provider', 'local', '$.priority', 'normal', '$.eventNumber', 1, '$.round', 1,
                '$.revisits', 0,
                '$.attempts', (
                    SELECT json_group_array(json_set(attempt.value, '$.round', 1))
                    FROM json_each(job.document, '$.attempts') AS attempt));

        DROP INDEX job_open;
        ALTER TABLE job DROP COLUMN is_final;
        CREATE INDEX job_line ON job (provider, priority DESC, turn, id) WHERE due_at IS NOT NULL;
        CREATE INDEX job_turns ON job (workspace, priority, turn) WHERE due_at IS NOT NULL;
        CREATE INDEX job_leases ON job (provider, lease_expires_at) WHERE lease_expires_at IS NOT NULL;
        CREATE INDEX job_webhooks ON job (webhook_at) WHERE webhook_at IS NOT NULL;
        CREATE UNIQUE INDEX job_keys ON job (workspace, idempotency_key) WHERE idempotency_key IS NOT NULL;
        CREATE INDEX job_changes ON job (updated_at);
        CREATE INDEX job_queued ON job (id) WHERE state = 'queued';
        CREATE INDEX job_succeeded ON job (provider, id) WHERE state = 'succeeded';
        CREATE INDEX job_videos ON job (id, video_bytes) WHERE video_bytes IS NOT NULL;

        CREATE TABLE job_turn (priority INTEGER PRIMARY KEY, turn INTEGER NOT NULL) STRICT;

        CREATE TABLE job_event (
            job TEXT NOT NULL REFERENCES job (id),
            number INTEGER NOT NULL,
            document TEXT NOT NULL,
            PRIMARY KEY (job, number)
        ) STRICT, WITHOUT ROWID;
        """
}
