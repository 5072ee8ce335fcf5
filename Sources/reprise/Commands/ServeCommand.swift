import API
import Domain
import HTTPServer
import LanguageModel
import Studio
import Telemetry

/// `reprise serve`.
enum ServeCommand: Command {
    static let name = "serve"
    static let summary = "Serves the API and the pages until Ctrl-C."
    static let usage = "[--port NUMBER] [--data-dir FOLDER]"
    static let optionsHelp = ""
    static let grammar = Arguments.Grammar()

    static func run(_ arguments: Arguments, settings: Settings, shell: Shell) async throws -> ExitCode {
        try checkAddress(settings)
        let stop = StopSignal()
        let log = Log(
            level: settings.logLevel,
            secrets: [
                settings.llmKey.reveal(), settings.mongodbURI.reveal(), settings.webhookSecret.reveal(),
                settings.redisURL.reveal(),
            ] + settings.serviceSecrets.map { $0.reveal() })
        let service = try Service(settings, log: log)
        service.registry.declareProcessMetrics()
        service.registry.declareBuildInformation(
            version: VersionCommand.version, swift: "6.3", revision: "")
        try await service.prepareCache()
        let api = API(studio: service.studio, registry: service.registry, log: service.log)
        let server = api.server(configuration: configuration(settings))
        let address: HTTPAddress
        do {
            address = try await server.start()
        } catch {
            await service.close()
            throw error
        }
        greet(service, address: address, shell: shell)
        await work(service, server: server, until: stop)
        await service.close()
        shell.print("stopped")
        return .done
    }

    /// Works until somebody wishes it to stop.
    private static func work(_ service: Service, server: HTTPServer, until stop: StopSignal) async {
        await withTaskGroup { group in
            group.addTask { await service.runner.run() }
            group.addTask { await service.talkToOthers() }
            group.addTask { await service.history.run() }
            group.addTask {
                // The feed begins with everything there is.
                if let feed = service.history.feed { return await service.studio.follow(feed) }
                do {
                    try await service.remember()
                } catch {
                    service.log.error("history could not be read for recommendations", ["error": "\(error)"])
                }
            }
            group.addTask {
                do {
                    try await service.studio.indexWords()
                } catch {
                    service.log.error("words could not be indexed", ["error": "\(error)"])
                }
            }
            group.addTask {
                await service.studio.keepRetaining(
                    by: service.settings.retention, every: .seconds(3600), on: ContinuousClock(),
                    log: service.log)
            }
            await stop.wait()
            await server.stop(within: .seconds(service.settings.stopSeconds))
            group.cancelAll()
        }
    }

    private static func greet(_ service: Service, address: HTTPAddress, shell: Shell) {
        shell.print("Reprise \(VersionCommand.version) serves on \(address)")
        shell.print("  history    \(service.history.description)")
        let changing = [service.languageModel?.status, service.shared.status].compactMap(\.self)
        for status in service.statuses + changing {
            let name = status.name + String(repeating: " ", count: max(1, 11 - status.name.count))
            shell.print(
                "  \(name)\(status.detail)\(status.state == .ready ? "" : " [\(status.state.rawValue)]")")
        }
        let missing =
            (service.shared.redis == nil ? ["Redis"] : [])
            + (service.settings.mongodbURI.isEmpty ? ["MongoDB"] : [])
            + (service.languageModel == nil ? ["a language model"] : [])
        if !missing.isEmpty {
            shell.print("  not configured, and not needed: \(missing.joined(separator: ", "))")
        }
        shell.print("Ctrl-C stops it.")
    }

    private static func configuration(_ settings: Settings) -> HTTPConfiguration {
        var configuration = HTTPConfiguration()
        configuration.host = settings.host
        configuration.port = settings.port
        configuration.maximumBodyBytes = settings.maximumBodyBytes
        configuration.handlerDeadline = .seconds(settings.requestSeconds)
        return configuration
    }

    /// Nobody is asked for a key, so only this machine is served unless the operator vouches for the network.
    private static func checkAddress(_ settings: Settings) throws(InputError) {
        let isLoopback =
            settings.host == "localhost" || settings.host == "::1" || settings.host.hasPrefix("127.")
        guard isLoopback || settings.trustsNetwork else {
            throw InputError(
                field: "host", code: .outOfRange,
                expected: "a loopback address, since anybody who reaches the service may use it; "
                    + "--trust-network yes serves \(settings.host) all the same")
        }
    }
}
