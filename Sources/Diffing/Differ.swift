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

    package init(effort: Int = 20_000_000) { self.effort = effort }

    /// Compares two texts of any content.
    ///
    /// - Returns: A diff with `apply(to: old) == new`, byte for byte; without operations when the
    ///   texts are the same bytes. ``Diff/isCoarse`` says that the effort did not suffice.
    package func diff(_ old: String, _ new: String) -> Diff {
        let oldText = TokenizedText(old)
        let newText = TokenizedText(new)
        var interner = TokenInterner()
        let script = EditScript(
            old: interner.identifiers(of: oldText), new: interner.identifiers(of: newText),
            effort: effort)
        let fine = FinePass(old: oldText, new: newText)
        let hunks = HunkCleanup(old: oldText, new: newText).clean(script).map(fine.trim)
        return Diff(
            operations: hunks.map { operation($0, oldText, newText) },
            oldLength: oldText.length, newLength: newText.length, isCoarse: !script.isShortest)
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

/// Gives tokens with the same bytes the same number, so that they compare fast.
struct TokenInterner {
    private var known: [ArraySlice<UInt8>: Int32] = [:]

    mutating func identifiers(of text: TokenizedText) -> [Int32] {
        text.tokens.map { token in
            let bytes = text.bytes(of: token.graphemes)
            if let identifier = known[bytes] { return identifier }
            let identifier = Int32(truncatingIfNeeded: known.count)
            known[bytes] = identifier
            return identifier
        }
    }
}
