import Domain
import Foundation

/// What reading and searching cost as the history grows.
struct StoreGrowth: Sendable {
    /// What was measured at one size; times in milliseconds that 99 of 100 calls stay within.
    struct Row: Sendable {
        let prompts: Int
        let head: Double
        let revision: Double
        let revisions: Double
        let page: Double
        let search: Double
        let filtered: Double
        let bytesPerRevision: Double
        let residentBytes: Int
    }

    private static let calls = 2000
    private static let batch = 500

    let archive: any LivingArchive & JobStore
    let histories: SyntheticHistories

    /// How many of the first histories are there already.
    func seeded(upTo count: Int) async throws -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if try await has(middle) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func has(_ number: Int) async throws -> Bool {
        do {
            _ = try await archive.prompt(histories.history(number).history.prompt.id, in: .standard)
            return true
        } catch {
            guard error.code == .notFound else { throw error }
            return false
        }
    }

    /// Takes histories in through the store itself.
    ///
    /// - Returns: Seconds.
    func seed(_ numbers: Range<Int>, shell: Shell) async throws -> Double {
        let start = ContinuousClock.now
        var next = await batch(from: numbers.lowerBound, to: numbers.upperBound)
        for first in stride(from: numbers.lowerBound, to: numbers.upperBound, by: Self.batch) {
            // One batch is made while the one before goes in.
            async let following = batch(from: first + Self.batch, to: numbers.upperBound)
            try await archive.insert(next)
            next = await following
            if first / 50_000 != (first + Self.batch) / 50_000 {
                shell.say("  \(first) of \(numbers.upperBound)")
            }
        }
        return max((ContinuousClock.now - start).inSeconds, 0.001)
    }

    @concurrent
    private func batch(from first: Int, to end: Int) async -> [(history: PromptHistory, words: PromptWords)] {
        (first..<max(first, min(first + Self.batch, end))).map(histories.history)
    }

    func measure(_ size: Int, bytes: Int) async throws -> Row {
        var random = BenchRandom(seed: UInt64(size))
        let ids = (0..<Self.calls).map { _ in
            histories.history(Int(random.next() % UInt64(size))).history.prompt.id
        }
        let queries = (0..<Self.calls).map { _ in query(&random) }
        let archive = archive
        let head = try await p99 { _ = try await archive.prompt(ids[$0], in: .standard) }
        let revision = try await p99 { _ = try await archive.revision(3, of: ids[$0], in: .standard) }
        let revisions = try await p99 { _ = try await archive.revisions(of: ids[$0], in: .standard) }
        let page = try await p99 {
            _ = try await archive.prompts(in: .standard, before: ids[$0], limit: 20)
        }
        let search = try await p99 {
            _ = try await archive.find(queries[$0], in: .standard, after: nil, limit: 20)
        }
        let filtered = try await p99 { number in
            var query = queries[number]
            query.category = Category.allCases[number % Category.allCases.count]
            query.author = "author\(number % 50)"
            _ = try await archive.find(query, in: .standard, after: nil, limit: 20)
        }
        return Row(
            prompts: size, head: head, revision: revision, revisions: revisions, page: page,
            search: search, filtered: filtered,
            bytesPerRevision: Double(bytes) / Double(size * SyntheticHistories.revisionCount),
            residentBytes: ProcessFigures.ownResidentBytes)
    }

    /// One to three words, as frequent in queries as they are in texts.
    private func query(_ random: inout BenchRandom) -> PromptQuery {
        var query = PromptQuery()
        let count = 1 + Int(random.next() % 3)
        query.words = Set((0..<count).map { _ in histories.word(random.fraction()) }).sorted()
        return query
    }

    private func p99(_ call: (Int) async throws -> Void) async throws -> Double {
        // The first calls warm statements and pages, and are not counted.
        _ = try await Latencies.measure(50, call)
        return try await Latencies.measure(Self.calls, call).percentile(99)
    }

    static func table(_ rows: [Row], of name: String) -> TextTable {
        var table = TextTable(
            "\(name): milliseconds that 99 of 100 calls stay within, \(calls) calls one after the other, "
                + "\(SyntheticHistories.revisionCount) revisions a prompt",
            head: [
                "prompts", "prompt", "revision", "all revisions", "page of 20", "search", "with filters",
                "bytes/revision", "memory MiB",
            ])
        for row in rows {
            table.add(
                Double(row.prompts).text(), row.head.text(decimals: 2), row.revision.text(decimals: 2),
                row.revisions.text(decimals: 2), row.page.text(decimals: 2), row.search.text(decimals: 2),
                row.filtered.text(decimals: 2), row.bytesPerRevision.text(),
                "\(row.residentBytes >> 20)")
        }
        return table
    }
}

/// Whether memory grows with use.
extension StoreGrowth {
    /// Saves, reads and searches, and says how much memory the process holds meanwhile.
    func leakTable(_ operations: Int, prompts: Int) async throws -> TextTable {
        var table = TextTable(
            "Memory over \(operations) operations: saves, reads, pages and searches by turns",
            head: ["operations", "memory MiB"])
        var random = BenchRandom(seed: 5)
        for number in 0...operations {
            if number.isMultiple(of: max(operations / 10, 1)) {
                table.add(Double(number).text(), "\(ProcessFigures.ownResidentBytes >> 20)")
            }
            let id = histories.history(Int(random.next() % UInt64(prompts))).history.prompt.id
            switch number % 4 {
            case 0:
                let head = try await archive.prompt(id, in: .standard).head
                let last = try await archive.revision(head.number, of: id, in: .standard)
                let save = histories.save(after: last, number: number)
                try await archive.append(
                    save.revision, words: save.words, edits: [save.edit], reverting: [],
                    recording: save.entry, in: .standard)
            case 1: _ = try await archive.revisions(of: id, in: .standard)
            case 2: _ = try await archive.prompts(in: .standard, before: id, limit: 20)
            default: _ = try await archive.find(query(&random), in: .standard, after: nil, limit: 20)
            }
        }
        return table
    }
}
