package import Domain

extension Diff {
    /// The way back: `diff.inverted().apply(to: new)` is the old text.
    package func inverted() -> Diff {
        Diff(
            format: format, operations: operations.map { $0.inverted() }, oldLength: newLength,
            newLength: oldLength, isCoarse: isCoarse,
            moves: moves.map { Move(old: $0.new, new: $0.old, text: $0.text) })
    }
}

extension Diff.Operation {
    fileprivate func inverted() -> Self {
        Self(kind: kind.inverse, old: new, new: old, oldText: newText, newText: oldText)
    }
}

extension Diff.Operation.Kind {
    fileprivate var inverse: Self {
        switch self {
        case .insert: .delete
        case .delete: .insert
        case .replace: .replace
        }
    }
}
