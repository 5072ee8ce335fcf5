import Domain
import Foundation
import RemoteVideo
import TestSupport
import Testing

/// What was spent, on the disk before it is.
@Suite struct LedgerTests {
    private let folder: TemporaryFolder
    private let clock = ManualWallClock()

    init() throws { folder = try TemporaryFolder() }

    private var path: String { folder.file("ledger.jsonl") }

    @Test func `a budget refuses what is too much, and says when it begins anew`() async throws {
        let ledger = FileLedger(path: path, limits: SpendingLimits(day: Money(dollars: 1)))
        try await ledger.reserve(spending(dollars: 0.6))
        let error = await #expect(throws: BudgetExceeded.self) {
            try await ledger.reserve(try spending(dollars: 0.5))
        }
        #expect(error?.spent == Money(dollars: 0.6))
        #expect(error?.description.contains("$1.00, $0.60 of it is spent") == true)
        let rest = try #require(error?.retryAfter)
        clock.advance(by: rest)
        try await ledger.reserve(spending(dollars: 0.5))
    }

    @Test func `each workspace has its own budget`() async throws {
        let ledger = FileLedger(path: path, limits: SpendingLimits(workspace: Money(dollars: 1)))
        try await ledger.reserve(spending(dollars: 1, in: "a"))
        try await ledger.reserve(spending(dollars: 1, in: "b"))
        await #expect(throws: BudgetExceeded.self) {
            try await ledger.reserve(try spending(dollars: 0.01, in: "a"))
        }
    }

    @Test(
        arguments: zip(
            [Spending.State.reserved, .accepted, .released, .charged],
            [Money(dollars: 0.6), Money(dollars: 0.6), .zero, Money(dollars: 0.2)]))
    func `the last word on a submission counts`(state: Spending.State, spent: Money) throws {
        var book = SpendingBook()
        var spending = try spending(dollars: 0.6)
        book.add(spending)
        spending.state = state
        if state == .charged { spending.amount = Money(dollars: 0.2) }
        book.add(spending)
        #expect(book.spent(at: clock.now()) == spent)
        #expect(book.all == [spending])
    }

    @Test func `what was spent is known after a restart, and to other processes`() async throws {
        let limits = SpendingLimits(day: Money(dollars: 1))
        let (first, second) = (FileLedger(path: path, limits: limits), FileLedger(path: path, limits: limits))
        try await first.reserve(spending(dollars: 0.6))
        await #expect(throws: BudgetExceeded.self) {
            try await second.check(Money(dollars: 0.5), in: .standard, at: clock.now())
        }
        await #expect(throws: BudgetExceeded.self) { try await second.reserve(try spending(dollars: 0.5)) }
        #expect(try await FileLedger(path: path, limits: limits).spendings().count == 1)
    }

    @Test func `many at once never spend more than there is`() async throws {
        let limits = SpendingLimits(day: Money(dollars: 1))
        let ledgers = (0..<4).map { _ in FileLedger(path: path, limits: limits) }
        let count = await withTaskGroup { group in
            for index in 0..<40 {
                group.addTask {
                    do {
                        try await ledgers[index % 4].reserve(try spending(dollars: 0.1))
                        return 1
                    } catch { return 0 }
                }
            }
            return await group.reduce(0, +)
        }
        #expect(count == 10)
    }

    @Test func `half a line of a crash spoils nothing`() async throws {
        let ledger = FileLedger(path: path, limits: SpendingLimits())
        try await ledger.reserve(spending(dollars: 0.6))
        let whole = try #require(FileManager.default.contents(atPath: path))
        try (whole + Data(#"{"amount":1,"at"#.utf8)).write(to: URL(filePath: path))
        try await FileLedger(path: path, limits: SpendingLimits()).reserve(spending(dollars: 0.1))
        let read = try await FileLedger(path: path, limits: SpendingLimits()).spendings()
        #expect(read.map(\.amount) == [Money(dollars: 0.6), Money(dollars: 0.1)])
    }

    @Test func `nothing is spent that cannot be noted`() async throws {
        let ledger = FileLedger(path: folder.path + "/no/such/folder", limits: SpendingLimits())
        let error = await #expect(throws: ProviderError.self) {
            try await ledger.reserve(try spending(dollars: 1))
        }
        #expect(error?.code == .storage)
    }

    private func spending(dollars: Double, in workspace: String = "default") throws -> Spending {
        let request = try OfferBook.named("kling").sample()
        let now = clock.now()
        let job = VideoJob(
            id: VideoJob.ID(at: now, random: SystemRandomSource()),
            workspace: Workspace(rawValue: workspace),
            prompt: Prompt.ID(at: now, random: SystemRandomSource()), revision: 1, request: request,
            provider: "kling", createdAt: now)
        return Spending(job, attempt: 1, amount: Money(dollars: dollars), state: .reserved, at: now)
    }
}
