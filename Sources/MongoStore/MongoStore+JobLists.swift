package import Domain

extension MongoStore {
    package func events(of id: VideoJob.ID, in workspace: Workspace, after number: Int)
        async throws(StoreError) -> [VideoJob]
    {
        try await run { (connection) throws(StoreError) in
            let job = try connection.jobRecord(id, in: workspace).job
            let range = JobRecord.allEvents(of: id, after: number)
            var events: [VideoJob] = []
            for document in try connection.find(Collection.jobEvents, ["_id": range], sort: ["_id": 1]) {
                events.append(try JobRecord.event(document, of: job))
            }
            return events
        }
    }

    package func changes(since moment: Timestamp, limit: Int) async throws(StoreError) -> [VideoJob] {
        try await jobs(["updatedAt": ["$gte": .date(moment)]], ["updatedAt": 1, "_id": 1], limit)
    }

    package func succeeded(by provider: String, limit: Int) async throws(StoreError) -> [VideoJob] {
        let state = BSON.string(VideoJob.State.succeeded.rawValue)
        return try await jobs(["provider": .string(provider), "state": state], ["_id": -1], limit)
    }

    package func withVideos(limit: Int) async throws(StoreError) -> [VideoJob] {
        try await jobs(["videoBytes": ["$exists": true]], ["_id": 1], limit)
    }

    package func removeJobs(of prompt: Prompt.ID, in workspace: Workspace) async throws(StoreError)
        -> [VideoJob]
    {
        let filter: BSONDocument = ["workspace": BSON(workspace), "prompt": BSON(prompt)]
        return try await run(.write) { (connection) throws(StoreError) in
            try connection.transaction { () throws(StoreError) in
                let found = try connection.find(Collection.jobs, filter, sort: ["_id": 1])
                let jobs = try Records.values(VideoJob.self, found)
                guard !jobs.isEmpty else { return [] }
                try connection.write(
                    jobs.map { .deleteAll(["_id": JobRecord.allEvents(of: $0.id)]) }, to: Collection.jobEvents
                )
                try connection.write(jobs.map { .delete(["_id": BSON($0.id)]) }, to: Collection.jobs)
                return jobs
            }
        }
    }

    private func jobs(_ filter: BSONDocument, _ order: BSONDocument, _ limit: Int) async throws(StoreError)
        -> [VideoJob]
    {
        guard let limit = Page.limit(limit) else { return [] }
        return try await values(VideoJob.self, in: Collection.jobs, filter, sort: order, limit: limit)
    }

    package func counts() async throws(StoreError) -> [VideoJob.State: Int] {
        try await run { (connection) throws(StoreError) in try connection.jobCounts() }
    }

    package func load() async throws(StoreError) -> JobLoad {
        try await run { (connection) throws(StoreError) in
            var load = JobLoad()
            for (state, count) in try connection.jobCounts() where !state.isFinal {
                if state == .queued { load.waiting = count } else { load.underWay += count }
            }
            let queued = BSON.string(VideoJob.State.queued.rawValue)
            // Identifiers sort by time, so the least is the oldest.
            let oldest = try connection.find(
                Collection.jobs, ["state": queued], sort: ["_id": 1], limit: 1, from: .nearby)
            load.oldest = try oldest.first.map { (document) throws(StoreError) in
                try BSONDecoder.decode(VideoJob.self, from: document).createdAt
            }
            let sums: [BSON] = [
                ["$match": ["videoBytes": ["$exists": true]]],
                ["$group": ["_id": .null, "bytes": ["$sum": "$videoBytes"]]],
            ]
            let sum = try connection.aggregate(Collection.jobs, sums, from: .nearby).first
            load.videoBytes = sum?["bytes"]?.int ?? 0
            return load
        }
    }
}

extension MongoConnection {
    fileprivate borrowing func jobCounts() throws(StoreError) -> [VideoJob.State: Int] {
        var counts: [VideoJob.State: Int] = [:]
        let groups: [BSON] = [["$group": ["_id": "$state", "count": ["$sum": 1]]]]
        for group in try aggregate(Collection.jobs, groups, from: .nearby) {
            guard let name = group["_id"]?.string, let state = VideoJob.State(rawValue: name) else {
                throw .damaged("a job has an unknown state")
            }
            counts[state] = group["count"]?.int
        }
        return counts
    }
}
