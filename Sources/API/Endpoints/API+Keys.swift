import Domain
import HTTPServer
import Studio

extension API {
    var keyEndpoints: [Endpoint] { [keyList, keyMaking, keyRotating, keyRevoking] }

    private var keyList: Endpoint {
        Endpoint(
            method: .get, pattern: "/v1/keys", name: "listKeys",
            access: .may(.manageKeys),
            summary: "The keys of the workspace, the oldest first, those that are over too.",
            replies: [.init(200, "The keys.", json: Schemas.list("keys", of: KeyView.schema))]
        ) { input in
            let keys = try await door.desk.keys(in: input.workspace, by: input.actor)
            return try .json(["keys": keys.map { KeyView($0, at: door.desk.now) }])
        }
    }

    private var keyMaking: Endpoint {
        let fields = KeyFields()
        return Endpoint(
            method: .post, pattern: "/v1/keys", name: "createKey",
            access: .may(.manageKeys),
            summary: "Makes a key. Its `secret` is in this answer and nowhere else. From the first key on, "
                + "everybody is asked for one.",
            fields: fields.descriptions,
            replies: [.init(201, "The key with its secret.", json: KeyView.schema)],
            problems: [.forbidden, .noSpace], showsSecret: true
        ) { input in
            let wish = try fields.wish(of: input, at: door.desk.now)
            return try .json(KeyView(try await door.desk.create(wish, by: input.caller.actor)), status: 201)
        }
    }

    private var keyRotating: Endpoint {
        let overlap = Field.span(
            "overlap", in: .body, "How long the old one is still taken, such as 24h or 7d; 24h without it.")
        let expires = KeyFields.expires
        return Endpoint(
            method: .post, pattern: "/v1/keys/{id}/rotate", name: "rotateKey",
            access: .may(.manageKeys),
            summary: "Makes a key in the place of another, with the same name and role; for a while both are "
                + "taken.",
            fields: [PathFields.key.description, overlap.description, expires.description],
            replies: [.init(201, "The new key with its secret.", json: KeyView.schema)],
            problems: [.notFound, .conflict, .noSpace], showsSecret: true
        ) { input in
            let made = try await door.desk.rotate(
                input.required(PathFields.key), in: input.workspace,
                overlap: input.value(overlap) ?? .seconds(86_400),
                endsAt: KeyFields.end(of: input, at: door.desk.now), by: input.caller.actor)
            return try .json(KeyView(made), status: 201)
        }
    }

    private var keyRevoking: Endpoint {
        Endpoint(
            method: .post, pattern: "/v1/keys/{id}/revoke", name: "revokeKey",
            access: .may(.manageKeys),
            summary:
                "Takes a key back: the next request with it, or with a session of it, is refused on every "
                + "instance.",
            fields: [PathFields.key.description],
            replies: [.init(200, "The key as it is now.", json: KeyView.schema)],
            problems: [.notFound, .noSpace]
        ) { input in
            let key = try await door.desk.revoke(
                input.required(PathFields.key), in: input.workspace, by: input.caller.actor)
            return try .json(KeyView(key, at: door.desk.now))
        }
    }
}

/// The fields that say what key is wanted.
private struct KeyFields: Sendable {
    static let expires = Field.text(
        "expires", in: .body, "When it ends: such as 90d, 12h or 2027-01-31; never without it.")

    private let role = Field<Role>.choice("role", in: .body, "What it allows.", isRequired: true)
    private let name = Field.line(
        "name", in: .body, "Whose it is, as it stands in revisions and in the audit trail.", maximum: 100)
    private let workspace = Field.line(
        "workspace", in: .body, "Where it holds; your own workspace without it.", maximum: 64)

    var descriptions: [FieldDescription] {
        [role.description, name.description, workspace.description, Self.expires.description]
    }

    func wish(of input: Input, at now: Timestamp) throws -> KeyWish {
        let named = try input.value(workspace).map { text throws(InputError) in
            try Workspace(typed: text, field: "workspace")
        }
        return try KeyWish(
            role: input.required(role), workspace: named ?? input.workspace, name: input.value(name),
            endsAt: Self.end(of: input, at: now))
    }

    static func end(of input: Input, at now: Timestamp) throws -> Timestamp? {
        try input.value(expires).map { text throws(InputError) in
            try KeyWish.end(typed: text, field: "expires", from: now)
        }
    }
}
