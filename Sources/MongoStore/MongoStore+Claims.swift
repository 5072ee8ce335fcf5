package import Domain

extension MongoStore {
    package func claim(_ work: JobWork, owner: String, at now: Timestamp, for duration: Duration)
        async throws(StoreError) -> VideoJob?
    {
        let end = now.advanced(by: duration)
        return try await run(.write) { (connection) throws(StoreError) in
            try connection.transaction { () throws(StoreError) in
                if case .rendering(let provider, let most?) = work,
                    try connection.liveLeases(of: provider, at: now) >= most
                {
                    return nil
                }
                guard let record = try connection.next(work, at: now) else { return nil }
                let leased = record.leased(to: owner, until: end)
                try connection.replace(leased)
                if case .rendering = work { try connection.moveLine(to: leased) }
                return leased.job
            }
        }
    }
}

extension MongoConnection {
    /// How many jobs of a provider are held.
    ///
    /// The line of the provider is touched first, so that of two who count at the same time one counts
    /// again.
    fileprivate borrowing func liveLeases(of provider: String, at now: Timestamp) throws(StoreError) -> Int {
        try write(
            [.update(["_id": ["provider": .string(provider)]], ["$inc": ["count": 1]], upsert: true)],
            to: Collection.lines)
        return try find(
            Collection.jobs, ["provider": .string(provider), "lease.expiresAt": ["$gt": .date(now)]],
            projection: ["_id": 1]
        ).count
    }

    /// The job whose turn it is, of those without a live lease.
    fileprivate borrowing func next(_ work: JobWork, at now: Timestamp) throws(StoreError) -> JobRecord? {
        let isFree: BSONDocument = [
            "$or": [["lease": ["$exists": false]], ["lease.expiresAt": ["$lte": .date(now)]]]
        ]
        let found = try find(
            Collection.jobs, isFree.with(work.filter(at: now)), sort: work.order, limit: 1)
        return try found.first.map { (document) throws(StoreError) in try JobRecord(document) }
    }

    /// The line of a priority has come to the turn of a job that was given out.
    fileprivate borrowing func moveLine(to record: JobRecord) throws(StoreError) {
        try write(
            [
                .update(
                    ["_id": BSON(JobRecord.precedence(of: record.job))],
                    ["$max": ["turn": BSON(record.turn)]], upsert: true)
            ], to: Collection.lines)
    }
}

extension JobWork {
    fileprivate func filter(at now: Timestamp) -> BSONDocument {
        switch self {
        case .rendering(let provider, _): ["provider": .string(provider), "dueAt": ["$lte": .date(now)]]
        case .job(let id): ["_id": BSON(id), "dueAt": ["$exists": true]]
        case .telling: ["webhookAt": ["$lte": .date(now)]]
        }
    }

    /// Which of them comes first.
    fileprivate var order: BSONDocument {
        switch self {
        case .rendering: ["precedence": 1, "turn": 1, "_id": 1]
        case .job: ["_id": 1]
        case .telling: ["webhookAt": 1]
        }
    }
}
