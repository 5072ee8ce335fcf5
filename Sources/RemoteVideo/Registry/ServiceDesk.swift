package import Domain
package import HTTPClient

/// Puts services together from what the operator said.
package struct ServiceDesk: Sendable {
    private let client: HTTPClient
    private let clock: any WallClock
    private let pictures: any PictureSource
    private let downloads: Downloads
    private let patience: Duration

    /// - Parameters:
    ///   - client: Who calls.
    ///   - clock: For tokens and the age of jobs.
    ///   - pictures: Where the pictures are kept that videos start from.
    ///   - downloads: How results are fetched.
    ///   - patience: Time for the answer to a call.
    package init(
        client: HTTPClient, clock: any WallClock, pictures: any PictureSource, downloads: Downloads,
        patience: Duration = .seconds(60)
    ) {
        (self.client, self.clock, self.pictures, self.downloads) = (client, clock, pictures, downloads)
        self.patience = patience
    }

    /// Makes a known service ready.
    ///
    /// - Parameters:
    ///   - service: Which one.
    ///   - book: What it offers.
    ///   - key: As the operator wrote it.
    ///   - server: Where its paths begin; its usual place when empty.
    ///   - callback: Where it may say that something happened; nil tells nobody.
    /// - Throws: ``InputError`` naming the setting that does not fit.
    package func provider(
        _ service: KnownService, _ book: OfferBook, key: Secret, server: String = "", callback: String? = nil
    )
        throws(InputError) -> RemoteVideoProvider
    {
        let place = try Self.checked(
            server.isEmpty ? service.server : server, field: "\(service.name)-url")
        let credentials = try service.credentials(key)
        let connection = ServiceConnection(
            server: place, title: book.title, credentials: credentials, dialect: service.errors,
            scrubber: SecretScrubber(credentials.secrets + [key]), client: client, clock: clock,
            patience: patience, headers: service.headers.mapValues { .text($0) })
        return RemoteVideoProvider(
            book, service: service.make(pictures), connection: connection, downloads: downloads,
            callback: callback)
    }

    /// Makes a ComfyUI server ready.
    ///
    /// - Parameters:
    ///   - url: Where it is.
    ///   - templates: Its workflows.
    ///   - header: What its front door wants, as `Name: value`; empty for none.
    ///   - partnerKey: The key of comfy.org for nodes that ask other services; empty for none.
    /// - Throws: ``InputError`` naming the setting that does not fit.
    package func comfyUI(
        _ url: String, templates: [WorkflowTemplate], header: Secret = Secret(""),
        partnerKey: Secret = Secret("")
    ) throws(InputError) -> RemoteVideoProvider {
        let place = try Self.checked(url, field: "comfyui-url")
        let field = try Self.headerField(header)
        let book = OfferBook(name: "comfyui", title: "ComfyUI", offers: templates.map(\.offer))
        let credentials: Credentials = field.map { .header(name: $0.name, key: $0.value) } ?? .none
        let connection = ServiceConnection(
            server: place, title: book.title, credentials: credentials, dialect: ComfyUI.errors,
            scrubber: SecretScrubber(credentials.secrets + [partnerKey]), client: client, clock: clock,
            patience: patience)
        let service = ComfyUI(templates: templates, pictures: pictures, partnerKey: partnerKey)
        return RemoteVideoProvider(book, service: service, connection: connection, downloads: downloads)
    }

    private static func checked(_ url: String, field: String) throws(InputError) -> String {
        let bare = url.hasSuffix("/") ? String(url.dropLast()) : url
        do throws(HTTPClientError) {
            try HTTPClient.Request(.get, bare).checkAddress()
        } catch {
            throw InputError(
                field: field, code: .malformed, expected: "an http or https URL such as http://gpu:8188")
        }
        return bare
    }

    private static func headerField(_ header: Secret) throws(InputError) -> (name: String, value: Secret)? {
        guard !header.isEmpty else { return nil }
        let parts = header.reveal().split(separator: ":", maxSplits: 1)
        guard parts.count == 2, !parts[0].isEmpty else {
            throw InputError(field: "comfyui-header", code: .malformed, expected: "Name:value")
        }
        return (String(parts[0]), Secret(String(parts[1].drop { $0 == " " })))
    }
}
