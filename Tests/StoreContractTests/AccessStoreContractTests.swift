import Domain
import TestSupport
import Testing

/// What every store promises about keys and sessions.
@Suite(.timeLimit(.minutes(5)))
struct AccessStoreContractTests {
    private let folder: TemporaryFolder
    private let now = Timestamp(milliseconds: 1_795_000_000_000)
    private let other = Workspace(rawValue: "other")

    init() throws { folder = try TemporaryFolder() }

    private func store(_ backend: Backend) throws -> any Archive & AccessStore {
        try #require(try backend.openStore(in: folder) as? any Archive & AccessStore)
    }

    private func key(
        _ name: String, _ role: Role = .editor, in workspace: Workspace = .standard, prefix: String? = nil,
        endsAt: Timestamp? = nil, replaces: AccessKey.ID? = nil
    ) -> AccessKey {
        AccessKey(
            id: AccessKey.ID(at: now, random: SystemRandomSource()), prefix: prefix ?? "rpk_\(name)",
            name: name,
            role: role, workspace: workspace, hash: SecretHash(rawValue: "$scrypt$ln=4,r=1,p=1$a$b"),
            createdBy: "영희", createdAt: now, endsAt: endsAt, replaces: replaces)
    }

    private func entry(_ action: AuditEntry.Action, in workspace: Workspace = .standard) -> AuditEntry {
        AuditEntry(
            id: AuditEntry.ID(at: now, random: SystemRandomSource()), workspace: workspace,
            actor: Actor(name: "영희", role: .admin), action: action, prompt: nil, target: "keys/x", at: now)
    }

    private func session(_ digest: String, of key: AccessKey, from start: Timestamp) -> AccessSession {
        AccessSession(
            digest: digest, key: key.id, startedAt: start, endsAt: start.advanced(by: .seconds(60)))
    }

    @Test(arguments: Backend.allCases)
    func `a new store has no keys, and says so once`(backend: Backend) async throws {
        let store = try store(backend)
        let book = try #require(try await store.accessBook(after: nil))
        #expect(book.keys.isEmpty && book.sessions.isEmpty)
        #expect(try await store.accessBook(after: book.version) == nil)
    }

    @Test(arguments: Backend.allCases)
    func `keys come back as they are, also after a restart, with their entries`(backend: Backend) async throws
    {
        let kept = [
            key("영희 e\u{301}", .admin), key("b", .viewer, in: other, endsAt: now.advanced(by: .seconds(9))),
        ].sorted { $0.id < $1.id }
        do {
            let store = try store(backend)
            for key in kept {
                try await store.add(key, ending: nil, recording: entry(.createdKey, in: key.workspace))
            }
        }
        let store = try store(backend)
        let book = try #require(try await store.accessBook(after: nil))
        #expect(book.keys == kept)
        for workspace in [Workspace.standard, other] {
            let entries = try await store.auditEntries(in: workspace, of: nil, before: nil, limit: 9)
            #expect(entries.map(\.action) == [.createdKey])
        }
    }

    @Test(arguments: Backend.allCases)
    func `a taken prefix or identifier is refused, and nothing of it is kept`(backend: Backend) async throws {
        let store = try store(backend)
        let first = key("a")
        try await store.add(first, ending: nil, recording: entry(.createdKey))
        let version = try await store.accessBook(after: nil)?.version
        await expectStoreError(.conflict) {
            try await store.add(key("b", prefix: "rpk_a"), ending: nil, recording: entry(.createdKey))
        }
        await expectStoreError(.conflict) {
            try await store.add(first, ending: nil, recording: entry(.createdKey))
        }
        #expect(try await store.accessBook(after: version) == nil)
        #expect(try await store.auditEntries(in: .standard, of: nil, before: nil, limit: 9).count == 1)
    }

