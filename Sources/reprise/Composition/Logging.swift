import Domain
import Glibc
import Telemetry

/// How log lines look, as an operator says it.
enum LogFormatChoice: String, Sendable, CaseIterable {
    case auto, json, text
}

extension Log {
    /// The log of a service: on standard error, without any secret of the settings.
    init(serving settings: Settings) {
        let isTerminal = isatty(STDERR_FILENO) == 1
        let isText = settings.logFormat == .text || settings.logFormat == .auto && isTerminal
        let hasColours = isTerminal && getenv("NO_COLOR") == nil
        self.init(
            level: settings.logLevel, secrets: settings.secrets,
            format: isText ? .text(hasColours: hasColours) : .json, burst: settings.logBurst)
    }
}

extension Settings {
    /// Every text that must not be shown, passwords inside of addresses included.
    var secrets: [String] {
        let whole = [llmKey, embeddingKey, webhookSecret, mongodbURI, redisURL].map { $0.reveal() }
        return whole + [mongodbURI, redisURL].compactMap { Self.password(in: $0.reveal()) }
    }

    /// The password of `scheme://user:password@host`.
    private static func password(in address: String) -> String? {
        guard let scheme = address.firstRange(of: "://") else { return nil }
        let authority = address[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" }
        guard let end = authority.lastIndex(of: "@"), let colon = authority[..<end].firstIndex(of: ":") else {
            return nil
        }
        let password = authority[authority.index(after: colon)..<end]
        return password.isEmpty ? nil : String(password)
    }
}
