import Domain
import Studio

/// A key as those see it who look after keys; its hash stays where it is.
struct KeyView: Encodable {
    let id: AccessKey.ID
    let prefix: String
    let name: String
    let role: Role
    let workspace: Workspace
    let state: AccessKeyState
    let createdBy: String
    let createdAt: Timestamp
    let endsAt: Timestamp?
    let replaces: AccessKey.ID?
    /// Only in the answer that made it.
    let secret: String?

    init(_ key: AccessKey, at now: Timestamp, secret: Secret? = nil) {
        id = key.id
        prefix = key.prefix
        name = key.name
        role = key.role
        workspace = key.workspace
        state = key.state(at: now)
        createdBy = key.createdBy
        createdAt = key.createdAt
        endsAt = key.endsAt
        replaces = key.replaces
        self.secret = secret?.reveal()
    }

    init(_ made: MadeKey) { self.init(made.key, at: made.key.createdAt, secret: made.secret) }

    static let schema = Schemas.object(
        [
            "id": Schemas.text, "prefix": Schemas.text, "name": Schemas.text,
            "role": Schemas.words(Role.allCases.map(\.rawValue)), "workspace": Schemas.text,
            "state": Schemas.words(AccessKeyState.allCases.map(\.rawValue)), "createdBy": Schemas.text,
            "createdAt": Schemas.time, "endsAt": Schemas.time, "replaces": Schemas.text,
            "secret": Schemas.text,
        ], optional: ["endsAt", "replaces", "secret"])
}
