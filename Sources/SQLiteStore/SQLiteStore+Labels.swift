package import Domain

extension SQLiteStore: LabelStore {
    package func move(_ label: Label, recording entry: AuditEntry, in workspace: Workspace)
        async throws(StoreError)
    {
        let entry = try AuditRecord(entry)
        try await writer.write { (connection) throws(StoreError) in
            try connection.requireRevision(label.revision, of: label.prompt, in: workspace)
            try LabelRecord.write(label, to: connection)
            try FindEntry.update(of: label.prompt, on: connection)
            try entry.insert(into: connection)
        }
    }

    package func labels(of id: Prompt.ID, in workspace: Workspace) async throws(StoreError) -> [Label] {
        try await reader.read { (connection) throws(StoreError) in
            try connection.requirePrompt(id, in: workspace)
            var labels: [Label] = []
            try connection.run(
                "SELECT name, revision, moved_by, moved_at FROM label WHERE prompt = ?1 ORDER BY name",
                [SQLiteValue(id)]
            ) { (row) throws(StoreError) in
                labels.append(
                    Label(
                        prompt: id, name: try row.name(0), revision: row.integer(1),
                        movedBy: try row.text(2), movedAt: row.timestamp(3)))
            }
            return labels
        }
    }

    package func set(_ rule: LabelRule, recording entry: AuditEntry, in workspace: Workspace)
        async throws(StoreError)
    {
        let entry = try AuditRecord(entry)
        try await writer.write { (connection) throws(StoreError) in
            try connection.run(
                "INSERT OR REPLACE INTO label_rule (workspace, label, is_protected, required_approvals) "
                    + "VALUES (?, ?, ?, ?)",
                [
                    SQLiteValue(workspace), .text(rule.label.rawValue),
                    .integer(rule.isProtected ? 1 : 0), SQLiteValue(rule.requiredApprovals),
                ])
            try entry.insert(into: connection)
        }
    }

    package func rules(in workspace: Workspace) async throws(StoreError) -> [LabelRule] {
        try await reader.read { (connection) throws(StoreError) in
            var rules: [LabelRule] = []
            try connection.run(
                "SELECT label, is_protected, required_approvals FROM label_rule WHERE workspace = ?1 "
                    + "ORDER BY label", [SQLiteValue(workspace)]
            ) { (row) throws(StoreError) in
                rules.append(
                    LabelRule(
                        label: try row.name(0), isProtected: row.integer(1) != 0,
                        requiredApprovals: row.integer(2)))
            }
            return rules
        }
    }
}
