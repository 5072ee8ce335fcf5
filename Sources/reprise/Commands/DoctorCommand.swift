import Domain
import HTTPClient
import LanguageModel
import Studio

/// `reprise doctor`.
enum DoctorCommand: Command {
    static let name = "doctor"
    static let summary = "Checks what the service needs, and says what is wrong and what mends it."
    static let usage = "[--json]"
    static let optionsHelp = "  --json  As data"
    static let grammar = Arguments.Grammar(flags: ["json"])

    static func run(_ arguments: Arguments, settings: Settings, shell: Shell) async throws -> ExitCode {
        let isServing = await HealthCommand.isServing(settings)
        let findings =
            [configuration(settings)] + (await parts(settings, isServing: isServing, shell: shell))
            + (await collector(settings))
            + MachineChecks(settings: settings, isServing: isServing).findings
        if arguments.flags.contains("json") {
            shell.print(try JSONText.of(findings))
        } else {
            for finding in findings { shell.print(finding.text) }
        }
        return findings.contains { $0.state == .down } ? .failed : .done
    }

    /// That the settings can be read is clear by now; unknown ones are refused.
    private static func configuration(_ settings: Settings) -> Finding {
        let file = settings.configFile.isEmpty ? "" : " with \(settings.configFile)"
        return Finding(
            "configuration", .ready, "\(Setting.all.count) settings\(file); 'reprise config' shows them")
    }

    /// The parts of the service, opened for a moment.
    private static func parts(_ settings: Settings, isServing: Bool, shell: Shell) async -> [Finding] {
        do {
            return try await Service.using(settings, shell: shell) { service in
                await checked(service).map(Finding.init)
            }
        } catch let error as StoreError where isServing && error.code == .unavailable {
            // The journal belongs to the one that serves.
            return [Finding("history", .ready, "Held by the Reprise that serves; /readyz has its parts")]
        } catch let error as StoreError {
            return [Finding("history", .down, error.message, remedy: "reprise config | grep data-dir")]
        } catch {
            return [Finding("service", .down, "\(error)", remedy: "reprise config")]
        }
    }

    /// How the parts are doing; the language model is asked, not only remembered.
    private static func checked(_ service: Service) async -> [PartStatus] {
        let statuses = await service.studio.readiness()
        guard let model = await service.languageModel?.check() else { return statuses }
        return statuses.map { $0.name == model.name ? model : $0 }
    }

    /// Whether somebody takes traces where they are sent.
    private static func collector(_ settings: Settings) async -> [Finding] {
        guard !settings.otlpURL.isEmpty else { return [] }
        var request = HTTPClient.Request(.get, settings.otlpURL)
        request.limits.total = .seconds(5)
        do {
            _ = try await HTTPClient().send(request)
            return [Finding("traces", .ready, settings.otlpURL)]
        } catch {
            return [
                Finding(
                    "traces", .degraded, "\(settings.otlpURL) does not answer: \(error)",
                    remedy: "start the collector, or leave REPRISE_OTLP_URL empty")
            ]
        }
    }
}
