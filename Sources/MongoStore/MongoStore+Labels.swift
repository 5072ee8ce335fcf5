package import Domain

extension MongoStore: LabelStore {
    package func move(_ label: Label, recording entry: AuditEntry, in workspace: Workspace)
        async throws(StoreError)
    {
        let document = try BSONEncoder.encode(label)
        try await change(recording: entry) { (connection) throws(StoreError) in
            let prompt = try connection.requirePrompt(label.prompt, in: workspace, revision: label.revision)
            let names = (prompt["labels"]?.array ?? []).map { $0.document?["name"]?.string ?? "" }
            let place = names.firstIndex { $0.utf8.elementsEqual(label.name.rawValue.utf8) } ?? names.count
            let change = BSONDocument([("labels.\(place)", .document(document))])
            return [
                .update(["_id": BSON(label.prompt)], ["$set": .document(change)], in: Collection.prompts)
            ]
        }
    }

    package func labels(of id: Prompt.ID, in workspace: Workspace) async throws(StoreError) -> [Label] {
        try await run { (connection) throws(StoreError) in
            let prompt = try connection.requirePrompt(id, in: workspace)
            return try Records.values(Label.self, (prompt["labels"]?.array ?? []).compactMap(\.document))
                .sorted { $0.name.rawValue.bytes < $1.name.rawValue.bytes }
        }
    }

    package func set(_ rule: LabelRule, recording entry: AuditEntry, in workspace: Workspace)
        async throws(StoreError)
    {
        let document = try BSONEncoder.encode(rule).with(["workspace": BSON(workspace)])
        let id: BSON = ["workspace": BSON(workspace), "label": .string(rule.label.rawValue)]
        try await change(recording: entry) { (_) throws(StoreError) in
            [.update(["_id": id], ["$set": .document(document)], in: Collection.rules, upsert: true)]
        }
    }

    package func rules(in workspace: Workspace) async throws(StoreError) -> [LabelRule] {
        try await values(
            LabelRule.self, in: Collection.rules, ["workspace": BSON(workspace)], sort: ["label": 1])
    }
}
