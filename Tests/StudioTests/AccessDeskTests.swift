import Domain
import Keys
import MemoryCache
import SQLiteStore
import Synchronization
import TestSupport
import Testing

@testable import Studio

/// Who is let in, by which key, until when.
@Suite(.timeLimit(.minutes(5)))
struct AccessDeskTests {
    private let folder: TemporaryFolder
    private let clock = ManualWallClock()
    private let hasher = CountingHasher()
    private let admin = Actor(name: "park", role: .admin)

    init() throws { folder = try TemporaryFolder() }

    private func store() throws -> SQLiteStore {
        try SQLiteStore(path: folder.file(SQLiteStore.fileName))
    }

    private func desk(_ store: any AccessStore) -> AccessDesk {
        AccessDesk(
            AccessDesk.Parts(
                store: store, hasher: hasher, tries: MemoryRateCounter(), clock: clock,
                random: SystemRandomSource()))
    }

    private func wish(
        _ role: Role = .editor, in workspace: Workspace = .standard, name: String? = "kim",
        endsAt: Timestamp? = nil
    ) throws -> KeyWish {
        try KeyWish(role: role, workspace: workspace, name: name, endsAt: endsAt)
    }

    private func expectRefusal(
        _ refusal: AccessRefusal, sourceLocation: SourceLocation = #_sourceLocation,
        _ body: () async throws -> Void
    ) async {
        let error = await #expect(throws: AccessRefusal.self, sourceLocation: sourceLocation) {
            try await body()
        }
        #expect(error == refusal, sourceLocation: sourceLocation)
    }

    @Test func `the door is open until there is a key, and never again`() async throws {
        let desk = desk(try store())
        #expect(try await desk.isOpen())
        let made = try await desk.create(wish(), by: admin)
        #expect(try await !desk.isOpen())
        _ = try await desk.revoke(made.key.id, in: .standard, by: admin)
        #expect(try await !desk.isOpen())
    }

    @Test func `another process's first key is seen after a second`() async throws {
        let store = try store()
        let (one, other) = (desk(store), desk(store))
        #expect(try await one.isOpen())
        _ = try await other.create(wish(), by: admin)
        clock.advance(by: .seconds(1))
        #expect(try await !one.isOpen())
    }

    @Test func `a secret is shown once, found by its prefix and hashed once`() async throws {
        let store = try store()
        let desk = desk(store)
        let made = try await desk.create(wish(), by: admin)
        let text = made.secret.reveal()
        #expect(text.hasPrefix(made.key.prefix + "_") && text.utf8.count == 67)
        #expect(!"\(made)".contains(text.suffix(20)))
        for _ in 0..<5 { #expect(try await desk.key(showing: made.secret) == made.key) }
        #expect(hasher.matchCount == 1)
        let book = try #require(try await store.accessBook(after: nil))
        #expect(book.keys == [made.key])
        #expect(!made.key.hash.rawValue.contains(text.suffix(52)))
    }

    @Test func `what is no key is refused without work, and a wrong secret after one look`() async throws {
        let desk = desk(try store())
        let made = try await desk.create(wish(), by: admin)
        let stranger = KeySecret(by: hasher)
        for text in ["", "x", "rpk_", made.key.prefix, stranger.secret.reveal(), made.secret.reveal() + "0"] {
            await expectRefusal(.unknown) { _ = try await desk.key(showing: Secret(text)) }
        }
        #expect(hasher.matchCount == 0)
        let wrong = Secret(made.key.prefix + "_" + String(repeating: "0", count: 52))
        for _ in 0..<3 { await expectRefusal(.unknown) { _ = try await desk.key(showing: wrong) } }
        #expect(hasher.matchCount == 1)
    }

    @Test func `guessing at one key is slowed down, and whoever has its secret is not`() async throws {
        let desk = desk(try store())
        let made = try await desk.create(wish(), by: admin)
        _ = try await desk.key(showing: made.secret)
        var refusals: [AccessRefusal] = []
        for _ in 0..<40 {
            let guess = Secret(made.key.prefix + "_" + hasher.random(bits: 260))
            do {
                _ = try await desk.key(showing: guess)
            } catch let refusal as AccessRefusal {
                refusals.append(refusal)
            }
        }
        #expect(refusals.prefix(19).allSatisfy { $0 == .unknown })
        guard case .tooManyTries? = refusals.last else {
            Issue.record("\(refusals)")
            return
        }
        #expect(hasher.matchCount <= 20)
        #expect(try await desk.key(showing: made.secret) == made.key)
    }

    @Test func `expiry, rotation with overlap and revocation end a key at their time`() async throws {
        let store = try store()
        let (desk, elsewhere) = (desk(store), desk(store))
        let end = clock.now().advanced(by: .seconds(100))
        let old = try await desk.create(wish(endsAt: end), by: admin)
        _ = try await elsewhere.key(showing: old.secret)
        let new = try await desk.rotate(
            old.key.id, in: .standard, overlap: .seconds(50), endsAt: nil, by: admin)
        #expect(new.key.name == old.key.name && new.key.role == old.key.role)
        #expect(new.key.replaces == old.key.id)
        clock.advance(by: .seconds(49))
        #expect(try await elsewhere.key(showing: old.secret).id == old.key.id)
        clock.advance(by: .seconds(1))
        await expectRefusal(.expired) { _ = try await elsewhere.key(showing: old.secret) }
        #expect(try await elsewhere.key(showing: new.secret).id == new.key.id)
        _ = try await desk.revoke(new.key.id, in: .standard, by: admin)
        await expectRefusal(.revoked) { _ = try await elsewhere.key(showing: new.secret) }
        #expect(await !elsewhere.holds(new.key.id))
    }

    @Test func `a session lasts as long as its key, its time, or until somebody leaves`() async throws {
        let store = try store()
        let (desk, elsewhere) = (desk(store), desk(store))
        let made = try await desk.create(wish(), by: admin)
        let started = try await desk.signIn(with: made.secret)
        let token = started.token.reveal()
        #expect(try await elsewhere.key(inSession: token) == made.key)
        let form = desk.formToken(of: token)
        #expect(elsewhere.isFormToken(form, of: token) && !form.contains(token))
        #expect(desk.formToken(of: token) != form && desk.isFormToken(desk.formToken(of: token), of: token))
        #expect(!desk.isFormToken(form, of: token + "0") && !desk.isFormToken("", of: token))
        #expect(!desk.isFormToken("-", of: token) && !desk.isFormToken(form + "0", of: token))
        try await desk.signOut(token, of: made.key)
        await expectRefusal(.unknown) { _ = try await elsewhere.key(inSession: token) }
        let second = try await desk.signIn(with: made.secret).token.reveal()
        clock.advance(by: .seconds(12 * 3600))
        await expectRefusal(.expired) { _ = try await elsewhere.key(inSession: second) }
        let third = try await desk.signIn(with: made.secret).token.reveal()
        _ = try await desk.revoke(made.key.id, in: .standard, by: admin)
        await expectRefusal(.revoked) { _ = try await elsewhere.key(inSession: third) }
        let actions = try await store.auditEntries(in: .standard, of: nil, before: nil, limit: 9)
            .map(\.action.rawValue).sorted()
        #expect(actions == ["createdKey", "revokedKey", "signedIn", "signedIn", "signedIn", "signedOut"])
    }

    @Test(arguments: Role.allCases.filter { $0 != .admin })
    func `only admins look after keys, and only after those of their workspace`(role: Role) async throws {
        let desk = desk(try store())
        let other = Workspace(rawValue: "other")
        let made = try await desk.create(wish(), by: admin)
        for actor in [
            Actor(name: "a", role: role), Actor(name: "b", role: .admin, workspaces: [other]),
        ] {
            await #expect(throws: PermissionError.self) { try await desk.create(wish(), by: actor) }
            await #expect(throws: PermissionError.self) { try await desk.keys(in: .standard, by: actor) }
            await #expect(throws: PermissionError.self) {
                try await desk.revoke(made.key.id, in: .standard, by: actor)
            }
            await #expect(throws: PermissionError.self) {
                try await desk.rotate(
                    made.key.id, in: .standard, overlap: .zero, endsAt: nil, by: actor)
            }
        }
        let neighbour = Actor(name: "b", role: .admin, workspaces: [other])
        await #expect(throws: PermissionError.self) { try await desk.keys(in: nil, by: neighbour) }
        #expect(try await desk.keys(in: other, by: neighbour).isEmpty)
        #expect(try await desk.keys(in: nil, by: admin) == [made.key])
    }

    @Test func `while the store is away known keys hold for a while, and unknown ones do not`() async throws {
        let store = SometimesAway(try store())
        let desk = desk(store)
        let made = try await desk.create(wish(), by: admin)
        _ = try await desk.key(showing: made.secret)
        store.isAway.withLock { $0 = true }
        #expect(try await desk.key(showing: made.secret) == made.key)
        #expect(await desk.holds(made.key.id))
        clock.advance(by: .seconds(599))
        #expect(try await desk.key(showing: made.secret) == made.key)
        clock.advance(by: .seconds(1))
        await #expect(throws: StoreError.self) { try await desk.key(showing: made.secret) }
        let newcomer = self.desk(store)
        await #expect(throws: StoreError.self) { try await newcomer.isOpen() }
    }

    @Test(arguments: [
        ("90d", 90 * 86_400), ("12h", 43_200), ("30m", 1800), ("2026-11-19", 1_795_046_400 - 1_795_000_000),
    ])
    func `an end is read as people write it`(text: String, seconds: Int) throws {
        let end = try KeyWish.end(typed: text, field: "expires", from: clock.now())
        #expect(end == clock.now().advanced(by: .seconds(seconds)))
    }

    @Test(arguments: ["", "0d", "-1d", "d", "90", "90y", "9999999999999999999d", "2020-01-01", "２d", "1.5h"])
    func `what is no end is refused by its field`(text: String) {
        let error = #expect(throws: InputError.self) {
            try KeyWish.end(typed: text, field: "expires", from: clock.now())
        }
        #expect(error?.field == "expires")
    }

    @Test(arguments: ["", "reprise", "anonymous", "a\nb", String(repeating: "x", count: 101)])
    func `a name that stands for nobody is refused`(name: String) {
        #expect(throws: InputError.self) { try wish(name: name) }
    }
}

