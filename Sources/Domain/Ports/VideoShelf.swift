/// Where finished videos lie.
package protocol VideoShelf: Sendable {
    /// Returns names that nothing uses yet, beside the place where the files will lie.
    ///
    /// - Throws: ``ProviderError/Code/storage`` when there is not enough room for a video of this format.
    func reserve(for job: VideoJob.ID, format: VideoFormat) async throws(ProviderError) -> DownloadTarget

    /// Checks what was downloaded, makes it durable and moves it to its place.
    ///
    /// - Parameters:
    ///   - target: What ``reserve(for:format:)`` named.
    ///   - job: Whose video it is.
    ///   - isSubstitute: Whether it stands in for the video; it gets a name of its own then.
    ///   - seconds: How long the video has to be; nil takes any length.
    /// - Throws: ``ProviderError/Code/downloadFailed`` when it is no whole WebM file of that length;
    ///   ``ProviderError/Code/storage`` when it cannot be kept.
    func keep(
        _ target: DownloadTarget, of job: VideoJob.ID, isSubstitute: Bool, lasting seconds: Int?
    ) async throws(ProviderError) -> VideoFile

    /// Removes a kept video with its thumbnail; one that is not there is fine.
    func remove(_ file: VideoFile) async

    /// Removes what a reservation may have left behind.
    func discard(_ target: DownloadTarget) async

    /// The path of a kept file on this machine.
    func path(of name: String) -> String
}
