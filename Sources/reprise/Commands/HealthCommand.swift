import HTTPClient

/// `reprise health`.
enum HealthCommand: Command {
    static let name = "health"
    static let summary = "Asks the running service whether it is ready, for the health check of a container."
    static let usage = "[--host ADDRESS] [--port NUMBER]"
    static let optionsHelp = ""
    static let grammar = Arguments.Grammar()

    static func run(_ arguments: Arguments, settings: Settings, shell: Shell) async throws -> ExitCode {
        var request = HTTPClient.Request(.get, url(of: settings))
        request.limits.total = .seconds(4)
        do {
            let answer = try await HTTPClient().send(request)
            guard answer.isSuccess else {
                shell.complain(
                    "the service is not ready (\(answer.status)): "
                        + String(decoding: answer.body.prefix(500), as: UTF8.self))
                return .failed
            }
            shell.print("ready")
            return .done
        } catch {
            shell.complain("\(request.url) does not answer: \(error)")
            return .failed
        }
    }

    /// Whether Reprise answers where these settings say that it listens.
    static func isServing(_ settings: Settings) async -> Bool {
        var request = HTTPClient.Request(.get, url(of: settings))
        request.limits.total = .seconds(2)
        guard let answer = try? await HTTPClient().send(request) else { return false }
        return answer.header("x-request-id") != nil
    }

    /// A service that listens on every address of the machine is asked on loopback.
    static func url(of settings: Settings) -> String {
        let host = ["0.0.0.0": "127.0.0.1", "::": "::1"][settings.host] ?? settings.host
        return "http://\(host.contains(":") ? "[\(host)]" : host):\(settings.port)/readyz"
    }
}
