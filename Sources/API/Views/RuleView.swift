import Domain
import Studio

/// A rule inferred from edits, as clients see it.
struct RuleView: Encodable {
    let id: String
    /// The person whose rule it is; nil for the workspace's.
    let person: String?
    let slot: String
    let category: Category?
    let from: String?
    let to: String?
    let support: Int
    let occasions: Int
    let reverted: Int
    let on: Bool
    let reworded: Bool
    let sentence: String

    init(_ rule: EditRule, language: AnswerLanguage) {
        id = rule.id
        person =
            switch rule.scope {
            case .person(let name): name
            case .workspace: nil
            }
        slot = rule.slot
        category = rule.category
        from = rule.from.isEmpty ? nil : rule.from
        to = rule.to.isEmpty ? nil : rule.to
        support = rule.support
        occasions = rule.occasions
        reverted = rule.reverted
        on = rule.isOn
        reworded = rule.isReworded
        sentence = rule.sentence(in: language.language)
    }

    static let schema = Schemas.object(
        [
            "id": Schemas.text, "person": Schemas.text, "slot": Schemas.text,
            "category": Schemas.words(Category.allCases.map(\.rawValue)), "from": Schemas.text,
            "to": Schemas.text, "support": Schemas.number, "occasions": Schemas.number,
            "reverted": Schemas.number, "on": Schemas.flag, "reworded": Schemas.flag,
            "sentence": Schemas.text,
        ], optional: ["person", "category", "from", "to"])
}

/// An edit that is proposed, ready to be applied.
struct SuggestedEditView: Encodable {
    let rule: RuleView
    let diff: Diff
    let text: String

    init(_ edit: SuggestedEdit, language: AnswerLanguage) {
        rule = RuleView(edit.rule, language: language)
        diff = edit.diff
        text = edit.text
    }

    static let schema = Schemas.object([
        "rule": RuleView.schema, "diff": RevisionView.diffSchema, "text": Schemas.text,
    ])
}

/// What somebody said of an offered prompt.
struct FeedbackView: Encodable {
    let id: RecommendationFeedback.ID
    let prompt: Prompt.ID
    let idea: String
    let verdict: RecommendationFeedback.Verdict
    let author: String
    let savedAt: Timestamp

    init(_ feedback: RecommendationFeedback) {
        id = feedback.id
        prompt = feedback.prompt
        idea = feedback.idea
        verdict = feedback.verdict
        author = feedback.author
        savedAt = feedback.savedAt
    }

    static let schema = Schemas.object([
        "id": Schemas.text, "prompt": Schemas.text, "idea": Schemas.text,
        "verdict": Schemas.words(RecommendationFeedback.Verdict.allCases.map(\.rawValue)),
        "author": Schemas.text, "savedAt": Schemas.time,
    ])
}
