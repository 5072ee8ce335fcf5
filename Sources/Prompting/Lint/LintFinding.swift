package import Domain

/// Something in a prompt that makes a model misunderstand it.
package struct LintFinding: Sendable, Hashable {
    package enum Severity: String, Sendable, Hashable, Codable, CaseIterable {
        /// The model cannot read the prompt as it is.
        case error
        case warning
        /// The prompt works, and would work better.
        case advice
    }

    package let rule: LintRule
    package let english: PromptWarning.Wording
    package let korean: PromptWarning.Wording
    /// The prompt without this finding; nil where that takes a person.
    package let fixed: LintedPrompt?

    package var severity: Severity { rule.severity }

    /// The finding as drafts keep it.
    package var warning: PromptWarning {
        PromptWarning(rule: rule.rawValue, message: english.message, fix: english.fix, korean: korean)
    }
}

/// What the lint looks for.
package enum LintRule: String, Sendable, Hashable, Codable, CaseIterable {
    case overLimit = "over-limit"
    case hangulLeft = "hangul-left"
    case twoCameraMoves = "two-camera-moves"
    case parameterInText = "parameter-in-text"
    case lengthNotInText = "length-not-in-text"
    case negationInText = "negation-in-text"
    case describesThePicture = "describes-the-picture"
    case tooManyBeats = "too-many-beats"
    case longDialogue = "long-dialogue"
    case emotionWithoutSign = "emotion-without-sign"
    case brandName = "brand-name"
    case providerRewrites = "provider-rewrites"
    case notUnderstood = "not-understood"
    case soundNotMade = "sound-not-made"
    case durationNotOffered = "duration-not-offered"
    case aspectNotOffered = "aspect-not-offered"

    package var severity: LintFinding.Severity {
        switch self {
        case .overLimit, .hangulLeft: .error
        case .describesThePicture, .emotionWithoutSign, .lengthNotInText, .providerRewrites: .advice
        case .twoCameraMoves, .parameterInText, .negationInText, .tooManyBeats, .longDialogue, .brandName,
            .notUnderstood, .soundNotMade, .durationNotOffered, .aspectNotOffered:
            .warning
        }
    }
}
