import Domain

/// Who asks, as the door knows them.
struct Caller: Sendable {
    let actor: Actor
    /// Where they look and work.
    let workspace: Workspace
    /// What they showed; nil for the owner of a service without keys, and for guests.
    let key: AccessKey?
    /// The value of the cookie that they signed in with; nil for those who show their key itself.
    let session: String?
    /// What their forms carry; empty without a session.
    let formToken: String

    /// Everybody who reaches a service without keys.
    static let owner = Self(actor: Actor(name: "anonymous", role: .admin), key: nil)

    /// Somebody who showed nothing that is known.
    static let guest = Self(actor: Actor(name: "anonymous", role: .viewer, workspaces: []), key: nil)

    /// Somebody with a key.
    init(_ key: AccessKey, session: String? = nil, formToken: String = "") {
        self.init(actor: key.actor, key: key, session: session, formToken: formToken)
    }

    private init(actor: Actor, key: AccessKey?, session: String? = nil, formToken: String = "") {
        self.actor = actor
        self.key = key
        self.session = session
        self.formToken = formToken
        workspace = key?.workspace ?? .standard
    }

    /// Whether nobody was asked for a key.
    var isOwner: Bool { key == nil && actor.workspaces == nil }

    func may(_ permission: Permission) -> Bool {
        (try? actor.require(permission, in: workspace)) != nil
    }
}
