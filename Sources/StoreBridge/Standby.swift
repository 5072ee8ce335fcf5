import Domain
import Synchronization

/// What is at hand while the store is away: what this process read and wrote last.
final class Standby: Sendable {
    struct Records: Sendable {
        var prompts: RecentRecords<Prompt.ID, KnownPrompt>
        var reviews: RecentRecords<Review.ID, Review>
        var jobs: RecentRecords<VideoJob.ID, VideoJob>
        var rules: RecentRecords<Workspace, [LabelRule]>
        var entries: RecentRecords<AuditEntry.ID, AuditEntry>
    }

    private let records: Mutex<Records>

    init(atMost count: Int) {
        records = Mutex(
            Records(
                prompts: RecentRecords(atMost: count), reviews: RecentRecords(atMost: count),
                jobs: RecentRecords(atMost: count), rules: RecentRecords(atMost: count),
                entries: RecentRecords(atMost: count)))
    }

    func read<Value: Sendable>(_ body: (Records) -> Value) -> Value { records.withLock { body($0) } }

    /// Changes what is known of a prompt.
    func learn(_ id: Prompt.ID, _ body: (inout KnownPrompt) -> Void) {
        records.withLock {
            var known = $0.prompts[id] ?? KnownPrompt()
            body(&known)
            $0.prompts[id] = known
        }
    }

    /// Forgets a prompt with its reviews, jobs and entries.
    func forget(_ id: Prompt.ID) {
        learn { records in
            records.prompts[id] = nil
            for review in records.reviews.values where review.prompt == id {
                records.reviews[review.id] = nil
            }
            for job in records.jobs.values where job.prompt == id { records.jobs[job.id] = nil }
            for entry in records.entries.values where entry.prompt == id { records.entries[entry.id] = nil }
        }
    }

    func learn(_ body: (inout Records) -> Void) { records.withLock { body(&$0) } }
}

/// What is known of one prompt.
struct KnownPrompt: Sendable {
    var prompt: Prompt?
    var revisions: [Int: Revision] = [:]
    /// nil until somebody read all of them.
    var branches: [Branch]?
    var labels: [Label]?
    /// Whether every revision is in ``revisions``.
    var isWhole = false

    /// The newest revision of all branches, as far as is known.
    var newest: Int {
        max(revisions.keys.max() ?? 0, prompt?.head.number ?? 0, branches?.map(\.head).max() ?? 0)
    }

    /// The head of a branch; nil when there is none, or none is known.
    func head(of branch: ReferenceName) -> Int? {
        if let branches { return branches.first { $0.name == branch }?.head }
        return branch == .main ? prompt?.head.number : nil
    }
}
