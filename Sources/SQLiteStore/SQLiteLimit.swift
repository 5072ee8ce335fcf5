package import Domain
import Synchronization

/// Notes what the writer of a store does, so that a benchmark can have bare SQLite do the same.
package final class StatementRecorder: Sendable {
    private let statements = Mutex<[RecordedStatement]?>(nil)

    package init() {}

    /// Notes every statement from now on.
    package func start() { statements.withLock { $0 = [] } }

    /// Ends that, and returns what was noted.
    package func stop() -> StatementRecording {
        let noted = statements.withLock { statements in
            defer { statements = nil }
            return statements ?? []
        }
        return StatementRecording(noted)
    }

    func note(_ sql: String, _ arguments: [SQLiteValue]) {
        statements.withLock { $0?.append(RecordedStatement(sql: sql, arguments: arguments)) }
    }
}

struct RecordedStatement: Sendable {
    let sql: String
    let arguments: [SQLiteValue]
}

/// The statements of writes that each end with an entry of the audit trail, without their commits.
package struct StatementRecording: Sendable {
    private var writes: [[RecordedStatement]] = []

    init(_ statements: [RecordedStatement]) {
        var write: [RecordedStatement] = []
        for statement in statements where !["BEGIN IMMEDIATE", "COMMIT"].contains(statement.sql) {
            write.append(statement)
            guard statement.sql.hasPrefix("INSERT INTO audit") else { continue }
            writes.append(write)
            write = []
        }
    }

    /// Does the same on a copy of the file that was made before: statements prepared once, one thread, and
    /// nothing of ours around them.
    ///
    /// - Parameters:
    ///   - path: The copy, which is changed.
    ///   - group: How many writes share a commit.
    /// - Returns: How long each commit took, with its writes.
    package func replay(on path: String, group: Int) throws(StoreError) -> [Duration] {
        let connection = try SQLiteConnection(path: path, busyTimeout: .zero)
        try connection.runScript(SQLiteStore.settings)
        var prepared: [String: SQLiteStatement] = [:]
        for statement in writes.joined() where prepared[statement.sql] == nil {
            prepared[statement.sql] = try SQLiteStatement(statement.sql, on: connection.raw)
        }
        let steps = writes.map { $0.map { (statement: prepared[$0.sql], arguments: $0.arguments) } }
        var times: [Duration] = []
        for first in stride(from: 0, to: steps.count, by: group) {
            let start = ContinuousClock.now
            try connection.transaction { (_) throws(StoreError) in
                for step in steps[first..<min(first + group, steps.count)].joined() {
                    try step.statement?.run(step.arguments) { (_) throws(StoreError) in }
                }
            }
            times.append(ContinuousClock.now - start)
        }
        return times
    }
}
