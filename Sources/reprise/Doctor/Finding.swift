import Domain

/// What the doctor says about one thing.
struct Finding: Sendable, Equatable, Encodable {
    let name: String
    let state: PartStatus.State
    let detail: String
    /// The command that mends it; nil while nothing is amiss.
    let remedy: String?

    init(_ name: String, _ state: PartStatus.State, _ detail: String, remedy: String? = nil) {
        (self.name, self.state, self.detail) = (name, state, detail)
        self.remedy = state == .ready ? nil : remedy
    }

    init(_ status: PartStatus) {
        self.init(status.name, status.state, status.detail, remedy: Self.remedies[status.name])
    }

    /// One line for a person; what mends it stands below.
    var text: String {
        let mark = state == .ready ? "ok  " : state == .degraded ? "less" : "FAIL"
        return "\(mark)  \(name): \(detail)" + (remedy.map { "\n      mend it: \($0)" } ?? "")
    }

    /// What mends the parts of the service.
    private static let remedies = [
        "history": "reprise backup COPY tells what is damaged; docs/upgrading.md restores a backup",
        "dictionary": "scripts/fetch-packages run && scripts/compile-dictionary",
        "embedding": "scripts/fetch-packages run",
        "renderer": "make build",
        "redis": "redis-cli -u \"$REPRISE_REDIS_URL\" ping, and systemctl start redis-server",
        "mongodb": "mongosh \"$REPRISE_MONGODB_URI\" --eval 'rs.status()'",
        "llm": "reprise config | grep llm, then curl \"$REPRISE_LLM_URL/models\"",
    ]
}
