package import Domain

/// Finds the way from one text to another.
///
/// A coarse pass finds the fewest tokens that change, a clean-up joins what would read like
/// confetti, and a fine pass takes off what changed words share. The same two texts always give the
/// same diff. Texts are compared by their bytes: two spellings of `é` differ.
package struct Differ: Sendable {
    /// Steps the search may take, about 10 ns each, before it settles for a coarser answer.
    ///
    /// The default is far more than any two prompts need, and keeps two texts of 1 MB that have
    /// nothing in common to about a second.
    package var effort: Int
    /// Whether changes with little between them become one, as readers want it.
    ///
    /// A merge wants them apart.
    package var joinsNeighbours: Bool

    package init(effort: Int = 20_000_000, joinsNeighbours: Bool = true) {
        self.effort = effort
        self.joinsNeighbours = joinsNeighbours
    }

    /// Compares two texts of any content.
    ///
    /// - Returns: A diff with `apply(to: old) == new`, byte for byte; without operations when the
    ///   texts are the same bytes. ``Diff/isCoarse`` says that the effort did not suffice.
    package func diff(_ old: String, _ new: String) -> Diff {
        let oldText = TokenizedText(old)
        let newText = TokenizedText(new)
        let numbers = NumberedTokens(oldText, newText)
        let (stretches, isShortest) = numbers.script(effort: effort)
        let hunks = HunkCleanup(old: oldText, new: newText, joinsNeighbours: joinsNeighbours).clean(
            stretches)
        return Diff(
            operations: hunks.map { operation($0, oldText, newText) },
            oldLength: oldText.length, newLength: newText.length, isCoarse: !isShortest,
            moves: MoveSearch(old: oldText, new: newText, oldTokens: numbers.old, newTokens: numbers.new)
                .moves(among: stretches, within: hunks))
    }

    private func operation(
        _ hunk: Hunk, _ old: TokenizedText, _ new: TokenizedText
    ) -> Diff.Operation {
        Diff.Operation(
            kind: hunk.old.isEmpty ? .insert : hunk.new.isEmpty ? .delete : .replace,
            old: old.span(of: hunk.old), new: new.span(of: hunk.new),
            oldText: old.text(of: hunk.old), newText: new.text(of: hunk.new))
    }
}
