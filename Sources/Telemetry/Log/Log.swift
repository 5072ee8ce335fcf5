/// Writes what happens as JSON, one object a line.
///
/// The message is constant and says what happened; everything that differs is a field with a dotted,
/// lower-case name:
///
/// ```swift
/// log.info("job submitted", ["job.id": id.rawValue, "attempt": 1])
/// ```
///
/// A line holds `time`, `level`, `message`, then `request.id` inside ``withRequestID(_:_:)``, then the
/// fields in their order. Configured secrets never appear in it.
package struct Log: Sendable {
    package typealias Fields = KeyValuePairs<String, any LogValue>

    /// The identifier of the request that the current task works for.
    @TaskLocal package static var requestID: String?

    private let level: LogLevel
    private let sink: any LogSink
    private let secrets: Secrets
    private let now: @Sendable () -> Int64

    /// Makes a log.
    ///
    /// - Parameters:
    ///   - level: The least important level that is written.
    ///   - sink: Where lines go.
    ///   - secrets: Texts that are replaced wherever they occur in a field.
    ///   - now: Milliseconds since 1970; the machine's clock unless a test says otherwise.
    package init(
        level: LogLevel = .info, sink: any LogSink = StandardErrorSink.shared, secrets: [String] = [],
        now: @escaping @Sendable () -> Int64 = LogTime.now
    ) {
        self.level = level
        self.sink = sink
        self.secrets = Secrets(secrets)
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
    package func writes(_ level: LogLevel) -> Bool { level >= self.level }

    /// Writes a line of a level that is chosen at run time.
    package func write(_ level: LogLevel, _ message: StaticString, _ fields: () -> Fields) {
        guard writes(level) else { return }
        var line = LogLine(secrets: secrets)
        line.add("time", LogTime.text(of: now()))
        line.add("level", level.name)
        line.add("message", message.description)
        if let id = Self.requestID { line.add("request.id", id) }
        for (name, value) in fields() { value.add(to: &line, as: name) }
        sink.write(line.finished())
    }
}
