import BlockingExecutor
package import Domain
import FoundationEssentials
import Glibc
package import HTTPClient

/// Fetches what services have made: at once, into a file beside its place, checked before anybody sees it.
package struct Downloads: Sendable {
    /// What a fetched video still needs, such as a thumbnail.
    package typealias Finishing =
        @Sendable (_ kind: MediaKind, _ files: DownloadTarget) async throws(ProviderError) -> Void

    /// The longest video that is taken, in bytes.
    package var maximumBytes = 1 << 30
    /// Time for one video.
    package var patience: Duration = .seconds(900)
    /// Whether links of services may lead into private networks.
    package var allowsPrivate = false
    private static let mostRedirects = 5

    private let client: HTTPClient
    private let finish: Finishing
    private let pool = BlockingPool(name: "remote-files", threads: 1)

    package init(client: HTTPClient, finish: @escaping Finishing) {
        (self.client, self.finish) = (client, finish)
    }

    /// Puts a video and its thumbnail into files that do not exist yet.
    ///
    /// - Throws: `downloadFailed` when there is no whole video; then the files are gone again.
    func fetch(
        _ source: RemoteResult.Source, over connection: ServiceConnection, to files: DownloadTarget
    ) async throws(ProviderError) {
        do throws(ProviderError) {
            switch source {
            case .url(let url): try await fetch(url, over: connection, to: files.video)
            case .bytes(let bytes):
                try await pool.run { () throws(ProviderError) in try Self.write(bytes, to: files.video) }
            }
            let kind = try await pool.run { () throws(ProviderError) in try Self.kind(of: files.video) }
            try await finish(kind, files)
        } catch {
            await pool.run {
                unlink(files.video)
                unlink(files.thumbnail)
            }
            throw error
        }
    }

    private func fetch(_ url: String, over connection: ServiceConnection, to path: String)
        async throws(ProviderError)
    {
        let response: HTTPClient.Response
        do throws(HTTPClientError) {
            response = try await client.download(request(for: url, over: connection), to: path)
        } catch {
            let code: ProviderError.Code = error.code == .file ? .storage : .downloadFailed
            throw ProviderError(code, "The video of \(connection.title): \(error.message)")
        }
        guard response.isSuccess else {
            let excerpt = connection.scrubber.scrub(
                String(decoding: response.body.prefix(500), as: UTF8.self))
            throw ProviderError(
                .downloadFailed,
                "The link to the video of \(connection.title) is over or wrong (status \(response.status))",
                detail: excerpt)
        }
    }

    /// The key goes along only to the service's own server; other servers have to be public ones.
    private func request(for url: String, over connection: ServiceConnection) throws(HTTPClientError)
        -> HTTPClient.Request
    {
        let isRelative = url.hasPrefix("/")
        var request = HTTPClient.Request(.get, isRelative ? connection.server + url : url)
        let isOurs = try request.isSameServer(as: connection.server)
        if isOurs {
            request.headers = connection.headers
            if let field = connection.credentials.field(at: connection.clock.now()) {
                request.headers[field.name] = .secret(field.value)
            }
            request.reach = allowsPrivate ? .anywhere : .publicElsewhere
        } else {
            request.reach = allowsPrivate ? .anywhere : .publicAddresses
        }
        try request.checkAddress()
        request.maximumRedirects = Self.mostRedirects
        request.limits.total = patience
        request.limits.bodyBytes = maximumBytes
        return request
    }

    private static func write(_ bytes: [UInt8], to path: String) throws(ProviderError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw ProviderError(.storage, "The video cannot be written") }
        defer { close(descriptor) }
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw ProviderError(.storage, "The video cannot be written") }
            written += count
        }
    }

    private static func kind(of path: String) throws(ProviderError) -> MediaKind {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw ProviderError(.storage, "The video cannot be read") }
        defer { close(descriptor) }
        var head = [UInt8](repeating: 0, count: 512)
        let count = max(0, read(descriptor, &head, head.count))
        guard let kind = MediaKind(head: head[..<count]) else {
            throw ProviderError(
                .downloadFailed,
                "The result is no video (WebM or MP4) but \(MediaKind.description(of: head[..<count]))")
        }
        return kind
    }
}
