import Diffing
import Domain
import Studio

/// Two revisions side by side as clients see them.
struct ComparisonView: Encodable {
    let from: Int
    let to: Int
    let oldText: String
    let newText: String
    let diff: Diff
    let changes: [FieldChangeView]
    /// What changed, in one sentence.
    let summary: String

    init(_ comparison: Comparison, language: AnswerLanguage) {
        from = comparison.old.number
        to = comparison.new.number
        oldText = comparison.old.text
        newText = comparison.new.text
        diff = comparison.diff
        changes = comparison.changes.map(FieldChangeView.init)
        summary = comparison.summary.sentence(in: language == .korean ? .korean : .english)
    }
}
