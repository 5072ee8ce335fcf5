package import Domain

/// A store behind a network, bridged while it is away.
///
/// Away, writes that follow what is at hand are kept in a journal on this machine's disk before they are
/// acknowledged, and ``run()`` gives them to the store in order, once, when it is back. Reads answer from
/// what this process last read and wrote, and note in ``Freshness/current`` that they may be stale; what is
/// not at hand is unavailable, never "not found".
package final class BridgedStore<Remote: LivingArchive & JobStore>: Sendable {
    let remote: Remote
    let standby: Standby
    let journal: WriteJournal
    let connection = BridgeConnection()
    let settings: BridgeSettings
    let rejections: RejectedWrites

    /// Opens the journal; what a crash left in it waits for the store from now on.
    ///
    /// - Throws: `StoreError.Code.unavailable` when another process has the journal, `internalFailure`
    ///   when it is damaged.
    package init(_ remote: Remote, _ settings: BridgeSettings) throws(StoreError) {
        self.remote = remote
        self.settings = settings
        standby = Standby(atMost: settings.recordsAtHand)
        rejections = RejectedWrites(path: settings.path + ".rejected")
        journal = try WriteJournal(settings, connection: connection, standby: standby)
    }

    /// What waits in the journal.
    package var backlog: JournalBacklog { connection.backlog }

    /// Whether the store was away at the last look.
    package var isAway: Bool { connection.isAway }

    /// How many acknowledged writes could not be given to the store, since it had moved on.
    package var rejectedWrites: Int { rejections.count }

    /// How the store is doing, for people.
    package var status: PartStatus {
        let backlog = connection.backlog
        guard connection.isAway else {
            return PartStatus(name: "mongodb", state: .ready, detail: "MongoDB can be reached")
        }
        let waiting =
            backlog.writes == 0
            ? "" : "; \(backlog.writes) writes (\(backlog.bytes >> 10) KiB) wait in the journal"
        return PartStatus(
            name: "mongodb", state: .degraded,
            detail: "MongoDB cannot be reached: reads may be stale, writes go to the journal\(waiting)")
    }

    /// Gives a write to the store, or keeps it in the journal while the store is away.
    func write<Value: Sendable>(
        _ write: JournaledWrite, atHand: @Sendable (Standby.Records) -> Value?,
        _ body: @Sendable (Remote) async throws(StoreError) -> Value
    ) async throws(StoreError) -> Value {
        while true {
            if !connection.isAway {
                do throws(StoreError) {
                    let value = try await body(remote)
                    standby.take(write)
                    return value
                } catch {
                    try await goAway(after: error)
                }
            }
            guard try await journal.keep(write) else { continue }
            Freshness.current?.note(.journal)
            guard let value = standby.read(atHand) else { throw .notAtHand }
            return value
        }
    }

    /// The same for what returns nothing.
    func write(
        _ write: JournaledWrite, _ body: @Sendable (Remote) async throws(StoreError) -> Void
    ) async throws(StoreError) {
        let _: Bool = try await self.write(write, atHand: { _ in true }) { (remote) throws(StoreError) in
            try await body(remote)
            return true
        }
    }

    /// Reads from the store, or from what is at hand while it is away.
    ///
    /// - Parameters:
    ///   - atHand: nil when it is not.
    ///   - learn: Remembers what the store said.
    func read<Value: Sendable>(
        atHand: @Sendable (Standby.Records) -> Value?,
        learn: @Sendable (inout Standby.Records, Value) -> Void = { _, _ in },
        _ body: @Sendable (Remote) async throws(StoreError) -> Value
    ) async throws(StoreError) -> Value {
        if !connection.isAway {
            do throws(StoreError) {
                let value = try await body(remote)
                standby.learn { learn(&$0, value) }
                return value
            } catch {
                try await goAway(after: error)
            }
        }
        Freshness.current?.note(.stale)
        guard let value = standby.read(atHand) else { throw .notAtHand }
        return value
    }

    /// Notes that the store is away, when that is why a call failed; else throws what it failed with.
    private func goAway(after error: StoreError) async throws(StoreError) {
        guard error.code == .unavailable else { throw error }
        // Many at once are refused too, by a store that is there.
        do throws(StoreError) {
            try await remote.checkHealth()
        } catch {
            connection.lost()
            return
        }
        throw error
    }

    func reject(_ write: JournaledWrite, because error: StoreError) throws(StoreError) {
        try rejections.add(write, because: error)
    }
}
