import Domain
import Foundation
import Studio

/// `reprise key create|list|rotate|revoke`.
enum KeyCommand: Command {
    static let name = "key"
    static let summary = "Makes, lists, rotates and revokes the keys that people and programs are let in by."
    static let usage = """
        create --role ROLE [--workspace NAME] [--name NAME] [--expires END] | list [--workspace NAME]
                           | rotate ID [--overlap SPAN] [--expires END] | revoke ID  [--json]
        """
    static let optionsHelp = """
          create           Make a key; its secret is shown this once, alone on standard output
          list             Show all keys without their secrets
          rotate ID        Make a key in the place of another, which is still taken for a while
          revoke ID        Take a key back; the next request with it is refused
          --role ROLE      viewer, editor, reviewer, operator or admin
          --workspace NAME Where it holds (default)
          --name NAME      Whose it is, as it stands in revisions and in the audit trail
          --expires END    When it ends: such as 90d, 12h or 2027-01-31; never without it
          --overlap SPAN   How long the old one is still taken, such as 7d, 12h or 0d (24h)
          --json           As data
        """
    static let grammar = Arguments.Grammar(
        options: ["role", "workspace", "name", "expires", "overlap"], flags: ["json"], operands: 1...2)

    static func run(_ arguments: Arguments, settings: Settings, shell: Shell) async throws -> ExitCode {
        let place = try KeyPlace(settings)
        let desk = place.desk
        let output = KeyOutput(shell: shell, isJSON: arguments.flags.contains("json"))
        let result = await Result {
            switch (arguments.operands[0], arguments.operands.dropFirst().first) {
            case ("create", nil):
                try output.show(try await desk.create(arguments.wish(at: desk.now), by: .shell))
            case ("list", nil):
                try output.show(try await desk.keys(in: arguments.workspace(), by: .shell), at: desk.now)
            case ("rotate", let id?):
                let key = try await desk.key(id)
                try output.show(
                    try await desk.rotate(
                        key.id, in: key.workspace, overlap: arguments.overlap(),
                        endsAt: arguments.end(at: desk.now), by: .shell))
            case ("revoke", let id?):
                let key = try await desk.key(id)
                try output.show(
                    [try await desk.revoke(key.id, in: key.workspace, by: .shell)], at: desk.now)
            default:
                throw InputError(
                    field: arguments.operands.joined(separator: " "), code: .unknownValue,
                    expected: "create, list, or rotate or revoke with an identifier")
            }
        }
        await place.close()
        try result.get()
        return .done
    }
}

extension Actor {
    /// Whoever may start this program on the machine of the service may do everything.
    fileprivate static let shell = Self(name: "\(NSUserName())@shell", role: .admin)
}

extension AccessDesk {
    /// Finds a key by its identifier, or by the beginning of its secret.
    fileprivate func key(_ text: String) async throws -> AccessKey {
        let found = try await keys(in: nil, by: .shell).first {
            $0.id.rawValue == text.uppercased() || $0.prefix == text
        }
        guard let found else {
            throw InputError(
                field: text, code: .unknownValue, expected: "the ID or the prefix of a key that 'list' shows")
        }
        return found
    }
}

extension Arguments {
    fileprivate func wish(at now: Timestamp) throws(InputError) -> KeyWish {
        guard let text = options["role"] else {
            throw InputError(field: "--role", code: .missing, expected: Self.roles)
        }
        guard let role = Role(rawValue: text) else {
            throw InputError(field: "--role", code: .unknownValue, expected: Self.roles)
        }
        return try KeyWish(
            role: role, workspace: workspace() ?? .standard, name: options["name"], endsAt: end(at: now))
    }

    private static var roles: String { "one of " + Role.allCases.map(\.rawValue).joined(separator: ", ") }

    fileprivate func workspace() throws(InputError) -> Workspace? {
        guard let text = options["workspace"] else { return nil }
        return try Workspace(typed: text, field: "--workspace")
    }

    fileprivate func end(at now: Timestamp) throws(InputError) -> Timestamp? {
        guard let text = options["expires"] else { return nil }
        return try KeyWish.end(typed: text, field: "--expires", from: now)
    }

    fileprivate func overlap() throws(InputError) -> Duration {
        guard let text = options["overlap"] else { return .seconds(86_400) }
        if text == "0d" { return .zero }
        guard let span = KeyWish.duration(text) else {
            throw InputError(field: "--overlap", code: .malformed, expected: "such as 7d, 12h or 30m")
        }
        return span
    }
}

extension Result where Failure == any Error {
    fileprivate init(_ body: () async throws -> Success) async {
        do { self = .success(try await body()) } catch { self = .failure(error) }
    }
}
