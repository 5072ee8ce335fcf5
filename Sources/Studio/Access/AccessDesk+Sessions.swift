package import Domain

/// Somebody who has just signed in.
package struct StartedSession: Sendable, Hashable {
    /// The value of their cookie.
    package let token: Secret
    package let session: AccessSession
    package let key: AccessKey
}

extension AccessDesk {
    /// Signs somebody in with the secret of their key.
    ///
    /// - Throws: ``AccessRefusal`` or ``StoreError``.
    package func signIn(with secret: Secret) async throws -> StartedSession {
        let key = try await key(showing: secret)
        let now = parts.clock.now()
        let token = parts.hasher.random(bits: 260)
        let end = now.advanced(by: configuration.sessionLifetime)
        let session = AccessSession(
            digest: parts.hasher.digest(token), key: key.id, startedAt: now,
            endsAt: min(end, key.endsAt ?? end))
        try await parts.store.start(
            session,
            recording: entry(
                .signedIn, by: key.actor, in: key.workspace, target: "keys/\(key.id)", at: now))
        return StartedSession(token: Secret(token), session: session, key: key)
    }

    /// Ends a session.
    ///
    /// - Throws: ``StoreError``.
    package func signOut(_ token: String, of key: AccessKey) async throws(StoreError) {
        try await parts.store.endSession(
            parts.hasher.digest(token),
            recording: entry(
                .signedOut, by: key.actor, in: key.workspace, target: "keys/\(key.id)",
                at: parts.clock.now()))
    }

    /// What a form of a session carries, so that no other page can send one for somebody who signed in.
    ///
    /// It follows from the cookie's value and from chance, and the value does not follow from it. It is another
    /// one each time, so that nothing is learned of it from the lengths of compressed pages (BREACH).
    package func formToken(of token: String) -> String {
        formToken(of: token, salt: parts.hasher.random(bits: 80))
    }

    /// Whether a form carries a token of this session.
    package func isFormToken(_ shown: String, of token: String) -> Bool {
        let salt = shown.prefix { $0 != "-" }
        return areEqual(shown, formToken(of: token, salt: String(salt)))
    }

    private func formToken(of token: String, salt: String) -> String {
        salt + "-" + parts.hasher.digest("form:\(salt):\(token)")
    }

    /// A text of chance for a form that is sent before anybody signed in.
    package func newFormToken() -> String { parts.hasher.random(bits: 160) }

    /// Whether two tokens are the same, in a time that tells nothing.
    package func areEqual(_ first: String, _ second: String) -> Bool { parts.hasher.areEqual(first, second) }
}
