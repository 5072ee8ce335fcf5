import Domain
import Studio

/// How keys are shown on the shell.
struct KeyOutput {
    private struct Line: Encodable {
        let id, prefix, name, role, workspace, state, createdBy, createdAt: String
        let endsAt, replaces, secret: String?

        init(_ key: AccessKey, at now: Timestamp, secret: Secret? = nil) {
            (id, prefix, name) = (key.id.rawValue, key.prefix, key.name)
            (role, workspace) = (key.role.rawValue, key.workspace.rawValue)
            (state, createdBy) = (key.state(at: now).rawValue, key.createdBy)
            createdAt = key.createdAt.description
            endsAt = key.endsAt?.description
            replaces = key.replaces?.rawValue
            self.secret = secret?.reveal()
        }
    }

    let shell: Shell
    let isJSON: Bool

    /// Shows a new key: the secret alone on standard output, so that a script can take it.
    func show(_ made: MadeKey) throws {
        guard !isJSON else {
            return shell.print(
                try JSONText.of(Line(made.key, at: made.key.createdAt, secret: made.secret)))
        }
        let key = made.key
        shell.say(
            "key \(key.id): \(key.role.rawValue) '\(key.name)' in \(key.workspace.rawValue), "
                + (key.endsAt.map { "until \($0)" } ?? "without end")
                + ". This is the only time its secret is shown:")
        shell.print(made.secret.reveal())
    }

    func show(_ keys: [AccessKey], at now: Timestamp) throws {
        guard !isJSON else { return shell.print(try JSONText.of(keys.map { Line($0, at: now) })) }
        guard !keys.isEmpty else { return shell.say("there are no keys; nobody is asked for one") }
        var table = TextTable(
            "\(keys.count) keys", head: ["id", "prefix", "name", "role", "workspace", "state", "ends"])
        for key in keys {
            table.add([
                key.id.rawValue, key.prefix, key.name, key.role.rawValue, key.workspace.rawValue,
                key.state(at: now).rawValue, key.endsAt?.description ?? "",
            ])
        }
        shell.print(table.text)
    }
}
