extension MongoSchema {
    /// Prompts, revisions, edits, reviews, labels, the audit trail and jobs.
    static let historyAndJobs: [MongoIndex] = [
        MongoIndex(
            Collection.prompts, "by_workspace", ["workspace", "_id"],
            "pages of a workspace, the newest first"),
        MongoIndex(
            Collection.edits, "by_workspace", ["workspace", "_id"], "edits of a workspace by time"),
        MongoIndex(Collection.edits, "by_prompt", ["prompt", "_id"], "edits of one prompt, and taking back"),
        MongoIndex(
            Collection.edits, "by_slot", ["workspace", "slot", "kind", "_id"],
            "edits of a slot, such as every change of the light"),
        MongoIndex(Collection.edits, "by_author", ["workspace", "author", "_id"], "edits of one person"),
        MongoIndex(
            Collection.edits, "by_old_term", ["workspace", "oldTerms", "_id"], "edits by what they took out"),
        MongoIndex(
            Collection.edits, "by_new_term", ["workspace", "newTerms", "_id"], "edits by what they put in"),
        MongoIndex(
            Collection.edits, "taken_back", ["workspace", "_id", "revertedBy"], onlyWith: "revertedBy",
            "edits that were taken back, which are few"),
        MongoIndex(
            Collection.reviews, "by_workspace", ["workspace", "_id"], "reviews of a workspace by time"),
        MongoIndex(
            Collection.reviews, "by_revision", ["prompt", "last", "_id"],
            "reviews of a prompt, and the approvals of one revision"),
        MongoIndex(Collection.rules, "by_workspace", ["workspace", "label"], "the rules of a workspace"),
        MongoIndex(
            Collection.audit, "by_workspace", ["workspace", "_id"], "the trail of a workspace by time"),
        MongoIndex(
            Collection.audit, "by_prompt", ["prompt", "_id"], onlyWith: "prompt", "the trail of one prompt"),
        MongoIndex(Collection.jobs, "by_workspace", ["workspace", "_id"], "jobs of a workspace by time"),
        MongoIndex(Collection.jobs, "by_prompt", ["prompt", "_id"], "videos of one prompt"),
        MongoIndex(
            Collection.jobs, "open", ["open", "_id"], onlyWith: "open",
            "the oldest job that waits; a job that is final leaves the index"),
        MongoIndex(Collection.jobs, "by_state", ["state"], "how many jobs are in each state"),
    ]
}
