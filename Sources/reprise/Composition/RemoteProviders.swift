import Domain
import Foundation
import HTTPClient
import RemoteVideo
import RenderWorker

/// The services that make videos, as far as the settings switch them on.
struct RemoteProviders: Sendable {
    /// Those that are on.
    let providers: [RemoteVideoProvider]
    /// Where their messages are checked.
    let hooks: HookDesk
    /// What is offered by those that are off, with what switches them on.
    private let off: [ProviderEntry]

    /// - Parameters:
    ///   - settings: Keys and places.
    ///   - stills: Who takes the thumbnail out of a video.
    ///   - pictures: Where the pictures are kept that videos start from.
    ///   - clock: For tokens and the age of jobs.
    /// - Throws: ``InputError`` naming the setting or the file that does not fit.
    init(_ settings: Settings, stills: StillWorker, pictures: any PictureSource, clock: any WallClock)
        throws(InputError)
    {
        let client = HTTPClient(Self.configuration)
        var downloads = Downloads(client: HTTPClient(Self.configuration)) { _, files throws(ProviderError) in
            try await stills.take(
                StillOrder(id: UUID().uuidString, clip: files.video, still: files.thumbnail))
        }
        downloads.allowsPrivate = settings.allowsPrivateResults
        let desk = ServiceDesk(client: client, clock: clock, pictures: pictures, downloads: downloads)
        var (on, off): ([RemoteVideoProvider], [ProviderEntry]) = ([], [])
        let folder = Resources(settings).folder
        if let comfyUI = try Self.comfyUI(settings, desk) { on.append(comfyUI) }
        for service in KnownService.all {
            let book = try Self.book(service.name, in: folder)
            let access = settings.services[service.name] ?? ServiceAccess()
            guard !access.key.isEmpty, !(access.server.isEmpty && service.server.isEmpty) else {
                off.append(book.entry(.off, Self.advice(service)))
                continue
            }
            on.append(
                try desk.provider(
                    service, book, key: access.key, server: access.server,
                    callback: Self.callback(service, access, settings)))
        }
        if settings.comfyUIURL.isEmpty {
            let book = OfferBook(name: "comfyui", title: "ComfyUI", offers: [])
            off.append(book.entry(.off, "REPRISE_COMFYUI_URL switches it on"))
        }
        (providers, self.off) = (on, off)
        hooks = HookDesk(try Self.verifiers(settings, clock: clock))
    }

    /// Every provider there is or could be.
    ///
    /// - Parameter asks: Whether those that are on are asked, which costs nothing but a call each.
    func entries(asks: Bool) async -> [ProviderEntry] {
        var entries: [ProviderEntry] = []
        for provider in providers {
            let status = asks ? await provider.status() : nil
            let isReady = status.map { $0.state == .ready } ?? true
            entries.append(
                provider.book.entry(
                    isReady ? .ready : .degraded, status?.detail ?? "It is switched on; it was not asked"))
        }
        return entries + off
    }

    /// Who checks the messages of the services that are on.
    private static func verifiers(_ settings: Settings, clock: any WallClock) throws(InputError)
        -> [String: HookVerifier]
    {
        var verifiers: [String: HookVerifier] = [:]
        for service in KnownService.all {
            guard let kind = service.hookKind, let access = settings.services[service.name],
                !access.key.isEmpty, !access.hookSecret.isEmpty
            else { continue }
            let scheme: HookVerifier.Scheme
            switch kind {
            case .standardWebhooks: scheme = .standardWebhooks(access.hookSecret)
            case .token: scheme = .token(access.hookSecret)
            case .ed25519:
                let keys = access.hookSecret.reveal().split(separator: ",")
                    .compactMap { Data(base64Encoded: String($0)) }.filter { $0.count == 32 }
                guard !keys.isEmpty else {
                    throw InputError(
                        field: "\(service.name)-hook", code: .malformed,
                        expected: "public keys of 32 bytes in base 64")
                }
                scheme = .ed25519(keys.map(Array.init))
            }
            verifiers[service.name] = HookVerifier(scheme, clock: clock)
        }
        return verifiers
    }

    /// Where a service may say that something happened; nil when nothing that it says would be taken.
    private static func callback(_ service: KnownService, _ access: ServiceAccess, _ settings: Settings)
        -> String?
    {
        guard let kind = service.hookKind, !settings.publicURL.isEmpty, !access.hookSecret.isEmpty else {
            return nil
        }
        let base =
            settings.publicURL.hasSuffix("/") ? String(settings.publicURL.dropLast()) : settings.publicURL
        let token = kind == .token ? "?token=\(access.hookSecret.reveal())" : ""
        return "\(base)/v1/hooks/\(service.name)\(token)"
    }

    private static var configuration: HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration()
        configuration.userAgent = "Reprise/\(VersionCommand.version)"
        return configuration
    }

    private static func advice(_ service: KnownService) -> String {
        let name = service.name.uppercased().replacing("-", with: "_")
        let url = service.server.isEmpty ? " and REPRISE_\(name)_URL" : ""
        return "REPRISE_\(name)_KEY\(url) switch\(url.isEmpty ? "es" : "") it on"
    }

    private static func book(_ name: String, in folder: String) throws(InputError) -> OfferBook {
        let path = "\(folder)/providers/\(name).json"
        guard let data = FileManager.default.contents(atPath: path) else {
            throw InputError(field: path, code: .missing, expected: "what \(name) offers")
        }
        return try OfferBook(reading: data, file: "\(name).json")
    }

    private static func comfyUI(_ settings: Settings, _ desk: ServiceDesk) throws(InputError)
        -> RemoteVideoProvider?
    {
        guard !settings.comfyUIURL.isEmpty else { return nil }
        let folder =
            settings.workflowFolder.isEmpty
            ? Resources(settings).folder + "/workflows" : settings.workflowFolder
        return try desk.comfyUI(
            settings.comfyUIURL, templates: try WorkflowTemplate.all(in: folder),
            header: settings.comfyUIHeader, partnerKey: settings.comfyUIKey)
    }
}
