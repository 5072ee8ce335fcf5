import Domain

/// A cache key that is equal only byte for byte.
///
/// Swift's `==` takes "é" in one scalar and in two for the same, a draft's offsets into the idea do not.
struct ExactKey: Hashable, Sendable {
    let key: CacheKey

    init(_ key: CacheKey) { self.key = key }

    static func == (left: Self, right: Self) -> Bool {
        left.key == right.key && left.texts.elementsEqual(right.texts) { $0.utf8.elementsEqual($1.utf8) }
    }

    // Equal bytes are canonically equal too, so the hash of the key is a hash of this.
    func hash(into hasher: inout Hasher) { hasher.combine(key) }

    func belongs(to workspace: Workspace) -> Bool {
        key.workspace.rawValue.utf8.elementsEqual(workspace.rawValue.utf8)
    }

    /// Every text of the key that came from outside.
    private var texts: [String] {
        let hints = key.idea.hints
        return [
            key.workspace.rawValue, key.idea.text, hints.mood ?? "", hints.model?.rawValue ?? "",
        ] + hints.styles + key.versions.flatMap { [$0.name, $0.version] }
    }
}
