/// Where finished videos lie.
package protocol VideoShelf: Sendable {
    /// Returns names that nothing uses yet, beside the place where the files will lie.
    ///
    /// - Throws: ``ProviderError/Code/storage`` when there is not enough room for a video of this format.
    func reserve(for job: VideoJob.ID, format: VideoFormat) async throws(ProviderError) -> DownloadTarget

    /// Checks what was downloaded, makes it durable and moves it to its place.
    ///
    /// - Throws: ``ProviderError/Code/downloadFailed`` when it is no WebM file or is empty;
    ///   ``ProviderError/Code/storage`` when it cannot be kept.
    func keep(_ target: DownloadTarget, of job: VideoJob.ID, isSubstitute: Bool) async throws(ProviderError)
        -> VideoFile

    /// Removes what a reservation may have left behind.
    func discard(_ target: DownloadTarget) async

    /// Removes a kept video and its thumbnail; what is not there is fine.
    func remove(_ file: VideoFile) async

    /// The path of a kept file on this machine.
    func path(of name: String) -> String
}
