import Domain

/// A job as it stands in its collection: the whole of it, with what decides whose turn it is beside.
struct JobRecord: Sendable {
    let job: VideoJob
    /// The place in the line of its workspace.
    var turn: Int
    /// The greatest token that was ever given out for it.
    private let lastToken: Int
    /// The newest event that is kept.
    private let lastEvent: Int

    /// A new job.
    init(_ job: VideoJob, turn: Int) {
        self.job = job
        self.turn = turn
        lastToken = job.lease?.token ?? 0
        lastEvent = 0
    }

    init(_ document: BSONDocument) throws(StoreError) {
        job = try BSONDecoder.decode(VideoJob.self, from: document)
        guard let turn = document["turn"]?.int, let token = document["lastToken"]?.int,
            let event = document["lastEvent"]?.int
        else { throw .damaged("job \(job.id) has no place in the line") }
        (self.turn, lastToken, lastEvent) = (turn, token, event)
    }

    private init(_ job: VideoJob, after old: Self) {
        self.job = job
        turn = old.turn
        lastToken = max(old.lastToken, job.lease?.token ?? 0)
        lastEvent = max(old.lastEvent, old.job.eventNumber)
    }

    /// The same record with a changed job; the last token never goes back.
    func changed(to job: VideoJob) -> Self { Self(job, after: self) }

    /// The record with a new lease.
    func leased(to owner: String, until end: Timestamp) -> Self {
        var job = job
        job.lease = VideoJob.Lease(owner: owner, token: lastToken + 1, expiresAt: end)
        return Self(job, after: self)
    }

    func document() throws(StoreError) -> BSONDocument {
        var elements: [(String, BSON)] = [
            ("precedence", BSON(Self.precedence(of: job))), ("turn", BSON(turn)),
            ("lastToken", BSON(lastToken)),
            ("lastEvent", BSON(max(lastEvent, job.eventNumber))),
        ]
        if let due = job.dueAt { elements.append(("dueAt", .date(due))) }
        if let next = job.webhook?.nextAttemptAt { elements.append(("webhookAt", .date(next))) }
        if let bytes = job.result?.bytes { elements.append(("videoBytes", BSON(bytes))) }
        return try BSONEncoder.encode(job).with(BSONDocument(elements))
    }

    /// The job as its newest event, when that is a new one.
    ///
    /// What is asked for never changes, and stands only in the job.
    func event() throws(StoreError) -> BSONDocument? {
        guard job.eventNumber > lastEvent else { return nil }
        var free = job
        free.lease = nil
        let id = Self.eventID(job.eventNumber, of: job.id)
        return BSONDocument([("_id", .document(id))])
            .with(try BSONEncoder.encode(free).without(["_id", "request"]))
    }

    /// Reads an event of a job.
    static func event(_ document: BSONDocument, of job: VideoJob) throws(StoreError) -> VideoJob {
        let asked: BSONDocument = [
            "_id": BSON(job.id), "request": .document(try BSONEncoder.encode(job.request)),
        ]
        return try BSONDecoder.decode(VideoJob.self, from: asked.with(document.without(["_id"])))
    }

    static func eventID(_ number: Int, of job: VideoJob.ID) -> BSONDocument {
        ["job": BSON(job), "number": BSON(number)]
    }

    /// Numbers that `_id` of a job's events has.
    static func allEvents(of job: VideoJob.ID, after number: Int = 0) -> BSON {
        ["$gt": .document(eventID(number, of: job)), "$lte": .document(eventID(.max, of: job))]
    }

    /// Smaller comes first.
    static func precedence(of job: VideoJob) -> Int { -job.priority.rank }
}

extension MongoConnection {
    /// - Throws: `StoreError.Code.notFound`.
    borrowing func jobRecord(_ id: VideoJob.ID, in workspace: Workspace) throws(StoreError) -> JobRecord {
        let filter: BSONDocument = ["_id": BSON(id), "workspace": BSON(workspace)]
        guard let found = try find(Collection.jobs, filter, limit: 1).first else {
            throw StoreError(.notFound, "There is no video job \(id)")
        }
        return try JobRecord(found)
    }

    /// Replaces a job, as part of a transaction that has read it.
    borrowing func replace(_ record: JobRecord) throws(StoreError) {
        let document = try record.document()
        _ = try findAndModify(Collection.jobs, ["_id": BSON(record.job.id)], update: .document(document))
        if let event = try record.event() { try write([.insert(event)], to: Collection.jobEvents) }
    }

    /// The turn after the workspace's last one that waits, or the one that the line has come to.
    ///
    /// Two that ask at the same time are told apart: one of their transactions starts over.
    borrowing func lastTurn(of job: VideoJob) throws(StoreError) -> Int {
        let precedence = BSON(JobRecord.precedence(of: job))
        try write(
            [
                .update(
                    ["_id": ["workspace": BSON(job.workspace), "precedence": precedence]],
                    ["$inc": ["count": 1]], upsert: true)
            ], to: Collection.lines)
        let line = try find(Collection.lines, ["_id": precedence], limit: 1).first
        let waiting = try find(
            Collection.jobs,
            [
                "workspace": BSON(job.workspace), "precedence": precedence, "dueAt": ["$exists": true],
                "_id": ["$ne": BSON(job.id)],
            ], sort: ["turn": -1], limit: 1, projection: ["turn": 1]
        ).first
        return max(line?["turn"]?.int ?? 0, 1 + (waiting?["turn"]?.int ?? -1))
    }
}
