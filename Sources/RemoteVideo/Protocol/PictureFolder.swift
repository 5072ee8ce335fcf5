import BlockingExecutor
package import Domain
import FoundationEssentials
import Glibc
package import HTTPClient

/// Pictures as files of one folder, each under its digest.
package struct PictureFolder: PictureSource, PictureKeeper {
    /// Writes a picture anew: from a path to a path.
    package typealias Rewriting =
        @Sendable (_ picture: String, _ rewritten: String) async throws(ProviderError) -> Void

    private static let mostBytes = 32 << 20

    private let folder: String
    private let client: HTTPClient
    private let rewrite: Rewriting
    private let pool = BlockingPool(name: "pictures", threads: 1)

    /// - Parameters:
    ///   - folder: Where they lie.
    ///   - client: Who fetches those that are told by their address.
    ///   - rewrite: Decodes and encodes, away from this process.
    package init(_ folder: String, client: HTTPClient, rewrite: @escaping Rewriting) {
        (self.folder, self.client, self.rewrite) = (folder, client, rewrite)
    }

    package func picture(_ name: VideoPictures.Name) async throws(ProviderError) -> KeptPicture {
        guard Self.isName(name) else {
            throw ProviderError(.invalidRequest, "'\(name)' is no name of a picture")
        }
        let data = await pool.run { [folder] in FileManager.default.contents(atPath: "\(folder)/\(name)") }
        guard let data else {
            throw ProviderError(.invalidRequest, "The picture \(name) is not kept any more")
        }
        return KeptPicture(name: name, type: "image/jpeg", bytes: Array(data))
    }

    package func has(_ name: VideoPictures.Name) async -> Bool {
        guard Self.isName(name) else { return false }
        return await pool.run { [folder] in access("\(folder)/\(name)", R_OK) == 0 }
    }

    package func keep(_ bytes: [UInt8]) async throws(ProviderError) -> VideoPictures.Name {
        guard bytes.count <= Self.mostBytes else {
            throw ProviderError(
                .invalidRequest, "The picture has more than \(Self.mostBytes >> 20) MiB; make it smaller")
        }
        let part = "\(folder)/\(UUID().uuidString)"
        do throws(ProviderError) {
            try await pool.run { () throws(ProviderError) in
                guard FileManager.default.createFile(atPath: part, contents: Data(bytes)) else {
                    throw ProviderError(.storage, "The picture cannot be written")
                }
            }
            try await rewrite(part, part + ".jpg")
            let name = try await pool.run { [folder] () throws(ProviderError) in
                try Self.named(part + ".jpg", in: folder)
            }
            await remove(part)
            return name
        } catch {
            await remove(part)
            throw error
        }
    }

    package func fetch(_ url: String) async throws(ProviderError) -> VideoPictures.Name {
        var request = HTTPClient.Request(.get, url)
        request.reach = .publicAddresses
        request.maximumRedirects = 3
        request.limits.bodyBytes = Self.mostBytes
        let answer: HTTPClient.Response
        do throws(HTTPClientError) {
            try request.checkAddress()
            answer = try await client.send(request)
        } catch {
            throw ProviderError(.invalidRequest, "The picture cannot be fetched: \(error.message)")
        }
        guard answer.isSuccess else {
            throw ProviderError(.invalidRequest, "The picture cannot be fetched: status \(answer.status)")
        }
        return try await keep(answer.body)
    }

    private func remove(_ part: String) async {
        await pool.run {
            unlink(part)
            unlink(part + ".jpg")
        }
    }

    /// Gives a picture its name.
    private static func named(_ path: String, in folder: String) throws(ProviderError) -> VideoPictures.Name {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ProviderError(.storage, "The picture cannot be read")
        }
        let name = Hexadecimal.text(HMACDigest.sha256(Array(data))) + ".jpg"
        guard rename(path, "\(folder)/\(name)") == 0 else {
            throw ProviderError(.storage, "The picture cannot be put in its place")
        }
        return name
    }

    /// A name is a digest and an ending; nothing else is ever a path.
    private static func isName(_ name: String) -> Bool {
        name.utf8.count == 68 && name.hasSuffix(".jpg") && Hexadecimal.bytes(String(name.dropLast(4))) != nil
    }
}
