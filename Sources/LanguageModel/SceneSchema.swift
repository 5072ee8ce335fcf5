import Domain

/// The JSON schema of what the model answers: the slots of a ``Scene``, and the translation.
enum SceneSchema {
    /// As `response_format` takes it.
    static var named: [String: Any] { ["name": "scene", "strict": true, "schema": schema] }

    /// Slots that hold plain phrases.
    static let phraseSlots = [
        "place", "time", "weather", "light", "camera", "style", "mood", "audio", "onScreenText", "exclusions",
    ]

    private static var schema: [String: Any] {
        var properties: [String: Any] = [
            "language": text, "translation": text, "subjects": list(of: subject), "actions": list(of: action),
        ]
        for slot in phraseSlots { properties[slot] = list(of: object(phrase)) }
        return object(properties)
    }

    private static var text: [String: Any] { ["type": "string"] }

    private static var phrase: [String: Any] { ["text": text, "source": ["type": ["string", "null"]]] }

    private static var subject: [String: Any] {
        var fields = phrase
        fields["name"] = text
        fields["kind"] = ["type": "string", "enum": Subject.Kind.allCases.map(\.rawValue)]
        fields["count"] = ["type": ["integer", "null"]]
        fields["looks"] = list(of: text)
        return object(fields)
    }

    private static var action: [String: Any] {
        var fields = phrase
        fields["subject"] = ["type": ["integer", "null"]]
        return object(fields)
    }

    private static func list(of items: [String: Any]) -> [String: Any] { ["type": "array", "items": items] }

    /// Strict schemas require every property and allow no other.
    private static func object(_ properties: [String: Any]) -> [String: Any] {
        [
            "type": "object", "properties": properties, "required": properties.keys.sorted(),
            "additionalProperties": false,
        ]
    }
}
