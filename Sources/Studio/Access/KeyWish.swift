package import Domain

/// A key that somebody wants to be made.
package struct KeyWish: Sendable, Hashable {
    package let role: Role
    package let workspace: Workspace
    /// Who will show it; nil names it after the key itself.
    package let name: String?
    package let endsAt: Timestamp?

    /// Names that entries of the audit trail have for somebody else.
    private static let taken: Set<String> = [Actor.service.name, "anonymous"]
    private static let longestName = 100

    /// - Throws: ``InputError`` naming `name` when it is none that stands for a person.
    package init(role: Role, workspace: Workspace, name: String? = nil, endsAt: Timestamp? = nil)
        throws(InputError)
    {
        if let name {
            guard !name.isEmpty, name.count <= Self.longestName, name.utf8.count <= Self.longestName * 8,
                !name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
            else {
                throw InputError(
                    field: "name", code: .malformed,
                    expected: "one line of 1 to \(Self.longestName) characters")
            }
            guard !Self.taken.contains(name) else {
                throw InputError(
                    field: "name", code: .unknownValue, expected: "a name that is not the service's own")
            }
        }
        self.role = role
        self.workspace = workspace
        self.name = name
        self.endsAt = endsAt
    }

    /// Reads when a key ends, as somebody typed it.
    ///
    /// - Parameters:
    ///   - text: Such as `90d`, `12h`, `30m`, `2027-01-31` or a moment of RFC 3339 in UTC.
    ///   - field: What it is called.
    ///   - now: What it is counted from.
    /// - Throws: ``InputError`` for anything else, and for what is over.
    package static func end(typed text: String, field: String, from now: Timestamp) throws(InputError)
        -> Timestamp
    {
        let end = duration(text).map { now.advanced(by: $0) } ?? moment(text)
        guard let end else {
            throw InputError(
                field: field, code: .malformed,
                expected: "such as 90d, 12h, 30m, 2027-01-31 or 2027-01-31T09:30:00.000Z, in UTC")
        }
        guard end > now else {
            throw InputError(field: field, code: .outOfRange, expected: "a moment that is still to come")
        }
        return end
    }

    /// Reads a number of days, hours or minutes, at most ten years; nil for anything else.
    package static func duration(_ text: String) -> Duration? {
        let units = ["d": 86_400, "h": 3600, "m": 60]
        guard let unit = units[String(text.suffix(1))],
            text.utf8.dropLast().allSatisfy({ $0 & 0xF0 == 0x30 }),
            let count = Int(text.dropLast()), (1...315_360_000 / unit).contains(count)
        else { return nil }
        return .seconds(count * unit)
    }

    private static func moment(_ text: String) -> Timestamp? {
        Timestamp(text.utf8.count == 10 ? text + "T00:00:00.000Z" : text)
    }
}
