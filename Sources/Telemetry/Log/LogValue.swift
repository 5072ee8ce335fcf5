/// Something that can be a field of a log line.
package protocol LogValue: Sendable {
    /// Adds the value to `line` under `name`.
    func add(to line: inout LogLine, as name: String)
}

extension String: LogValue {
    package func add(to line: inout LogLine, as name: String) { line.add(name, self) }
}

extension Int: LogValue {
    package func add(to line: inout LogLine, as name: String) { line.add(name, number: String(self)) }
}

extension Double: LogValue {
    /// JSON has no number for what is not finite, so that is written as text.
    package func add(to line: inout LogLine, as name: String) {
        if isFinite { line.add(name, number: description) } else { line.add(name, description) }
    }
}

extension Bool: LogValue {
    package func add(to line: inout LogLine, as name: String) { line.add(name, number: description) }
}

/// A duration is written in seconds.
extension Duration: LogValue {
    package func add(to line: inout LogLine, as name: String) { seconds.add(to: &line, as: name) }
}

/// What is nil is left out.
extension Optional: LogValue where Wrapped: LogValue {
    package func add(to line: inout LogLine, as name: String) { self?.add(to: &line, as: name) }
}
