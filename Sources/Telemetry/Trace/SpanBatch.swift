/// Spans as an `ExportTraceServiceRequest` of OTLP 1.x in its JSON mapping.
///
/// https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding: identifiers are hexadecimal, numbers
/// of 64 bits are strings, enumerations are numbers.
package struct SpanBatch: Sendable {
    private let spans: [FinishedSpan]
    private let version: String

    package init(_ spans: [FinishedSpan], version: String) {
        self.spans = spans
        self.version = version
    }

    /// The body of the request.
    package var json: [UInt8] {
        var text: [UInt8] = []
        text.append(contentsOf: "{\"resourceSpans\":[{\"resource\":{\"attributes\":".utf8)
        text.append(attributes: [("service.name", .text("reprise")), ("service.version", .text(version))])
        text.append(contentsOf: "},\"scopeSpans\":[{\"scope\":{\"name\":\"reprise\"},\"spans\":[".utf8)
        for (offset, span) in spans.enumerated() {
            if offset > 0 { text.append(UInt8(ascii: ",")) }
            span.write(to: &text)
        }
        text.append(contentsOf: "]}]}]}".utf8)
        return text
    }
}

extension FinishedSpan {
    fileprivate func write(to text: inout [UInt8]) {
        text.append(contentsOf: "{\"traceId\":\"\(context.traceID)\",\"spanId\":\"\(context.spanID)\"".utf8)
        if let parent { text.append(contentsOf: ",\"parentSpanId\":\"\(parent)\"".utf8) }
        if !context.state.isEmpty {
            text.append(contentsOf: ",\"traceState\":".utf8)
            text.append(jsonString: context.state)
        }
        text.append(contentsOf: ",\"flags\":1,\"name\":".utf8)
        text.append(jsonString: name)
        text.append(contentsOf: ",\"kind\":\(kind.rawValue)".utf8)
        text.append(contentsOf: ",\"startTimeUnixNano\":\"\(start)\",\"endTimeUnixNano\":\"\(end)\"".utf8)
        text.append(contentsOf: ",\"attributes\":".utf8)
        text.append(attributes: attributes)
        if let failure {
            text.append(contentsOf: ",\"status\":{\"code\":2,\"message\":".utf8)
            text.append(jsonString: failure)
            text.append(UInt8(ascii: "}"))
        }
        text.append(UInt8(ascii: "}"))
    }
}

extension [UInt8] {
    fileprivate mutating func append(attributes: [(name: String, value: Span.Value)]) {
        append(UInt8(ascii: "["))
        for (offset, attribute) in attributes.enumerated() {
            append(contentsOf: (offset > 0 ? ",{\"key\":" : "{\"key\":").utf8)
            append(jsonString: attribute.name)
            append(contentsOf: ",\"value\":{".utf8)
            switch attribute.value {
            case .text(let text):
                append(contentsOf: "\"stringValue\":".utf8)
                append(jsonString: text)
            case .whole(let number): append(contentsOf: "\"intValue\":\"\(number)\"".utf8)
            case .part(let number) where number.isFinite:
                append(contentsOf: "\"doubleValue\":\(number)".utf8)
            case .part(let number): append(contentsOf: "\"stringValue\":\"\(number)\"".utf8)
            case .flag(let flag): append(contentsOf: "\"boolValue\":\(flag)".utf8)
            }
            append(contentsOf: "}}".utf8)
        }
        append(UInt8(ascii: "]"))
    }
}
