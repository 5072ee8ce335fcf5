package import Domain

extension Studio {
    /// Keeps a picture that a video can start from or end with.
    ///
    /// - Throws: ``ProviderError``, with `invalidRequest` for what is no picture that is read.
    package func keepPicture(_ bytes: [UInt8]) async throws -> VideoPictures.Name {
        try await pictureKeeper().keep(bytes)
    }

    /// Fetches a picture from the public network and keeps it.
    ///
    /// - Throws: As ``keepPicture(_:)``.
    package func fetchPicture(_ url: String) async throws -> VideoPictures.Name {
        try await pictureKeeper().fetch(url)
    }

    /// - Throws: ``InputError`` naming the picture that is not there.
    func check(_ pictures: VideoPictures) async throws {
        for (field, name) in [("start-image", pictures.start), ("end-image", pictures.end)] {
            guard let name else { continue }
            guard await parts.video.pictures?.has(name) == true else {
                throw InputError(
                    field: field, code: .unknownValue, expected: "a name that POST /v1/pictures gave")
            }
        }
    }

    private func pictureKeeper() throws(InputError) -> any PictureKeeper {
        guard let keeper = parts.video.pictures else {
            throw InputError(field: "picture", code: .unknownValue, expected: "nothing: no pictures are kept")
        }
        return keeper
    }
}
