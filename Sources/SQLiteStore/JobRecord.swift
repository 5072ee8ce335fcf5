import Domain

/// A job as it stands in its table: the whole of it as JSON, beside the columns that are searched.
struct JobRecord: Sendable {
    private let job: VideoJob
    private let document: String

    init(_ job: VideoJob) throws(StoreError) {
        self.job = job
        document = try StoredDocument.encode(job)
    }

    func insert(into connection: borrowing SQLiteConnection) throws(StoreError) {
        try connection.run(
            """
            INSERT INTO job (id, workspace, prompt, state, is_final, lease_token, lease_expires_at, document,
                video_at, last_token)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, coalesce(?6, 0))
            """, values)
    }

    /// Replaces the row of the same identifier; the last token never goes back.
    func update(on connection: borrowing SQLiteConnection) throws(StoreError) {
        try connection.run(
            """
            UPDATE job SET prompt = ?3, state = ?4, is_final = ?5, lease_token = ?6, lease_expires_at = ?7,
                document = ?8, video_at = ?9, last_token = max(last_token, coalesce(?6, 0))
            WHERE id = ?1 AND workspace = ?2
            """, values)
    }

    private var values: [SQLiteValue] {
        [
            SQLiteValue(job.id), SQLiteValue(job.workspace), SQLiteValue(job.prompt),
            .text(job.state.rawValue), .integer(job.state.isFinal ? 1 : 0), SQLiteValue(job.lease?.token),
            SQLiteValue(job.lease?.expiresAt), .text(document), SQLiteValue(videoSince),
        ]
    }

    /// Since when the job has had its video; nil without one.
    private var videoSince: Timestamp? {
        job.result != nil && job.videoRemovedAt == nil ? job.updatedAt : nil
    }

    /// Returns one job.
    ///
    /// - Throws: `StoreError.Code.notFound`.
    static func job(
        _ id: VideoJob.ID, in workspace: Workspace, on connection: borrowing SQLiteConnection
    ) throws(StoreError) -> VideoJob {
        let found = try jobs(
            "WHERE id = ?1 AND workspace = ?2", [SQLiteValue(id), SQLiteValue(workspace)], on: connection)
        guard let job = found.first else { throw StoreError(.notFound, "There is no video job \(id)") }
        return job
    }

    /// Returns the jobs that a clause, of a closed set, selects.
    static func jobs(
        _ clause: String, _ arguments: [SQLiteValue], on connection: borrowing SQLiteConnection
    ) throws(StoreError) -> [VideoJob] {
        var jobs: [VideoJob] = []
        try connection.run("SELECT document FROM job " + clause, arguments) { (row) throws(StoreError) in
            jobs.append(try StoredDocument.decode(VideoJob.self, from: row.text(0)))
        }
        return jobs
    }

    /// The greatest token that was ever given out for a job; 0 before the first.
    static func lastToken(of id: VideoJob.ID, on connection: borrowing SQLiteConnection) throws(StoreError)
        -> Int
    {
        var token = 0
        try connection.run("SELECT last_token FROM job WHERE id = ?", [SQLiteValue(id)]) {
            (row) throws(StoreError) in token = row.integer(0)
        }
        return token
    }
}
