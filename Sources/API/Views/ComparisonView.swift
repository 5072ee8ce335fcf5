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
    /// What the edit of the text did to the scene, slot by slot.
    let slots: [SlotChangeView]
    /// The same in one sentence.
    let summary: String
    /// Everything that differs, for a revision as `GET` gives it (RFC 6902).
    let patch: JSONPatch
    /// The same as RFC 7396 has it.
    let mergePatch: JSONValue

    init(_ comparison: Comparison, language: AnswerLanguage) {
        from = comparison.old.number
        to = comparison.new.number
        oldText = comparison.old.text
        newText = comparison.new.text
        diff = comparison.diff
        changes = comparison.changes.map(FieldChangeView.init)
        slots = comparison.summary.changes.map { SlotChangeView($0, language: language) }
        summary = comparison.summary.sentence(in: language.ofTexts)
        patch = comparison.patch
        mergePatch = comparison.mergePatch.json
    }
}

/// One change of a scene as clients see it.
struct SlotChangeView: Encodable {
    let kind: SlotSummary.Kind
    let slot: SceneSlot?
    /// What the reader calls the slot.
    let name: String?
    let oldText: String
    let newText: String

    init(_ change: SlotSummary.Change, language: AnswerLanguage) {
        kind = change.kind
        slot = change.slot
        name = change.slot?.name(in: language.ofTexts)
        oldText = change.old
        newText = change.new
    }
}

/// The diff of two texts with what it did to the scene.
struct SummarisedDiffView: Encodable {
    let diff: Diff
    let slots: [SlotChangeView]
    let summary: String

    init(_ diff: Diff, _ summary: SlotSummary, language: AnswerLanguage) {
        self.diff = diff
        slots = summary.changes.map { SlotChangeView($0, language: language) }
        self.summary = summary.sentence(in: language.ofTexts)
    }
}

extension AnswerLanguage {
    /// The language that sentences about texts come in.
    fileprivate var ofTexts: Language { self == .korean ? .korean : .english }
}