    @Test(arguments: Backend.allCases)
    func `a revocation is seen by every process's next look`(backend: Backend) async throws {
        let (one, another) = (try store(backend), try store(backend))
        let (kept, revoked) = (key("a"), key("b"))
        for key in [kept, revoked] { try await one.add(key, ending: nil, recording: entry(.createdKey)) }
        let before = try #require(try await another.accessBook(after: nil))
        let answer = try await one.revoke(
            revoked.id, in: .standard, at: now.advanced(by: .seconds(5)), recording: entry(.revokedKey))
        #expect(answer.isRevoked && answer.endsAt == now.advanced(by: .seconds(5)))
        let after = try #require(try await another.accessBook(after: before.version))
        #expect(after.keys.first { $0.id == revoked.id } == answer)
        #expect(after.keys.first { $0.id == kept.id } == kept)
        // Again changes nothing, and leaves no second entry.
        let again = try await another.revoke(
            revoked.id, in: .standard, at: now.advanced(by: .seconds(9)), recording: entry(.revokedKey))
        #expect(again == answer)
        #expect(try await one.accessBook(after: after.version) == nil)
        #expect(try await one.auditEntries(in: .standard, of: nil, before: nil, limit: 9).count == 3)
    }

    @Test(arguments: Backend.allCases)
    func `a key of another workspace is not found`(backend: Backend) async throws {
        let store = try store(backend)
        let key = key("a")
        try await store.add(key, ending: nil, recording: entry(.createdKey))
        await expectStoreError(.notFound) {
            _ = try await store.revoke(key.id, in: other, at: now, recording: entry(.revokedKey))
        }
        await expectStoreError(.notFound) {
            try await store.add(
                self.key("b", in: other, replaces: key.id), ending: now, recording: entry(.rotatedKey))
        }
        #expect(try await store.accessBook(after: nil)?.keys == [key])
    }

    @Test(arguments: Backend.allCases)
    func `the key that takes another's place ends it, and never later than it would end`(backend: Backend)
        async throws
    {
        let store = try store(backend)
        let soon = now.advanced(by: .seconds(10))
        let (endless, short) = (key("a"), key("b", endsAt: soon))
        let later = now.advanced(by: .seconds(100))
        for old in [endless, short] {
            try await store.add(old, ending: nil, recording: entry(.createdKey))
            try await store.add(
                key(old.name, prefix: "rpk_new\(old.name)", replaces: old.id), ending: later,
                recording: entry(.rotatedKey))
        }
        let keys = try #require(try await store.accessBook(after: nil)).keys
        #expect(keys.first { $0.id == endless.id }?.endsAt == later)
        #expect(keys.first { $0.id == short.id }?.endsAt == soon)
        #expect(keys.count == 4 && keys.allSatisfy { !$0.isRevoked })
        _ = try await store.revoke(endless.id, in: .standard, at: now, recording: entry(.revokedKey))
        await expectStoreError(.conflict) {
            try await store.add(
                key("a", prefix: "rpk_third", replaces: endless.id), ending: later,
                recording: entry(.rotatedKey))
        }
    }

    @Test(arguments: Backend.allCases)
    func `sessions start, end and are swept when they are over`(backend: Backend) async throws {
        let store = try store(backend)
        let key = key("a")
        try await store.add(key, ending: nil, recording: entry(.createdKey))
        let first = session("11", of: key, from: now)
        let second = session("22", of: key, from: now.advanced(by: .seconds(1)))
        for session in [first, second] { try await store.start(session, recording: entry(.signedIn)) }
        #expect(try await store.accessBook(after: nil)?.sessions == [first, second])
        await expectStoreError(.conflict) { try await store.start(second, recording: entry(.signedIn)) }
        let third = session("33", of: key, from: first.endsAt)
        try await store.start(third, recording: entry(.signedIn))
        #expect(try await store.accessBook(after: nil)?.sessions == [second, third])
        try await store.endSession("22", recording: entry(.signedOut))
        let book = try #require(try await store.accessBook(after: nil))
        #expect(book.sessions == [third])
        try await store.endSession("22", recording: entry(.signedOut))
        #expect(try await store.accessBook(after: book.version) == nil)
        let actions = try await store.auditEntries(in: .standard, of: nil, before: nil, limit: 9).map(
            \.action)
        #expect(actions.filter { $0 == .signedOut }.count == 1 && actions.count == 5)
    }
}
