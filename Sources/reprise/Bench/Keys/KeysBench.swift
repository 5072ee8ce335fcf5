import Domain
import Keys
import MemoryCache
import SQLiteStore
import Studio

/// What letting somebody in costs, with keys in a SQLite file.
struct KeysBench: Sendable {
    let rounds: Int
    let shell: Shell

    private static let looks = 5000

    func run() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.path + "/" + SQLiteStore.fileName)
        let hasher = ScryptHasher()
        let desk = AccessDesk(
            AccessDesk.Parts(
                store: store, hasher: hasher, tries: MemoryRateCounter(), clock: SystemClock(),
                random: SystemRandomSource()))
        let wish = try KeyWish(role: .editor, workspace: .standard, name: "bench")
        let made = try await desk.create(wish, by: .service)
        let session = try await desk.signIn(with: made.secret).token.reveal()
        let version = try await store.accessBook(after: nil)?.version
        let cost = ScryptCost.standard
        let first = try await measured(3) { _ = await hasher.matches(made.secret, made.key.hash) }
        let known = try await measured(Self.looks) { _ = try await desk.key(showing: made.secret) }
        let signedIn = try await measured(Self.looks) { _ = try await desk.key(inSession: session) }
        let look = try await measured(Self.looks) { _ = try await store.accessBook(after: version) }
        var table = TextTable(
            "Letting somebody in; median of \(rounds) rounds, one after the other", head: ["", "µs each"])
        table.add(
            "secret checked for the first time, scrypt N=2^\(cost.logN) r=\(cost.r) p=\(cost.p)", first.text()
        )
        table.add("key that was checked before", known.text(decimals: 1))
        table.add("session", signedIn.text(decimals: 1))
        table.add("of which the look whether anything changed", look.text(decimals: 1))
        shell.print(table.text)
        await store.close()
    }

    /// Microseconds for each of `count` runs, the median of all rounds.
    private func measured(_ count: Int, _ body: () async throws -> Void) async throws -> Double {
        var rows: [Double] = []
        for _ in 0..<rounds {
            let start = ContinuousClock.now
            for _ in 0..<count { try await body() }
            rows.append((ContinuousClock.now - start) / .microseconds(count))
        }
        return rows.median ?? 0
    }
}
