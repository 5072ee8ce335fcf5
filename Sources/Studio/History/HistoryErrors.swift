package import Diffing
package import Domain

/// Somebody else saved meanwhile; nothing was overwritten, and the merge of both edits is ready.
package struct EditConflict: Error, Sendable, Hashable {
    /// Where the branch stands now.
    package let head: Revision
    /// The revision that was edited.
    package let base: Revision
    /// The head as ours, the edit as theirs.
    package let merge: ConfigurationMerge
}

/// Two revisions changed the same words or fields; nothing was saved.
package struct MergeConflict: Error, Sendable, Hashable {
    package let base: Revision
    package let ours: Revision
    package let theirs: Revision
    package let merge: ConfigurationMerge
}

/// An edit does not fit another prompt; nothing was saved.
package struct ReplayRefused: Error, Sendable, Hashable {
    /// The edit's operations on the text, and what became of each.
    package let operations: [Diff.Operation]
    package let outcomes: [Replay.Outcome]
    /// Fields that hold something else than the edit was made for.
    package let fields: [FieldChange]
}
