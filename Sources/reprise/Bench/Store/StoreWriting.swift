import Domain
import Foundation

/// Durable edits a second: of the store, and of the bare database with the same bytes in the same run.
struct StoreWriting: Sendable {
    /// Prompts that are edited.
    static let editedPrompts = 512
    /// Edits of one measurement.
    private static let edits = 4096

    let store: any MeasuredStore
    let archive: any LivingArchive & JobStore
    let histories: SyntheticHistories

    func measure() async throws -> TextTable {
        for start in stride(from: 0, to: Self.editedPrompts, by: 64) {
            try await archive.insert((start..<(start + 64)).map(histories.history))
        }
        var table = TextTable(
            "Durable edits, \(Self.edits) each: revision, diff, edit, words, audit entry",
            head: [store.name, "edits/s", "p50 ms", "p99 ms", "of the bare database"])
        let encoded = try bytes()
        for (name, writers) in [("one after the other", 1), ("16 at once", 16), ("64 at once", 64)] {
            let (perSecond, times) = try await edit(writers: writers)
            let raw = try await rawEdits(encoded, group: writers)
            table.add(
                name, perSecond.text(), times.percentile(50).text(decimals: 2),
                times.percentile(99).text(decimals: 2), "\((100 * perSecond / raw.perSecond).text()) %")
            table.add(
                "  bare, \(writers == 1 ? "a commit each" : "\(writers) a commit")", raw.perSecond.text(),
                raw.times.percentile(50).text(decimals: 2), raw.times.percentile(99).text(decimals: 2), "")
        }
        return table
    }

    /// Edits by writers that each wait for their answer, each with prompts of its own.
    private func edit(writers: Int) async throws -> (perSecond: Double, times: Latencies) {
        let each = Self.edits / writers
        let times = try await withThrowingTaskGroup(of: [Double].self) { group in
            for writer in 0..<writers {
                group.addTask { try await self.edit(each, writer: writer, of: writers) }
            }
            return try await group.reduce(into: [[Double]]()) { $0.append($1) }
        }
        // Making the edits is not the store's time: each writer counts for the time that it waited.
        let perSecond = times.reduce(0) { $0 + Double($1.count) / ($1.reduce(0, +) / 1000) }
        return (perSecond, Latencies(times.flatMap(\.self)))
    }

    private func edit(_ count: Int, writer: Int, of writers: Int) async throws -> [Double] {
        var heads: [Revision] = []
        for number in stride(from: writer, to: Self.editedPrompts, by: writers) {
            let id = histories.history(number).history.prompt.id
            let head = try await archive.prompt(id, in: .standard).head
            heads.append(try await archive.revision(head.number, of: id, in: .standard))
        }
        var times: [Double] = []
        for number in 0..<count {
            let place = number % heads.count
            let save = histories.save(after: heads[place], number: number)
            let start = ContinuousClock.now
            try await archive.append(
                save.revision, words: save.words, edits: [save.edit], reverting: [],
                recording: save.entry, in: .standard)
            times.append((ContinuousClock.now - start).inMilliseconds)
            heads[place] = save.revision
        }
        return times
    }

    /// What the bare database writes for an edit: the same values as JSON.
    private func bytes() throws -> [[UInt8]] {
        let first = histories.history(0).history.revisions[4]
        return try (0..<256).map { number in
            let save = histories.save(after: first, number: number)
            let encoder = JSONEncoder()
            return try Array(encoder.encode(save.revision)) + Array(encoder.encode(save.edit))
                + Array(encoder.encode(save.entry)) + Array(encoder.encode(save.words))
        }
    }

    private func rawEdits(_ records: [[UInt8]], group: Int) async throws -> (
        perSecond: Double, times: Latencies
    ) {
        let all = (0..<Self.edits).map { records[$0 % records.count] }
        let start = ContinuousClock.now
        let times = try await store.writeRaw(all, group: group)
        return (Double(all.count) / (ContinuousClock.now - start).inSeconds, Latencies(times))
    }
}
