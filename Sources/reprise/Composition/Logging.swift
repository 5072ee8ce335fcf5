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
