import Domain
import Foundation
import MongoStore
import TestSupport
import Testing

/// A replica set of three loses its primary while many write.
///
/// `REPRISE_LONG_TESTS=1` makes it 10,000 edits each.
@Suite(
    .timeLimit(.minutes(20)), .serialized, .enabled(if: MongodProcess.isThere, "\(MongodProcess.reason)"))
struct FailoverTests {
    private static let edits =
        ProcessInfo.processInfo.environment["REPRISE_LONG_TESTS"] == nil ? 1200 : 10_000

    @Test func `after a step-down and the kill of a primary every edit is there once`() async throws {
        let set = try MongoReplicaSet(members: 3)
        try await set.settled()
        let crowd = try Crowd(uri: set.uri, edits: Self.edits)
        try await crowd.edit { part in
            if part == 0 {
                let primary = try #require(try await set.primary())
                _ = try? await set.onThread {
                    try MongoShell(address: primary.address).run(#"{"replSetStepDown": 5, "force": true}"#)
                }
            } else {
                let primary = try #require(try await set.primary())
                await primary.kill()
            }
        }
        try await crowd.check()
    }

    @Test(.enabled(if: CutNetwork.isPermitted, "\(CutNetwork.reason)"))
    func `after the cable of the primary was cut every edit is there once`() async throws {
        let network = try await CutNetwork()
        do {
            let set = try MongoReplicaSet(members: 3, network: network)
            try await set.settled()
            let crowd = try Crowd(uri: set.uri, edits: Self.edits)
            try await crowd.edit { part in
                if part == 0 { try await network.cut() } else { try await network.mend() }
            }
            try await crowd.check()
            await set.members[0].kill()
        }
        await network.remove()
    }
}

/// Eight writers who edit a prompt each, and keep on until an edit is acknowledged or found to be there.
private final class Crowd: Sendable {
    private let store: MongoStore
    private let edits: Int
    private let writers = 8
    private let acknowledged = Held<[Prompt.ID: [Revision]]>([:])
    private let longestPause = Held(Duration.zero)
    /// An edit that waits longer than this had no election that ended.
    private let electionTime = Duration.seconds(20)

    init(uri: String, edits: Int) throws {
        var settings = MongoSettings(uri: Secret(uri), database: "failover")
        settings.selectionTimeout = .seconds(15)
        store = try MongoStore(settings)
        self.edits = edits
    }

    /// Edits, and has `trouble` made after a third and after two thirds.
    func edit(_ trouble: @escaping @Sendable (Int) async throws -> Void) async throws {
        let progress = AsyncStream<Int>.makeStream()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<writers {
                group.addTask { try await self.write(as: writer) { progress.continuation.yield(1) } }
            }
            group.addTask {
                var count = 0
                for await _ in progress.stream {
                    count += 1
                    for part in 0..<2 where count == self.edits * (part + 1) / 3 { try await trouble(part) }
                    if count == self.edits { return }
                }
            }
            try await group.waitForAll()
        }
    }

    private func write(as writer: Int, each: @Sendable () -> Void) async throws {
        var samples = HistorySamples(seed: UInt64(writer))
        let (prompt, first) = try samples.prompt(in: Workspace(rawValue: "\(writer)"))
        try await insist {
            try await self.store.create(prompt, first: first)
        } isThere: {
            (try? await self.store.prompt(prompt.id, in: prompt.workspace)) != nil
        }
        var chain = [first]
        for _ in 0..<(edits / writers) {
            let next = samples.revision(after: chain[chain.count - 1])
            try await insist {
                try await self.store.append(next, in: prompt.workspace)
            } isThere: {
                (try? await self.store.revision(next.number, of: prompt.id, in: prompt.workspace)) == next
            }
            chain.append(next)
            each()
        }
        acknowledged.change { $0[prompt.id] = chain }
    }

    /// Tries until it is done, as a client would whose call failed with 503.
    private func insist(
        _ body: @Sendable () async throws -> Void, isThere: @Sendable () async -> Bool
    ) async throws {
        let start = ContinuousClock.now
        while true {
            do {
                try await body()
                break
            } catch let error as StoreError {
                if error.code == .conflict, await isThere() { break }
                guard error.code == .unavailable, ContinuousClock.now - start < electionTime else {
                    throw error
                }
            }
        }
        let pause = ContinuousClock.now - start
        longestPause.change { $0 = max($0, pause) }
    }

    /// Nothing is lost, nothing is there twice, and the writers never waited longer than an election.
    func check() async throws {
        let chains = acknowledged.get()
        #expect(chains.values.map(\.count).reduce(0, +) == edits + writers)
        for (id, chain) in chains {
            let workspace = try #require(
                try await store.allPrompts(after: nil, limit: 1000).first { $0.id == id }?.workspace)
            #expect(try await store.revisions(of: id, in: workspace) == chain)
            var (trail, mark): (Int, AuditEntry.ID?) = (0, nil)
            while true {
                let page = try await store.auditEntries(in: workspace, of: id, before: mark, limit: 1000)
                trail += page.count
                guard let last = page.last else { break }
                mark = last.id
            }
            #expect(trail == chain.count)
        }
        #expect(longestPause.get() < electionTime)
        print("the longest that an edit waited: \(longestPause.get())")
    }
}
