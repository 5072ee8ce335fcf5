import Domain
import Prompting
import Studio

/// The catalogue as clients see it.
struct ModelsView: Encodable {
    let models: [TargetModel]

    static let schema: JSONValue = [
        "type": "object", "required": ["models"],
        "properties": ["models": ["type": "array", "items": ["type": "object"]]],
    ]
}

/// What the lint found in a prompt.
struct LintView: Encodable {
    /// A prompt as a fix leaves it.
    struct Fixed: Encodable {
        let text: String
        let negative: String?
        let durationSeconds: Int?
        let aspect: AspectRatio?
        let rewriting: Bool?

        init(_ prompt: LintedPrompt) {
            text = prompt.text
            negative = prompt.negative
            durationSeconds = prompt.durationSeconds
            aspect = prompt.aspect
            rewriting = prompt.rewriting
        }
    }

    struct Finding: Encodable {
        let rule: LintRule
        let severity: LintFinding.Severity
        let message: String
        let advice: String?
        /// The prompt without this finding; absent where that takes a person.
        let fixed: Fixed?
    }

    let model: ModelName
    let findings: [Finding]
    /// The prompt after every fix there is, and the rules that were applied.
    let fixed: Fixed
    let applied: [LintRule]

    init(_ report: Studio.LintReport, language: AnswerLanguage) {
        model = report.model.name
        findings = report.findings.map { finding in
            let words = language == .korean ? finding.korean : finding.english
            return Finding(
                rule: finding.rule, severity: finding.severity, message: words.message, advice: words.fix,
                fixed: finding.fixed.map(Fixed.init))
        }
        fixed = Fixed(report.mended)
        applied = report.applied
    }

    static let schema: JSONValue = [
        "type": "object", "required": ["model", "findings", "fixed", "applied"],
        "properties": [
            "model": ["type": "string"], "findings": ["type": "array", "items": ["type": "object"]],
            "fixed": ["type": "object"], "applied": ["type": "array", "items": ["type": "string"]],
        ],
    ]
}

/// Variations of a prompt that are not kept.
struct VariationsView: Encodable {
    struct Variation: Encodable {
        let variation: Int
        let text: String
        let negative: String?
        let enrichment: [String]
        let warnings: [WarningView]
    }

    let idea: String
    let model: ModelName?
    let variations: [Variation]

    init(_ found: [(number: Int, draft: Draft)], idea: Idea, language: AnswerLanguage) {
        self.idea = idea.text
        model = found.first?.draft.model
        variations = found.map { number, draft in
            Variation(
                variation: number, text: draft.text, negative: draft.negative, enrichment: draft.enrichment,
                warnings: draft.warnings.map { WarningView($0, language: language) })
        }
    }

    static let schema: JSONValue = [
        "type": "object", "required": ["idea", "variations"],
        "properties": [
            "idea": ["type": "string"], "model": ["type": "string"],
            "variations": ["type": "array", "items": ["type": "object"]],
        ],
    ]
}

/// A warning in the reader's language.
struct WarningView: Encodable {
    let rule: String
    let message: String
    let fix: String?

    init(_ warning: PromptWarning, language: AnswerLanguage) {
        let words = warning.wording(in: language == .korean ? .korean : .english)
        rule = warning.rule
        message = words.message
        fix = words.fix
    }
}
