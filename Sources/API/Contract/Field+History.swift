import Domain
import Studio

extension Field where Value == ReferenceName {
    /// The name of a branch or a label.
    static func name(_ name: String, in place: FieldDescription.Place, _ summary: String) -> Self {
        Self(name, in: place, summary, schema: ["type": "string", "maxLength": 64]) { text throws(Fault) in
            try faults { () throws(InputError) in try ReferenceName(typed: text, field: name) }
        }
    }
}

extension Field where Value == RevisionReference {
    /// A revision by its number, or by a branch or label.
    static func reference(
        _ name: String, in place: FieldDescription.Place, _ summary: String
    ) -> Self {
        Self(name, in: place, summary, schema: ["type": "string"]) { text throws(Fault) in
            try faults { () throws(InputError) in try RevisionReference(typed: text, field: name) }
        }
    }
}

extension Field where Value == [ConfigurationMerge.Side] {
    /// How conflicts are resolved, separated by commas.
    static func sides(_ name: String, in place: FieldDescription.Place, _ summary: String) -> Self {
        Self(name, in: place, summary, isList: true, schema: ["type": "string"]) { text throws(Fault) in
            var sides: [ConfigurationMerge.Side] = []
            for word in text.split(separator: ",") {
                guard let side = ConfigurationMerge.Side(rawValue: word.trimmed) else {
                    throw Fault(code: .unknownValue, expected: "base, ours, theirs or both, by commas")
                }
                sides.append(side)
            }
            return sides
        }
    }
}

extension Field where Value == Timestamp {
    /// A moment.
    static func time(_ name: String, in place: FieldDescription.Place, _ summary: String) -> Self {
        Self(name, in: place, summary, schema: ["type": "string", "format": "date-time"]) {
            text throws(Fault) in
            let isDay = text.utf8.count == 10
            guard let time = Timestamp(isDay ? text + "T00:00:00.000Z" : text) else {
                throw Fault(
                    code: .malformed, expected: "such as 2026-11-24 or 2026-11-24T09:30:00.000Z, in UTC")
            }
            return time
        }
    }
}

extension Field where Value == Duration {
    /// A stretch of time.
    static func span(_ name: String, in place: FieldDescription.Place, _ summary: String) -> Self {
        Self(name, in: place, summary, schema: ["type": "string", "pattern": "^[0-9]+[dhm]$"]) {
            text throws(Fault) in
            guard let span = KeyWish.duration(text) else {
                throw Fault(code: .malformed, expected: "days, hours or minutes, such as 7d, 24h or 30m")
            }
            return span
        }
    }
}

extension Field {
    /// Turns what a value's own check says into what a field says.
    private static func faults(_ body: () throws(InputError) -> Value) throws(Fault) -> Value {
        do {
            return try body()
        } catch {
            throw Fault(code: error.code, expected: error.expected)
        }
    }
}
