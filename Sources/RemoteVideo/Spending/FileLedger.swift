import BlockingExecutor
package import Domain
import FoundationEssentials
import Glibc

/// The ledger as a file of JSON lines that only grows; several processes may share it.
///
/// A line is on the disk before anything is paid for. Whoever writes holds the file's lock and has read what
/// others wrote, so that two processes do not spend the same money.
package actor FileLedger: SpendingLedger {
    private let executor = DedicatedThreadExecutor(name: "ledger")
    private let path: String
    private let limits: SpendingLimits
    private var book = SpendingBook()
    /// How much of the file is in the book.
    private var read = 0

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// - Parameters:
    ///   - path: The file; it is made with the first line.
    ///   - limits: What may be spent in a day.
    package init(path: String, limits: SpendingLimits) { (self.path, self.limits) = (path, limits) }

    package func reserve(_ spending: Spending) async throws {
        try withFile { file in
            try book.check(spending.amount, in: spending.workspace, at: spending.at, limits)
            try append(spending, to: file)
        }
    }

    package func settle(_ spending: Spending) async {
        // What cannot be noted stays reserved, which is never too little.
        try? withFile { file in try append(spending, to: file) }
    }

    package func check(_ amount: Money, in workspace: Workspace, at now: Timestamp)
        async throws(BudgetExceeded)
    {
        try? withFile { _ in }
        try book.check(amount, in: workspace, at: now, limits)
    }

    package func spendings() async throws(ProviderError) -> [Spending] {
        do {
            try withFile { _ in }
        } catch {
            throw ProviderError(.storage, "The ledger \(path) cannot be read")
        }
        return book.all
    }

    /// Opens and locks the file, and reads what is new in it.
    private func withFile(_ body: (CInt) throws -> Void) throws {
        let file = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard file >= 0, flock(file, LOCK_EX) == 0 else {
            if file >= 0 { close(file) }
            throw ProviderError(.storage, "The ledger \(path) cannot be opened, so nothing is spent")
        }
        defer { close(file) }
        catchUp(with: file)
        try body(file)
    }

    private func catchUp(with file: CInt) {
        var status = stat()
        guard fstat(file, &status) == 0, Int(status.st_size) > read else { return }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size) - read)
        let count = pread(file, &bytes, bytes.count, off_t(read))
        // A line without its end was cut off by a crash, before anything was paid for.
        guard count > 0, let end = bytes[..<count].lastIndex(of: 10) else { return }
        for line in bytes[..<end].split(separator: 10) {
            if let spending = try? JSONDecoder().decode(Spending.self, from: Data(line)) {
                book.add(spending)
            }
        }
        read += end + 1
    }

    private func append(_ spending: Spending, to file: CInt) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        var status = stat()
        // The half line of a crash is cut off, so that it does not spoil this one.
        if fstat(file, &status) == 0, Int(status.st_size) > read { ftruncate(file, off_t(read)) }
        let line = Array(try encoder.encode(spending)) + [10]
        guard write(file, line, line.count) == line.count, fsync(file) == 0 else {
            throw ProviderError(.storage, "The ledger \(path) cannot be written, so nothing is spent")
        }
        read += line.count
        book.add(spending)
    }
}
