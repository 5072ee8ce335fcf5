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
            Collection.jobs, "due", ["provider", "precedence", "turn", "_id"], onlyWith: "dueAt",
            "the job whose turn it is; a job that is done leaves the index"),
        MongoIndex(
            Collection.jobs, "line", ["workspace", "precedence", "turn"], onlyWith: "dueAt",
            "the end of a workspace's line"),
        MongoIndex(
            Collection.jobs, "held", ["provider", "lease.expiresAt"], onlyWith: "lease",
            "how many jobs of a provider are held"),
        MongoIndex(
            Collection.jobs, "to_tell", ["webhookAt"], onlyWith: "webhookAt", "webhooks that are due"),
        MongoIndex(
            Collection.jobs, "by_key", ["workspace", "idempotencyKey"], onlyWith: "idempotencyKey",
            isUnique: true, "asking twice makes one job"),
        MongoIndex(Collection.jobs, "by_change", ["updatedAt", "_id"], "jobs that changed since a moment"),
        MongoIndex(
            Collection.jobs, "by_outcome", ["provider", "state", "_id"], "videos that a provider made"),
        MongoIndex(
            Collection.jobs, "with_video", ["_id", "videoBytes"], onlyWith: "videoBytes",
            "the oldest videos, and the bytes of all"),
        MongoIndex(
            Collection.jobs, "by_state", ["state", "_id"],
            "how many jobs are in each state, and the oldest that waits"),
    ]

    /// Words, marks and the trash.
    static let findAndLife: [MongoIndex] = [
        MongoIndex(
            Collection.prompts, "by_word", ["workspace", "words.all", "_id"],
            "prompts by a word of idea or text, the newest first"),
        MongoIndex(
            Collection.prompts, "by_version_of_words", ["words.version", "_id"],
            "prompts whose words were made another way"),
        MongoIndex(Collection.prompts, "by_tag", ["workspace", "marks.tags", "_id"], "prompts by a tag"),
        MongoIndex(
            Collection.prompts, "by_label", ["workspace", "labels.name", "_id"], "prompts by a label"),
        MongoIndex(Collection.prompts, "by_author", ["workspace", "authors", "_id"], "prompts by an author"),
        MongoIndex(
            Collection.prompts, "in_trash", ["workspace", "_id", "deletedAt"], onlyWith: "deletedAt",
            "the trash of a workspace"),
        MongoIndex(
            Collection.prompts, "by_deletion", ["deletedAt", "_id"], onlyWith: "deletedAt",
            "what has been in the trash for long"),
        MongoIndex(
            Collection.prompts, "untouched", ["isKept", "_id"], "old prompts that nobody marked"),
    ]

    /// Keys and sessions.
    static let access: [MongoIndex] = [
        MongoIndex(
            Collection.keys, "by_prefix", ["prefix"], isUnique: true, "no two keys begin alike"),
        MongoIndex(Collection.sessions, "by_end", ["endsAt"], "sessions that are over"),
    ]

    /// What goes with a prompt that is purged.
    static let purging: [MongoIndex] = [
        MongoIndex(Collection.feedback, "by_prompt", ["prompt"], "feedback on one prompt, which goes with it")
    ]
}
