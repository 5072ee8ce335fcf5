import Foundation
import TestSupport
import Testing

@testable import MongoStore

@Suite struct StoragePageTests {
    /// `UPDATE_GOLDEN=1` writes the table anew.
    @Test func `docs/storage.md has every index with why it exists`() throws {
        let file = BuildProducts.package.appending(path: "docs/storage.md")
        let page = try String(contentsOf: file, encoding: .utf8)
        let table = Self.table
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1",
            let start = page.range(of: Self.head),
            let end = page.range(of: "\n\n", range: start.lowerBound..<page.endIndex)
        {
            try page.replacingCharacters(in: start.lowerBound..<end.lowerBound, with: table)
                .write(to: file, atomically: true, encoding: .utf8)
        } else {
            #expect(page.contains("\n" + table + "\n\n"))
        }
    }

    private static let head = "| collection | index | fields | answers |"

    private static var table: String {
        let rows = MongoSchema.indexes.map { index in
            let fields = index.fields.map { "`\($0)`" }.joined(separator: ", ")
            let marks =
                (index.isUnique ? ", unique" : "") + (index.onlyWith.map { "; only with `\($0)`" } ?? "")
            return "| `\(index.collection)` | `\(index.name)` | \(fields)\(marks) | \(index.reason) |"
        }
        return ([head, "|---|---|---|---|"] + rows).joined(separator: "\n")
    }
}