/// Counts how often the slow part is done, with a fast one.
private final class CountingHasher: SecretHasher {
    private let hasher = ScryptHasher(cost: ScryptCost(logN: 4, r: 1, p: 1))
    private let count = Mutex(0)

    var matchCount: Int { count.withLock { $0 } }

    func random(bits: Int) -> String { hasher.random(bits: bits) }
    func hash(_ secret: Secret) async -> SecretHash { await hasher.hash(secret) }

    func matches(_ secret: Secret, _ hash: SecretHash) async -> Bool {
        count.withLock { $0 += 1 }
        return await hasher.matches(secret, hash)
    }

    func digest(_ secret: String) -> String { hasher.digest(secret) }
    func mark(of secret: Secret) -> String { hasher.mark(of: secret) }
    func areEqual(_ first: String, _ second: String) -> Bool { hasher.areEqual(first, second) }
}

/// A store that can be cut off.
private final class SometimesAway: AccessStore {
    let isAway = Mutex(false)
    private let store: SQLiteStore

    init(_ store: SQLiteStore) { self.store = store }

    func accessBook(after version: Int?) async throws(StoreError) -> AccessBook? {
        if isAway.withLock({ $0 }) { throw StoreError(.unavailable, "away") }
        return try await store.accessBook(after: version)
    }

    func add(_ key: AccessKey, ending replaced: Timestamp?, recording entry: AuditEntry)
        async throws(StoreError)
    {
        try await store.add(key, ending: replaced, recording: entry)
    }

    func revoke(
        _ id: AccessKey.ID, in workspace: Workspace, at now: Timestamp, recording entry: AuditEntry
    ) async throws(StoreError) -> AccessKey {
        try await store.revoke(id, in: workspace, at: now, recording: entry)
    }

    func start(_ session: AccessSession, recording entry: AuditEntry) async throws(StoreError) {
        try await store.start(session, recording: entry)
    }

    func endSession(_ digest: String, recording entry: AuditEntry) async throws(StoreError) {
        try await store.endSession(digest, recording: entry)
    }
}
