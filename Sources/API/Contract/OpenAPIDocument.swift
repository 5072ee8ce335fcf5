import Domain
import HTTPServer

/// The endpoints as OpenAPI 3.1 describes them (https://spec.openapis.org/oas/v3.1.0).
struct OpenAPIDocument {
    let endpoints: [Endpoint]

    var value: JSONValue {
        [
            "openapi": "3.1.0",
            "info": [
                "title": "Reprise", "version": "1",
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
        let parameters = endpoint.fields.filter { $0.place != .body }.map(parameter)
        if !parameters.isEmpty { members["parameters"] = .array(parameters) }
        if endpoint.takesBody { members["requestBody"] = body(of: endpoint) }
        if !endpoint.bodies.isEmpty {
            let content = endpoint.bodies.mapValues { JSONValue.object(["schema": $0]) }
            members["requestBody"] = ["required": true, "content": .object(content)]
        }
        return .object(members)
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

    private func parameter(_ field: FieldDescription) -> JSONValue {
        [
            "name": .string(field.name), "in": .string(field.place.rawValue),
            "description": .string(field.summary), "required": .boolean(field.isRequired),
            "schema": field.schema,
        ]
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
        let content = types.map { ($0, JSONValue.object(["schema": schema])) }
        return [
            "required": .boolean(fields.contains(where: \.isRequired)),
            "content": .object(Dictionary(content) { $1 }),
        ]
    }

    private func described(_ field: FieldDescription) -> JSONValue {
        guard case .object(var members) = field.schema else { return field.schema }
        members["description"] = .string(field.summary)
        return .object(members)
    }

    private func responses(of endpoint: Endpoint) -> [String: JSONValue] {
        var responses: [String: JSONValue] = [:]
        for reply in endpoint.replies {
            var members: [String: JSONValue] = ["description": .string(reply.summary)]
            if let content = reply.content {
                members["content"] = .object([content.type: ["schema": content.schema]])
            }
            responses["\(reply.status)"] = .object(members)
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

    private func problem(_ summary: String) -> JSONValue {
        [
            "description": .string(summary),
            "content": ["application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]]],
        ]
    }
}
