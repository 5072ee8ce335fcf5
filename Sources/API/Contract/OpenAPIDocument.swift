import Domain
import HTTPServer

/// The endpoints as OpenAPI 3.1 describes them (https://spec.openapis.org/oas/v3.1.0).
struct OpenAPIDocument {
    /// The version of the API; `docs/api-changelog.md` says what each brought.
    static let version = "1.1.0"

    let endpoints: [Endpoint]

    var value: JSONValue {
        [
            "openapi": "3.1.0",
            "info": [
                "title": "Reprise", "version": .string(Self.version),
                "description": "Remembers how prompts for AI video were written, and brings the best back.",
            ],
            "paths": .object(paths),
            "components": [
                "schemas": ["Problem": Problem.schema], "securitySchemes": Self.securitySchemes,
            ],
        ]
    }

    private var paths: [String: JSONValue] {
        Dictionary(grouping: endpoints, by: \.pattern).mapValues { endpoints in
            .object(
                endpoints.reduce(into: [:]) { $0[$1.method.rawValue.lowercased()] = operation($1) })
        }
    }

    private func operation(_ endpoint: Endpoint) -> JSONValue {
        var members: [String: JSONValue] = [
            "operationId": .string(endpoint.name), "summary": .string(endpoint.summary),
            "responses": .object(responses(of: endpoint)), "security": security(of: endpoint),
        ]
        var parameters = endpoint.fields.filter { $0.place != .body }.map { parameter($0, of: endpoint) }
        if endpoint.isSelectable {
            parameters.append(parameter(FieldSelection.field.description, of: endpoint))
        }
        parameters += headers(of: endpoint)
        if !parameters.isEmpty { members["parameters"] = .array(parameters) }
        if endpoint.takesBody { members["requestBody"] = body(of: endpoint) }
        if !endpoint.bodies.isEmpty {
            members["requestBody"] = [
                "required": true,
                "content": .object(
                    Dictionary(
                        uniqueKeysWithValues: endpoint.bodies.map { type, schema in
                            (type, content(schema, as: type, of: endpoint))
                        })),
            ]
        }
        return .object(members)
    }

    private func headers(of endpoint: Endpoint) -> [JSONValue] {
        var headers: [(String, String)] = []
        if endpoint.method == .post {
            headers.append(("Idempotency-Key", "Sending the same again with the same key does it once."))
        }
        if endpoint.problems.contains(where: { $0.status == 412 }) {
            headers.append(("If-Match", "The `ETag` of what was seen; 412 when it is another by now."))
        }
        return headers.map { name, summary in
            let schema: JSONValue =
                name == "If-Match"
                ? ["type": "string", "pattern": "^\"[1-9][0-9]{0,8}\"$"]
                : ["type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[!-~]+$"]
            return [
                "name": .string(name), "in": "header", "description": .string(summary), "required": false,
                "schema": schema,
            ]
        }
    }

    private static let securitySchemes: JSONValue = [
        "key": [
            "type": "http", "scheme": "bearer", "bearerFormat": "rpk_…",
            "description": "A key that 'reprise key create' or createKey made.",
        ],
        "session": [
            "type": "apiKey", "in": "cookie", "name": "reprise-session",
            "description":
                "Of a browser that signed in; what changes something also carries the form's token.",
        ],
    ]

    /// What lets somebody in, with the right that it takes; nothing where everybody is let in.
    private func security(of endpoint: Endpoint) -> JSONValue {
        guard let permission = endpoint.access?.permission else { return [] }
        let right: JSONValue = [.string(permission.rawValue)]
        return [["key": right], ["session": right]]
    }

    private func parameter(_ field: FieldDescription, of endpoint: Endpoint) -> JSONValue {
        var members: [String: JSONValue] = [
            "name": .string(field.name), "in": .string(field.place.rawValue),
            "description": .string(field.summary), "required": .boolean(field.isRequired),
            "schema": field.schema,
        ]
        if let example = Examples.parameter(field.name, of: endpoint) {
            let isNumber = field.schema["type"] == .string("integer")
            members["example"] = isNumber ? .integer(Int(example) ?? 0) : .string(example)
        }
        return .object(members)
    }

    /// A kind of body with its schema and, where there is one, an example.
    private func content(_ schema: JSONValue, as type: String, of endpoint: Endpoint) -> JSONValue {
        var members: [String: JSONValue] = ["schema": schema]
        members["example"] = Examples.body(of: endpoint, as: type)
        return .object(members)
    }

    /// The three kinds of body are read into one model.
    private func body(of endpoint: Endpoint) -> JSONValue {
        let fields = endpoint.fields.filter { $0.place == .body }
        let properties = fields.map { ($0.name, described($0)) }
        let schema: JSONValue = [
            "type": "object", "additionalProperties": false,
            "properties": .object(Dictionary(properties) { $1 }),
            "required": .array(fields.filter(\.isRequired).map { .string($0.name) }),
        ]
        let types = ["application/x-www-form-urlencoded", "multipart/form-data", "application/json"]
        let contents = types.map { ($0, content(schema, as: $0, of: endpoint)) }
        return [
            "required": .boolean(fields.contains(where: \.isRequired)),
            "content": .object(Dictionary(contents) { $1 }),
        ]
    }

    private func described(_ field: FieldDescription) -> JSONValue {
        guard case .object(var members) = field.schema else { return field.schema }
        members["description"] = .string(field.summary)
        return .object(members)
    }

    private func responses(of endpoint: Endpoint) -> [String: JSONValue] {
        var responses: [String: JSONValue] = [:]
        for (status, replies) in Dictionary(grouping: endpoint.replies, by: \.status) {
            var members: [String: JSONValue] = ["description": .string(replies[0].summary)]
            let contents = replies.compactMap(\.content).flatMap { Self.content($0, of: endpoint) }
            if !contents.isEmpty { members["content"] = .object(Dictionary(contents) { first, _ in first }) }
            responses["\(status)"] = .object(members)
        }
        for (status, kinds) in Dictionary(grouping: endpoint.problems, by: \.status)
        where responses["\(status)"] == nil {
            responses["\(status)"] = problem(kinds.map(\.entry.english).joined(separator: "; "))
        }
        if endpoint.access?.permission != nil {
            for kind in [ProblemKind.unauthenticated, .forbidden] where responses["\(kind.status)"] == nil {
                responses["\(kind.status)"] = problem(kind.entry.english)
            }
        }
        responses["default"] = problem("Whatever else can go wrong.")
        return responses
    }

    /// What is JSON is also a page and text, and a list also lines.
    private static func content(
        _ content: (type: String, schema: JSONValue), of endpoint: Endpoint
    ) -> [(String, JSONValue)] {
        let own: [(String, JSONValue)] = [(content.type, ["schema": content.schema])]
        guard content.type == Representation.json.rawValue, endpoint.isNegotiated else { return own }
        let others: [Representation] = endpoint.isList ? [.html, .text, .lines] : [.html, .text]
        return own + others.map { ($0.rawValue, ["schema": ["type": "string"]]) }
    }

    private func problem(_ summary: String) -> JSONValue {
        [
            "description": .string(summary),
            "content": ["application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]]],
        ]
    }
}
