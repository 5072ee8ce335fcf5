package import Domain
import FoundationEssentials

/// Where the pictures are kept that videos start from and end with.
package protocol PictureSource: Sendable {
    /// - Throws: `invalidRequest` when there is no such picture any more.
    func picture(_ name: VideoPictures.Name) async throws(ProviderError) -> KeptPicture
}

/// A picture that was checked and encoded anew when it came in.
package struct KeptPicture: Sendable, Hashable {
    package let name: VideoPictures.Name
    /// `image/jpeg` or `image/png`.
    package let type: String
    package let bytes: [UInt8]

    package init(name: VideoPictures.Name, type: String, bytes: [UInt8]) {
        (self.name, self.type, self.bytes) = (name, type, bytes)
    }

    var base64: String { Data(bytes).base64EncodedString() }

    /// The picture as a URL that holds it (RFC 2397).
    var dataURL: String { "data:\(type);base64,\(base64)" }
}
