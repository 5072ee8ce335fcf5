package import Domain

extension MongoStore: JobStore {
    package func enqueue(_ job: VideoJob) async throws(StoreError) {
        let document = try Records.job(job).with(["lastToken": BSON(job.lease?.token ?? 0)])
        _ = try await run { (connection) throws(StoreError) in
            try connection.write([.insert(document)], to: Collection.jobs)
        }
    }

    package func job(_ id: VideoJob.ID, in workspace: Workspace) async throws(StoreError) -> VideoJob {
        try await run { (connection) throws(StoreError) in try connection.job(id, in: workspace) }
    }

    package func jobs(in workspace: Workspace, of prompt: Prompt.ID?, before: VideoJob.ID?, limit: Int)
        async throws(StoreError) -> [VideoJob]
    {
        try await page(
            VideoJob.self, of: Collection.jobs, in: workspace, before: before, limit: limit,
            where: Records.ofPrompt(prompt))
    }

    package func claim(_ id: VideoJob.ID?, owner: String, at now: Timestamp, for duration: Duration)
        async throws(StoreError) -> VideoJob?
    {
        var filter: BSONDocument = [
            "open": true, "$or": [["lease": ["$exists": false]], ["lease.expiresAt": ["$lte": .date(now)]]],
        ]
        if let id { filter = filter.with(["_id": BSON(id)]) }
        let token: BSON = ["$add": ["$lastToken", 1]]
        // The owner's name is a word, whatever it looks like.
        let lease: BSON = [
            "owner": ["$literal": .string(owner)], "token": token,
            "expiresAt": .date(now.advanced(by: duration)),
        ]
        return try await run { [filter] (connection) throws(StoreError) in
            let claimed = try connection.findAndModify(
                Collection.jobs, filter, sort: ["_id": 1],
                update: [["$set": ["lastToken": token, "lease": lease]]])
            guard let claimed else { return nil }
            return try BSONDecoder.decode(VideoJob.self, from: claimed)
        }
    }

    package func save(_ job: VideoJob) async throws(StoreError) {
        let document = try Records.job(job)
        let mine: BSONDocument = ["_id": BSON(job.id), "workspace": BSON(job.workspace)]
        let held: BSONDocument =
            if let lease = job.lease { ["lease.token": BSON(lease.token)] } else {
                ["lease": ["$exists": false]]
            }
        // The last token never goes back.
        let token: BSON = ["lastToken": ["$max": ["$lastToken", BSON(job.lease?.token ?? 0)]]]
        let replacement: BSON = [
            ["$replaceWith": ["$mergeObjects": [["$literal": .document(document)], token]]]
        ]
        try await run { (connection) throws(StoreError) in
            let saved = try connection.findAndModify(
                Collection.jobs, mine.with(held), update: replacement)
            guard saved == nil else { return }
            let stored = try connection.job(job.id, in: job.workspace)
            throw StoreError(
                .conflict, "Somebody else has taken over job \(job.id)",
                detail: "stored token \(stored.lease.map { "\($0.token)" } ?? "none"), "
                    + "given \(job.lease.map { "\($0.token)" } ?? "none")")
        }
    }

    package func cancel(_ id: VideoJob.ID, in workspace: Workspace, at now: Timestamp)
        async throws(StoreError) -> VideoJob
    {
        let filter: BSONDocument = ["_id": BSON(id), "workspace": BSON(workspace), "open": true]
        let update: BSON = [
            "$set": ["state": .string(VideoJob.State.cancelled.rawValue), "updatedAt": .date(now)],
            "$unset": ["lease": "", "open": ""],
        ]
        return try await run { (connection) throws(StoreError) in
            let cancelled = try connection.findAndModify(Collection.jobs, filter, update: update)
            guard let cancelled else { return try connection.job(id, in: workspace) }
            return try BSONDecoder.decode(VideoJob.self, from: cancelled)
        }
    }

    package func counts() async throws(StoreError) -> [VideoJob.State: Int] {
        try await run { (connection) throws(StoreError) in
            var counts: [VideoJob.State: Int] = [:]
            let groups: [BSON] = [["$group": ["_id": "$state", "count": ["$sum": 1]]]]
            for group in try connection.aggregate(Collection.jobs, groups, from: .nearby) {
                guard let name = group["_id"]?.string, let state = VideoJob.State(rawValue: name) else {
                    throw .damaged("a job has an unknown state")
                }
                counts[state] = group["count"]?.int
            }
            return counts
        }
    }
}

extension MongoConnection {
    /// - Throws: `StoreError.Code.notFound`.
    fileprivate borrowing func job(_ id: VideoJob.ID, in workspace: Workspace) throws(StoreError) -> VideoJob
    {
        let filter: BSONDocument = ["_id": BSON(id), "workspace": BSON(workspace)]
        guard let found = try find(Collection.jobs, filter, limit: 1).first else {
            throw StoreError(.notFound, "There is no video job \(id)")
        }
        return try BSONDecoder.decode(VideoJob.self, from: found)
    }
}
