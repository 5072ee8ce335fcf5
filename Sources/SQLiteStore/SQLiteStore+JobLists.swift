package import Domain

extension SQLiteStore {
    package func events(of id: VideoJob.ID, in workspace: Workspace, after number: Int)
        async throws(StoreError) -> [VideoJob]
    {
        try await reader.read { (connection) throws(StoreError) in
            try JobRecord.events(of: id, in: workspace, after: number, on: connection)
        }
    }

    package func changes(since moment: Timestamp, limit: Int) async throws(StoreError) -> [VideoJob] {
        try await jobs(
            "WHERE updated_at >= ?2 ORDER BY updated_at, id LIMIT ?1", limit, SQLiteValue(moment))
    }

    package func succeeded(by provider: String, limit: Int) async throws(StoreError) -> [VideoJob] {
        try await jobs(
            "WHERE state = 'succeeded' AND provider = ?2 ORDER BY id DESC LIMIT ?1", limit, .text(provider))
    }

    package func withVideos(limit: Int) async throws(StoreError) -> [VideoJob] {
        try await jobs("WHERE video_bytes IS NOT NULL ORDER BY id LIMIT ?1", limit)
    }

    package func removeJobs(of prompt: Prompt.ID, in workspace: Workspace) async throws(StoreError)
        -> [VideoJob]
    {
        try await writer.write { (connection) throws(StoreError) in
            let arguments = [SQLiteValue(workspace), SQLiteValue(prompt)]
            let named = "WHERE workspace = ?1 AND prompt = ?2"
            let jobs = try JobRecord.jobs("\(named) ORDER BY id", arguments, on: connection)
            try connection.run(
                "DELETE FROM job_event WHERE job IN (SELECT id FROM job \(named))", arguments)
            try connection.run("DELETE FROM job \(named)", arguments)
            return jobs
        }
    }

    private func jobs(_ clause: String, _ limit: Int, _ arguments: SQLiteValue...) async throws(StoreError)
        -> [VideoJob]
    {
        try await reader.read { (connection) throws(StoreError) in
            try JobRecord.jobs(clause, [.page(limit)] + arguments, on: connection)
        }
    }

    package func counts() async throws(StoreError) -> [VideoJob.State: Int] {
        try await reader.read { (connection) throws(StoreError) in try connection.jobCounts() }
    }

    package func load() async throws(StoreError) -> JobLoad {
        try await reader.read { (connection) throws(StoreError) in
            var load = JobLoad()
            for (state, count) in try connection.jobCounts() where !state.isFinal {
                if state == .queued { load.waiting = count } else { load.underWay += count }
            }
            // Identifiers sort by time, so the least is the oldest.
            load.oldest = try JobRecord.jobs(
                "WHERE id = (SELECT min(id) FROM job WHERE state = 'queued')", [], on: connection
            ).first?.createdAt
            load.videoBytes = try connection.number(
                "SELECT coalesce(sum(video_bytes), 0) FROM job WHERE video_bytes IS NOT NULL")
            return load
        }
    }
}

extension SQLiteConnection {
    fileprivate borrowing func jobCounts() throws(StoreError) -> [VideoJob.State: Int] {
        var counts: [VideoJob.State: Int] = [:]
        try run("SELECT state, count(*) FROM job GROUP BY state") { (row) throws(StoreError) in
            let name = try row.text(0)
            guard let state = VideoJob.State(rawValue: name) else {
                throw .damaged("\(name) is no state of a job")
            }
            counts[state] = row.integer(1)
        }
        return counts
    }
}
