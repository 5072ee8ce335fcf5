package import Domain

extension SQLiteStore: SplitBook {
    package func split(_ first: String, _ second: String, in workspace: Workspace) async throws(StoreError) {
        let split = Split(first, second, in: workspace)
        try await writer.write { (connection) throws(StoreError) in
            try connection.run(
                "INSERT OR IGNORE INTO split (workspace, first, second) VALUES (?, ?, ?)",
                [SQLiteValue(workspace), .text(split.first), .text(split.second)])
        }
    }

    package func splits() async throws(StoreError) -> [Split] {
        try await reader.read { (connection) throws(StoreError) in
            var splits: [Split] = []
            try connection.run("SELECT workspace, first, second FROM split") { (row) throws(StoreError) in
                splits.append(
                    Split(
                        try row.text(1), try row.text(2),
                        in: Workspace(rawValue: try row.text(0))))
            }
            return splits
        }
    }
}
