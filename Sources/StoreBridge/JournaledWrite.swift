package import Domain

/// A write that was acknowledged while the store was away, as the journal keeps it.
package enum JournaledWrite: Sendable, Hashable, Codable {
    case createPrompt(Prompt, first: Revision, words: PromptWords, entry: AuditEntry)
    case append(
        Revision, words: PromptWords?, edits: [Edit], reverting: [Edit.ID], entry: AuditEntry,
        workspace: Workspace)
    case mark(Prompt.ID, change: MarksChange, entry: AuditEntry?, workspace: Workspace)
    case createBranch(Branch, prompt: Prompt.ID, entry: AuditEntry, workspace: Workspace)
    case createReview(Review, entry: AuditEntry)
    case saveReview(Review, entry: AuditEntry)
    case moveLabel(Label, entry: AuditEntry, workspace: Workspace)
    case setRule(LabelRule, entry: AuditEntry, workspace: Workspace)
    case enqueue(VideoJob)
    case saveJob(VideoJob)
    case cancelJob(VideoJob.ID, workspace: Workspace, at: Timestamp)
    case retryJob(VideoJob.ID, workspace: Workspace, at: Timestamp)

    /// The entry of the audit trail that is written with it, which tells later whether it was.
    var entry: AuditEntry? {
        switch self {
        case .createPrompt(_, _, _, let entry), .append(_, _, _, _, let entry, _),
            .createBranch(_, _, let entry, _), .createReview(_, let entry), .saveReview(_, let entry),
            .moveLabel(_, let entry, _), .setRule(_, let entry, _):
            entry
        case .mark(_, _, let entry, _): entry
        case .enqueue, .saveJob, .cancelJob, .retryJob: nil
        }
    }
}
