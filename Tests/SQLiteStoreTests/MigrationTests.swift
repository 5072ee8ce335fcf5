import Domain
import Foundation
import TestSupport
import Testing

@testable import SQLiteStore

/// A file of the first release is opened by this one, and nothing of it is lost.
@Suite(.timeLimit(.minutes(5)))
struct MigrationTests {
    @Test func `a file of the first schema becomes one with branches and whole configurations`() async throws
    {
        let folder = try TemporaryFolder()
        let path = folder.file(SQLiteStore.fileName)
        var samples = HistorySamples(seed: 50)
        let (prompt, first) = try samples.prompt(text: "고양이 e\u{301}\u{0}")
        try Self.write(prompt, first, text: "second", to: path)

        let store = try SQLiteStore(path: path)
        let revisions = try await store.revisions(of: prompt.id, in: .standard)
        #expect(revisions.first == first)
        var second = first.configuration
        second.text = "second"
        #expect(revisions.last?.configuration == second)
        #expect(revisions.last?.branch == .main && revisions.last?.changes == [])
        #expect(try await store.branches(of: prompt.id, in: .standard).map(\.head) == [2])
        let stored = try await store.prompt(prompt.id, in: .standard)
        #expect(stored.head.number == 2 && stored.draft == prompt.draft && stored.idea == prompt.idea)
        let next = samples.revision(after: try #require(revisions.last))
        try await store.append(next, in: .standard)
        #expect(try await store.prompt(prompt.id, in: .standard).head.number == 3)
    }

    @Test func `a job of the first schema is queued as before, with its lease and attempts`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file(SQLiteStore.fileName)
        let id = try #require(VideoJob.ID("01JD8Z5W1Q0000000000000000"))
        do {
            let connection = try SQLiteConnection(path: path, busyTimeout: .zero)
            try connection.runScript(Self.firstSchema)
            try connection.runScript("PRAGMA application_id = 0x52505253; PRAGMA user_version = 1")
            try connection.run(
                "INSERT INTO job VALUES (?, 'default', ?, 'running', 0, 3, 3, 1795000015000, ?)",
                [SQLiteValue(id), SQLiteValue(id), .text(Self.firstJob)])
        }
        let store = try SQLiteStore(path: path)
        let job = try await store.job(id, in: .standard)
        #expect(job.provider == "local" && job.priority == .normal && job.round == 1)
        #expect(job.request.seed == UInt64.max && job.progress == 0.1 + 0.2)
        #expect(job.attempts.map(\.round) == [1] && job.attempts[0].failure == nil)
        #expect(
            job.lease
                == VideoJob.Lease(
                    owner: "old", token: 3, expiresAt: Timestamp(milliseconds: 1_795_000_015_000)))
        let later = Timestamp(milliseconds: 1_795_000_015_000)
        let claimed = try await store.claim(
            .rendering(by: "local"), owner: "new", at: later, for: .seconds(1))
        #expect(claimed?.lease?.token == 4)
    }

    /// A job as the first release wrote it.
    private static let firstJob = """
        {"id":"01JD8Z5W1Q0000000000000000","workspace":"default","prompt":"01JD8Z5W1Q0000000000000000",\
        "revision":1,"request":{"text":"a \\u0000","idea":"강아지","model":"local","seed":18446744073709551615,\
        "format":{"width":1280,"height":720,"framesPerSecond":24,"durationSeconds":10},\
        "overlay":{"showsCaptions":true,"showsProgress":true,"showsMark":true}},\
        "createdAt":"2026-11-18T10:26:40.000Z","updatedAt":"2026-11-18T10:26:40.000Z","state":"running",\
        "progress":0.30000000000000004,\
        "attempts":[{"provider":"local","startedAt":"2026-11-18T10:26:40.000Z"}],\
        "lease":{"owner":"old","token":3,"expiresAt":"2026-11-18T10:26:55.000Z"}}
        """

    @Test func `an entry of the audit trail is neither changed nor deleted`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file(SQLiteStore.fileName)
        let store = try SQLiteStore(path: path)
        var samples = HistorySamples(seed: 51)
        let (prompt, first) = try samples.prompt()
        try await store.create(prompt, first: first)
        let connection = try SQLiteConnection(path: path, busyTimeout: .seconds(1))
        for statement in ["UPDATE audit SET document = ''", "DELETE FROM audit"] {
            #expect(throws: StoreError.self) { try connection.runScript(statement) }
        }
        #expect(try connection.number("SELECT count(*) FROM audit") == 1)
    }

    /// Writes what the first release wrote.
    private static func write(_ prompt: Prompt, _ first: Revision, text: String, to path: String) throws {
        let connection = try SQLiteConnection(path: path, busyTimeout: .zero)
        try connection.runScript(firstSchema)
        try connection.runScript("PRAGMA application_id = 0x52505253; PRAGMA user_version = 1")
        try connection.run(
            "INSERT INTO prompt VALUES (?, ?, ?, ?, ?, 2)",
            [
                SQLiteValue(prompt.id), SQLiteValue(prompt.workspace),
                .text(try StoredDocument.encode(prompt.idea)), .text(try StoredDocument.encode(prompt.draft)),
                SQLiteValue(prompt.createdAt),
            ])
        for (number, text) in [(1, first.text), (2, text)] {
            try connection.run(
                "INSERT INTO revision VALUES (?, ?, ?, ?, NULL, ?, ?, NULL)",
                [
                    SQLiteValue(prompt.id), SQLiteValue(number), SQLiteValue(number == 1 ? nil : 1),
                    .text(first.author), SQLiteValue(first.savedAt), .text(text),
                ])
        }
    }

    private static let firstSchema = """
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
}
