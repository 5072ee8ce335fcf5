/// Writes what happens as JSON, one object a line.
///
/// The message is constant and says what happened; everything that differs is a field with a dotted,
/// lower-case name:
///
/// ```swift
/// log.info("job submitted", ["job.id": id.rawValue, "attempt": 1])
/// ```
///
/// A line holds `time`, `level`, `message`, then `request.id` and `trace.id` inside a request or a span,
/// then the fields in their order. Configured secrets never appear in it, nor does what the name of a
/// field says is one.
package struct Log: Sendable {
    package typealias Fields = KeyValuePairs<String, any LogValue>

    /// The identifier of the request that the current task works for.
    @TaskLocal package static var requestID: String?

    /// The least important level that is written; it can be changed while the log is in use.
    package let threshold: LogThreshold

    private let sink: any LogSink
    private let secrets: Secrets
    private let format: LogFormat
    private let repeats: RepeatSampler
    private let now: @Sendable () -> Int64

    /// Makes a log.
    ///
    /// - Parameters:
    ///   - level: The least important level that is written, until ``threshold`` is changed.
    ///   - sink: Where lines go.
    ///   - secrets: Texts that are replaced wherever they occur in a field.
    ///   - format: JSON for machines, or text for people.
    ///   - burst: So many lines with the same message are written in a second, and of the rest every
    ///     hundredth; 0 writes all of them.
    ///   - now: Milliseconds since 1970; the machine's clock unless a test says otherwise.
    package init(
        level: LogLevel = .info, sink: any LogSink = StandardErrorSink.shared, secrets: [String] = [],
        format: LogFormat = .json, burst: Int = 0,
        now: @escaping @Sendable () -> Int64 = LogTime.now
    ) {
        threshold = LogThreshold(level)
        self.sink = sink
        self.secrets = Secrets(secrets)
        self.format = format
        repeats = RepeatSampler(burst: burst)
        self.now = now
    }

    /// A log that nobody reads.
    package static let silent = Log(level: .error, sink: SilentSink())

    /// For the one who looks for a fault.
    package func debug(_ message: StaticString, _ fields: @autoclosure () -> Fields = [:]) {
        write(.debug, message, fields)
    }

    /// For the record.
    package func info(_ message: StaticString, _ fields: @autoclosure () -> Fields = [:]) {
        write(.info, message, fields)
    }

    /// An operator should look tomorrow.
    package func warning(_ message: StaticString, _ fields: @autoclosure () -> Fields = [:]) {
        write(.warning, message, fields)
    }

    /// An operator should look now.
    package func error(_ message: StaticString, _ fields: @autoclosure () -> Fields = [:]) {
        write(.error, message, fields)
    }

    /// Whether a line of this level is written.
    package func writes(_ level: LogLevel) -> Bool { threshold.admits(level) }

    /// Writes a line of a level that is chosen at run time.
    package func write(_ level: LogLevel, _ message: StaticString, _ fields: () -> Fields) {
        guard writes(level) else { return }
        let time = now()
        guard let left = repeats.admit(message, at: time) else { return }
        write(level, message, at: time, fields, omitted: left)
    }

    /// Writes a line that no repeat makes less worth, such as one of an access log.
    package func record(_ level: LogLevel, _ message: StaticString, _ fields: () -> Fields) {
        guard writes(level) else { return }
        write(level, message, at: now(), fields, omitted: 0)
    }

    private func write(
        _ level: LogLevel, _ message: StaticString, at time: Int64, _ fields: () -> Fields, omitted: Int
    ) {
        var line = LogLine(secrets: secrets, format: format)
        line.begin(time: time, level: level, message: message)
        if let id = Self.requestID { line.add("request.id", id) }
        if let span = Span.current { line.add("trace.id", span.context.traceID.description) }
        for (name, value) in fields() { value.add(to: &line, as: name) }
        if omitted > 0 { line.add("log.omitted", number: String(omitted)) }
        sink.write(line.finished())
    }
}
