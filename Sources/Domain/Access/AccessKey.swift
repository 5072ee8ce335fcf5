/// A key that somebody shows to be let in: who they are, what they may do, where and until when.
///
/// The secret itself is kept nowhere; ``hash`` can only check it.
package struct AccessKey: Sendable, Hashable, Codable, Identifiable {
    package typealias ID = Identifier<AccessKey>

    package let id: ID
    /// What the secret begins with, so that its key is found; no secret itself.
    package let prefix: String
    /// Who shows it, as it stands in revisions and in the audit trail.
    package let name: String
    package let role: Role
    package let workspace: Workspace
    package let hash: SecretHash
    package let createdBy: String
    package let createdAt: Timestamp
    /// The moment from which it is no longer taken; nil for never.
    ///
    /// It only ever comes nearer.
    package private(set) var endsAt: Timestamp?
    package private(set) var isRevoked = false
    /// The key whose place it took.
    package let replaces: ID?

    package init(
        id: ID, prefix: String, name: String, role: Role, workspace: Workspace, hash: SecretHash,
        createdBy: String, createdAt: Timestamp, endsAt: Timestamp? = nil, replaces: ID? = nil
    ) {
        self.id = id
        self.prefix = prefix
        self.name = name
        self.role = role
        self.workspace = workspace
        self.hash = hash
        self.createdBy = createdBy
        self.createdAt = createdAt
        self.endsAt = endsAt
        self.replaces = replaces
    }

    /// The key with an end that is no later than a moment.
    package func ending(by moment: Timestamp, isRevoked: Bool) -> Self {
        var key = self
        key.endsAt = min(endsAt ?? moment, moment)
        key.isRevoked = self.isRevoked || isRevoked
        return key
    }

    package func state(at now: Timestamp) -> AccessKeyState {
        if isRevoked { return .revoked }
        guard let endsAt, endsAt <= now else { return .valid }
        return .expired
    }

    /// Who shows it, with what they may do.
    package var actor: Actor { Actor(name: name, role: role, workspaces: [workspace]) }
}

/// Whether a key is taken.
package enum AccessKeyState: String, Sendable, Hashable, Codable, CaseIterable {
    case valid, expired, revoked
}

/// What is kept of a secret in its place: it checks the secret, and does not give it away.
package struct SecretHash: Sendable, Hashable, Codable, RawRepresentable {
    /// Method, cost, salt and digest in the form of the PHC string format.
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }
}

/// Somebody who signed in on a page and is known by a cookie from then on.
package struct AccessSession: Sendable, Hashable, Codable {
    /// SHA-256 of the cookie's value, in hexadecimal.
    package let digest: String
    /// What they signed in with: when it ends, so does the session.
    package let key: AccessKey.ID
    package let startedAt: Timestamp
    package let endsAt: Timestamp

    package init(digest: String, key: AccessKey.ID, startedAt: Timestamp, endsAt: Timestamp) {
        self.digest = digest
        self.key = key
        self.startedAt = startedAt
        self.endsAt = endsAt
    }
}
