/// The places on a job's way at which a process can die and another one has to find its way.
package enum JobStep: String, Sendable, Hashable, CaseIterable {
    /// It has the lease.
    case claimed
    /// The intent is stored; the provider has not been called.
    case intended
    /// The provider accepted; its handle is not stored.
    case accepted
    /// The handle is stored.
    case submitted
    /// The provider has the video; nothing has been fetched.
    case made
    /// The video is fetched; it is not on the shelf.
    case fetched
    /// It is on the shelf; the job does not say so.
    case kept
    /// The job is stored as ended.
    case ended
    /// Every attempt failed; no substitute is there yet.
    case substituting
    /// The webhook was told; the job does not say so.
    case told
}
