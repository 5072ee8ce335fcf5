/// The name of a team's own part of the history; nothing crosses from one to another.
package struct Workspace: Sendable, Hashable, Codable, RawRepresentable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    /// Where everything goes that names no other workspace.
    package static let standard = Self(rawValue: "default")
}
