import Dispatch
import Foundation
import Telemetry

/// The wish to read the settings again: SIGHUP.
///
/// Made before the service says that it serves, so that no signal finds the default action.
struct ReloadSignal {
    /// One for each signal.
    let wishes: AsyncStream<Void>
    private let source: any DispatchSourceSignal

    init() {
        let (wishes, continuation) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        self.wishes = wishes
        signal(SIGHUP, SIG_IGN)
        source = DispatchSource.makeSignalSource(signal: SIGHUP, queue: .global())
        source.setEventHandler { continuation.yield() }
        source.resume()
    }

    /// Reads the settings again at every signal, until the task is cancelled.
    ///
    /// What is wrong leaves everything as it was. Only the level of the log changes while the service runs;
    /// a line says what waits for a restart.
    static func follow(
        _ wishes: AsyncStream<Void>, _ arguments: Arguments, log: Log, registry: MetricsRegistry
    ) async {
        let reloads = registry.declareReloads()
        for await _ in wishes { reload(arguments, log: log, reloads) }
    }

    private static func reload(
        _ arguments: Arguments, log: Log, _ reloads: MetricFamily<Counter>
    ) {
        do throws(SettingsError) {
            let settings = try Settings(
                environment: ProcessInfo.processInfo.environment, options: arguments.options)
            log.threshold.level = settings.logLevel
            log.warning("settings read again", ["log.level": settings.logLevel.name])
            reloads["done"].increment()
        } catch {
            log.error("settings were not read again", ["problems": error.description])
            reloads["refused"].increment()
        }
    }
}
