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
            head: [store.name, "edits/s", "p50 ms", "p99 ms", "CPU µs an edit", "the store's share"])
        let encoded = try bytes()
        for (name, writers) in [("one after the other", 1), ("16 at once", 16), ("64 at once", 64)] {
            try await store.willEdit()
            let (perSecond, times, processorTime) = try await edit(writers: writers)
            table.add(
                name, perSecond.text(), times.percentile(50).text(decimals: 2),
                times.percentile(99).text(decimals: 2), Self.microseconds(processorTime), "")
            let records = (0..<Self.edits).map { encoded[$0 % encoded.count] }
            for bare in try await store.bareEdits(records, group: writers) {
                let (bareTimes, limit) = (
                    Latencies(bare.times), 1000 * Double(Self.edits) / bare.times.reduce(0, +)
                )
                table.add(
                    "  bare, \(writers == 1 ? "a commit each" : "\(writers) a commit"): \(bare.name)",
                    limit.text(), bareTimes.percentile(50).text(decimals: 2),
                    bareTimes.percentile(99).text(decimals: 2), Self.microseconds(bare.processorTime),
                    "\((100 * perSecond / limit).text()) %")
            }
        }
        return table
    }

    /// What one edit took of the processor.
    private static func microseconds(_ all: Duration) -> String {
        (1000 * all.inMilliseconds / Double(edits)).text()
    }

    /// Edits by writers that each wait for their answer, each with prompts of its own.
    ///
    /// What they save was made before: the time is the store's.
    private func edit(writers: Int) async throws -> (
        perSecond: Double, times: Latencies, processorTime: Duration
    ) {
        var saves: [[SyntheticHistories.Save]] = []
        for writer in 0..<writers { saves.append(try await self.saves(of: writer, of: writers)) }
        let (archive, start, processor) = (archive, ContinuousClock.now, ProcessFigures.ownProcessorTime)
        let times = try await withThrowingTaskGroup(of: [Double].self) { group in
            for saves in saves {
                group.addTask {
                    try await Latencies.times(saves.count) { number in
                        let save = saves[number]
                        try await archive.append(
                            save.revision, words: save.words, edits: [save.edit], reverting: [],
                            recording: save.entry, in: .standard)
                    }
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        return (
            Double(times.count) / (ContinuousClock.now - start).inSeconds, Latencies(times),
            ProcessFigures.ownProcessorTime - processor
        )
    }

    private func saves(of writer: Int, of writers: Int) async throws -> [SyntheticHistories.Save] {
        var heads: [Revision] = []
        for number in stride(from: writer, to: Self.editedPrompts, by: writers) {
            let id = histories.history(number).history.prompt.id
            let head = try await archive.prompt(id, in: .standard).head
            heads.append(try await archive.revision(head.number, of: id, in: .standard))
        }
        return (0..<(Self.edits / writers)).map { number in
            let place = number % heads.count
            let save = histories.save(after: heads[place], number: number)
            heads[place] = save.revision
            return save
        }
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
}
