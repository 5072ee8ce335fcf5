import Diffing
import Domain
import Studio

/// A three-way merge as clients see it.
struct MergeView: Encodable, Sendable {
    struct Piece: Encodable, Sendable {
        let text: String?
        /// Whose words they are: `base`, `ours`, `theirs` or `both`.
        let origin: String?
        /// Which of the conflicts stands here.
        let conflict: Int?
    }

    struct Conflict: Encodable, Sendable {
        let base: String
        let ours: String
        let theirs: String
    }

    struct FieldConflict: Encodable, Sendable {
        let path: String
        let base: FieldValue?
        let ours: FieldValue?
        let theirs: FieldValue?
    }

    /// The merged text; absent while there are conflicts in it.
    let text: String?
    let pieces: [Piece]
    let conflicts: [Conflict]
    let fieldConflicts: [FieldConflict]

    init(_ merge: ConfigurationMerge) {
        text = merge.text.text
        pieces = merge.text.pieces.map { piece in
            switch piece {
            case .text(let text, let origin): Piece(text: text, origin: origin.rawValue, conflict: nil)
            case .conflict(let index): Piece(text: nil, origin: nil, conflict: index)
            }
        }
        conflicts = merge.text.conflicts.map {
            Conflict(base: $0.base, ours: $0.ours, theirs: $0.theirs)
        }
        fieldConflicts = merge.fieldConflicts.map { conflict in
            let value = { (text: String?) in text.map { FieldValue($0, of: conflict.field) } }
            return FieldConflict(
                path: conflict.field.path, base: value(conflict.base), ours: value(conflict.ours),
                theirs: value(conflict.theirs))
        }
    }
}

/// What of an edit fits elsewhere, and what does not.
struct ReplayView: Encodable, Sendable {
    struct Operation: Encodable, Sendable {
        let oldText: String
        let newText: String
        /// Where it fits, in bytes of UTF-8.
        let at: Int?
        /// Why it does not.
        let refusal: String?
    }

    let operations: [Operation]
    /// Changes of fields that hold something else.
    let fields: [FieldChangeView]

    init(_ refused: ReplayRefused) {
        operations = zip(refused.operations, refused.outcomes).map { operation, outcome in
            switch outcome {
            case .applied(let span):
                Operation(
                    oldText: operation.oldText, newText: operation.newText, at: span.start.utf8, refusal: nil)
            case .refused(let refusal):
                Operation(
                    oldText: operation.oldText, newText: operation.newText, at: nil,
                    refusal: refusal.rawValue)
            }
        }
        fields = refused.fields.map(FieldChangeView.init)
    }

    /// How many parts do not fit.
    var refused: Int { operations.count { $0.refusal != nil } + fields.count }
}
