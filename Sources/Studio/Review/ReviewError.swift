package import Domain

/// What the rules of review do not allow; nothing was changed.
package enum ReviewError: Error, Sendable, Hashable {
    /// The review takes nothing more.
    case closed(Review.ID)
    /// An author of a revision in the range cannot approve it.
    case approvingOwn(reviewer: String)
    /// The words that were to be commented are not in the newest revision of the branch any more.
    case spanGone(quote: String)
    /// The label's rule asks for more approvals than the revision has.
    case notApproved(label: ReferenceName, required: Int, found: Int)
    /// Somebody asked for changes or rejected the revision.
    case contested(label: ReferenceName, by: [String])
}
