/// Takes pictures that videos start from and end with.
package protocol PictureKeeper: Sendable {
    /// Checks a picture, writes it anew and keeps it.
    ///
    /// - Returns: Its name, the same for the same picture.
    /// - Throws: ``ProviderError/Code/invalidRequest`` for what is no picture that is read.
    func keep(_ bytes: [UInt8]) async throws(ProviderError) -> VideoPictures.Name

    /// Fetches a picture from the public network and keeps it.
    ///
    /// - Throws: ``ProviderError/Code/invalidRequest`` when the address or what is there does not do.
    func fetch(_ url: String) async throws(ProviderError) -> VideoPictures.Name

    func has(_ name: VideoPictures.Name) async -> Bool
}
