import Foundation
import Testing

/// The shape of an `ExportTraceServiceRequest` of OTLP 1.3 in JSON, by its published schema
/// (opentelemetry-proto, `trace.proto` with the JSON rules of the OTLP specification).
enum OTLPShape {
    private static let spanMembers: Set = [
        "traceId", "spanId", "traceState", "parentSpanId", "flags", "name", "kind", "startTimeUnixNano",
        "endTimeUnixNano", "attributes", "droppedAttributesCount", "events", "droppedEventsCount", "links",
        "droppedLinksCount", "status",
    ]
    private static let valueMembers: Set = [
        "stringValue", "boolValue", "intValue", "doubleValue", "arrayValue", "kvlistValue", "bytesValue",
    ]

    /// Checks every member that is there, and that nothing else is.
    static func check(_ body: String, spans count: Int) throws {
        let request = try object(try JSONSerialization.jsonObject(with: Data(body.utf8)))
        #expect(Set(request.keys) == ["resourceSpans"])
        var found = 0
        for resourceSpans in try objects(request["resourceSpans"]) {
            #expect(Set(resourceSpans.keys).isSubset(of: ["resource", "scopeSpans", "schemaUrl"]))
            let resource = try object(resourceSpans["resource"])
            try check(attributes: resource["attributes"])
            let names = try objects(resource["attributes"]).compactMap { $0["key"] as? String }
            #expect(names.contains("service.name"))
            for scopeSpans in try objects(resourceSpans["scopeSpans"]) {
                #expect(Set(scopeSpans.keys).isSubset(of: ["scope", "spans", "schemaUrl"]))
                #expect(try object(scopeSpans["scope"])["name"] is String)
                for span in try objects(scopeSpans["spans"]) {
                    try check(span: span)
                    found += 1
                }
            }
        }
        #expect(found == count)
    }

    private static func check(span: [String: Any]) throws {
        #expect(Set(span.keys).isSubset(of: spanMembers))
        #expect(isHex(span["traceId"], 32) && isHex(span["spanId"], 16))
        #expect(span["parentSpanId"] == nil || isHex(span["parentSpanId"], 16))
        #expect((span["name"] as? String)?.isEmpty == false)
        #expect((1...5).contains(span["kind"] as? Int ?? 0))
        let times = ["startTimeUnixNano", "endTimeUnixNano"].map {
            (span[$0] as? String).flatMap(UInt64.init)
        }
        #expect(times.allSatisfy { $0 != nil } && (times[0] ?? 0) <= (times[1] ?? 0))
        try check(attributes: span["attributes"])
        if let status = span["status"] {
            #expect((0...2).contains(try object(status)["code"] as? Int ?? -1))
        }
    }

    private static func check(attributes: Any?) throws {
        for attribute in try objects(attributes) {
            #expect(Set(attribute.keys) == ["key", "value"] && attribute["key"] is String)
            let value = try object(attribute["value"])
            #expect(value.count == 1 && Set(value.keys).isSubset(of: valueMembers))
            if let number = value["intValue"] { #expect((number as? String).flatMap(Int64.init) != nil) }
        }
    }

    private static func isHex(_ value: Any?, _ count: Int) -> Bool {
        guard let text = value as? String, text.utf8.count == count else { return false }
        return text.contains { $0 != "0" } && text.allSatisfy { $0.isHexDigit && !$0.isUppercase }
    }

    private static func object(_ value: Any?) throws -> [String: Any] {
        try #require(value as? [String: Any])
    }

    private static func objects(_ value: Any?) throws -> [[String: Any]] {
        try #require(value as? [[String: Any]])
    }
}
