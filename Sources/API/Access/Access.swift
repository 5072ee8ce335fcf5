import Domain

/// Whom a route is for.
enum Access: Sendable, Hashable {
    /// Whoever asks; nobody looks who that is.
    case anybody
    /// Whoever asks; those who show a key are known by it.
    case visitors
    /// Those whose role in their workspace includes this.
    case holders(of: Permission)

    static func may(_ permission: Permission) -> Self { .holders(of: permission) }

    /// The right that it takes; nil for none.
    var permission: Permission? {
        if case .holders(let permission) = self { permission } else { nil }
    }
}
