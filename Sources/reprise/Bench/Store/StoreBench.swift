import Domain
import Foundation

/// What a store costs: durable edits beside the bare database, reads and searches as the history grows,
/// bytes and memory, and whether memory grows with use.
struct StoreBench: Sendable {
    let store: any MeasuredStore
    let histories: SyntheticHistories
    /// Prompts at which it is measured, ascending.
    let sizes: [Int]
    /// Operations of the look for leaks.
    let operations: Int
    let plot: String?
    let shell: Shell

    func run() async throws {
        let archive = try await store.open()
        let growth = StoreGrowth(archive: archive, histories: histories)
        var seeded = try await growth.seeded(upTo: sizes.last ?? 0)
        if seeded == 0 {
            let writing = StoreWriting(store: store, archive: archive, histories: histories)
            shell.print(try await writing.measure().text)
            seeded = StoreWriting.editedPrompts
        }
        var rows: [StoreGrowth.Row] = []
        for size in sizes {
            let seconds = try await growth.seed(min(seeded, size)..<size, shell: shell)
            shell.say("\(size) prompts, \((Double(size - seeded) / seconds).text()) prompts/s")
            seeded = max(seeded, size)
            rows.append(try await growth.measure(size, bytes: try await store.bytes()))
        }
        shell.print(StoreGrowth.table(rows, of: store.name).text)
        if let plot {
            try StoreGrowthPlot(rows: rows, name: store.name).svg.write(
                toFile: plot, atomically: true, encoding: .utf8)
        }
        if operations > 0 {
            shell.print(try await growth.leakTable(operations, prompts: seeded).text)
        }
        await store.close()
    }
}
