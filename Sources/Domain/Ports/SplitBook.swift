/// Remembers which ideas people said are not the same, for good.
package protocol SplitBook: Sendable {
    /// Splits two texts of a workspace; their order does not matter.
    ///
    /// - Throws: ``StoreError`` when it was not kept.
    func split(_ first: String, _ second: String, in workspace: Workspace) async throws(StoreError)

    /// Every pair that was split, of all workspaces.
    func splits() async throws(StoreError) -> [Split]
}

/// Two ideas that never share an answer; the texts stand in the order of their bytes.
package struct Split: Sendable, Hashable, Codable {
    package let workspace: Workspace
    package let first: String
    package let second: String

    package init(_ one: String, _ other: String, in workspace: Workspace) {
        self.workspace = workspace
        let isInOrder = one.utf8.lexicographicallyPrecedes(other.utf8)
        (first, second) = isInOrder ? (one, other) : (other, one)
    }
}
