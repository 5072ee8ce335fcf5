package import Domain

/// A key with its secret, which nobody sees a second time.
package struct MadeKey: Sendable, Hashable {
    package let key: AccessKey
    package let secret: Secret
}

extension AccessDesk {
    /// Returns the keys of a workspace, or of all, the oldest first.
    ///
    /// - Throws: ``PermissionError`` or ``StoreError``.
    package func keys(in workspace: Workspace?, by actor: Actor) async throws -> [AccessKey] {
        if let workspace {
            try actor.require(.manageKeys, in: workspace)
        } else {
            try actor.requireEverywhere(.manageKeys)
        }
        return try await register().keys(in: workspace)
    }

    /// Makes a key.
    ///
    /// - Throws: ``PermissionError`` or ``StoreError``.
    package func create(_ wish: KeyWish, by actor: Actor) async throws -> MadeKey {
        try actor.require(.manageKeys, in: wish.workspace)
        let made = await make(wish, by: actor, replacing: nil)
        try await keep(made, ending: nil, by: actor, .createdKey)
        return made
    }

    /// Makes a key in the place of another, with the same name and rights; both are taken for a while.
    ///
    /// - Parameters:
    ///   - overlap: How long the old one is still taken.
    ///   - endsAt: When the new one ends; nil for never.
    /// - Throws: ``PermissionError``; ``StoreError``, `conflict` when the old one was revoked.
    package func rotate(
        _ id: AccessKey.ID, in workspace: Workspace, overlap: Duration, endsAt: Timestamp?, by actor: Actor
    ) async throws -> MadeKey {
        try actor.require(.manageKeys, in: workspace)
        guard let old = try await register().keys(in: workspace).first(where: { $0.id == id }) else {
            throw StoreError.noKey(id)
        }
        let wish = try KeyWish(role: old.role, workspace: workspace, name: old.name, endsAt: endsAt)
        let made = await make(wish, by: actor, replacing: id)
        try await keep(made, ending: parts.clock.now().advanced(by: overlap), by: actor, .rotatedKey)
        return made
    }

    /// Takes a key back: the next request with it is refused, on every instance.
    ///
    /// - Throws: ``PermissionError`` or ``StoreError``.
    package func revoke(_ id: AccessKey.ID, in workspace: Workspace, by actor: Actor) async throws
        -> AccessKey
    {
        try actor.require(.manageKeys, in: workspace)
        let now = parts.clock.now()
        return try await parts.store.revoke(
            id, in: workspace, at: now,
            recording: entry(.revokedKey, by: actor, in: workspace, target: "keys/\(id)", at: now))
    }

    private func make(_ wish: KeyWish, by actor: Actor, replacing old: AccessKey.ID?) async -> MadeKey {
        let shown = KeySecret(by: parts.hasher)
        let now = parts.clock.now()
        let key = AccessKey(
            id: AccessKey.ID(at: now, random: parts.random), prefix: shown.prefix,
            name: wish.name ?? shown.prefix, role: wish.role, workspace: wish.workspace,
            hash: await parts.hasher.hash(shown.secret), createdBy: actor.name, createdAt: now,
            endsAt: wish.endsAt, replaces: old)
        return MadeKey(key: key, secret: shown.secret)
    }

    private func keep(
        _ made: MadeKey, ending replaced: Timestamp?, by actor: Actor, _ action: AuditEntry.Action
    ) async throws {
        let key = made.key
        let detail = "\(key.role.rawValue) '\(key.name)'" + (key.replaces.map { " for keys/\($0)" } ?? "")
        try await parts.store.add(
            key, ending: replaced,
            recording: entry(
                action, by: actor, in: key.workspace, target: "keys/\(key.id)", detail: detail,
                at: key.createdAt))
        forgetLook()
    }

    func entry(
        _ action: AuditEntry.Action, by actor: Actor, in workspace: Workspace, target: String,
        detail: String? = nil, at now: Timestamp
    ) -> AuditEntry {
        AuditEntry(
            id: AuditEntry.ID(at: now, random: parts.random), workspace: workspace, actor: actor,
            action: action, prompt: nil, target: target, detail: detail, at: now)
    }
}
