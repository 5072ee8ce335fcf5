import Domain

extension Configuration {
    /// The members of a revision that edits change, in the shape that clients see.
    var json: JSONValue {
        var members: [String: JSONValue] = [
            "text": .string(text), "idea": .string(idea.text), "model": .string(model.rawValue),
            "parameters": [
                "aspect": .string(parameters.aspect.rawValue),
                "durationSeconds": .integer(parameters.durationSeconds),
                "seed": JSONNumber("\(parameters.seed)").map(JSONValue.number) ?? .null,
            ],
        ]
        if let negative { members["negative"] = .string(negative) }
        return .object(members)
    }
}
