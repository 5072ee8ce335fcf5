import Domain

/// A book of keys and sessions, ready to be looked into.
struct AccessRegister: Sendable {
    let version: Int
    private let keys: [AccessKey.ID: AccessKey]
    private let byPrefix: [String: AccessKey.ID]
    private let sessions: [String: AccessSession]

    init(_ book: AccessBook) {
        version = book.version
        keys = Dictionary(book.keys.map { ($0.id, $0) }) { $1 }
        byPrefix = Dictionary(book.keys.map { ($0.prefix, $0.id) }) { $1 }
        sessions = Dictionary(book.sessions.map { ($0.digest, $0) }) { $1 }
    }

    /// Whether no key was ever made, so that nobody is asked for one.
    ///
    /// Keys that are over still close the door: nobody opens it by revoking the last one.
    var isOpen: Bool { keys.isEmpty }

    /// All keys of a workspace, or of all, the oldest first.
    func keys(in workspace: Workspace?) -> [AccessKey] {
        keys.values.filter { workspace == nil || $0.workspace == workspace }.sorted { $0.id < $1.id }
    }

    func key(_ prefix: String) -> AccessKey? { byPrefix[prefix].flatMap { keys[$0] } }

    /// The key of an identifier.
    ///
    /// - Throws: ``AccessRefusal`` when it is not taken at this moment.
    func validKey(_ id: AccessKey.ID, at now: Timestamp) throws(AccessRefusal) -> AccessKey {
        guard let key = keys[id] else { throw .unknown }
        switch key.state(at: now) {
        case .valid: return key
        case .expired: throw .expired
        case .revoked: throw .revoked
        }
    }

    /// The session of a cookie, with the key that it was started with.
    ///
    /// - Throws: ``AccessRefusal`` when one of both is over.
    func session(_ digest: String, at now: Timestamp) throws(AccessRefusal) -> (AccessSession, AccessKey) {
        guard let session = sessions[digest] else { throw .unknown }
        guard session.endsAt > now else { throw .expired }
        return (session, try validKey(session.key, at: now))
    }
}
