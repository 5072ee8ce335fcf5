package import Domain

/// Looks for what makes a model misunderstand a prompt; every finding says what to do.
package struct PromptLint: Sendable {
    let text: String
    let scene: Scene
    let hints: Hints
    let parameters: PromptParameters
    let model: TargetModel

    /// - Parameter text: The prompt as written, or as edited since.
    package init(
        text: String, scene: Scene, hints: Hints, parameters: PromptParameters, model: TargetModel
    ) {
        self.text = text
        self.scene = scene
        self.hints = hints
        self.parameters = parameters
        self.model = model
    }

    /// All findings, in the order of the rules.
    package var warnings: [PromptWarning] {
        [
            overLimit, foreignScript, cameraMoves, parameterInText, negationInText, tooManyBeats,
            longDialogue, emotionWithoutSign, brandName, unknownWords, unwritten, duration, aspect,
        ].compactMap { $0 }
    }

    /// The prompt without what stands in quotes, which may be in any language.
    var unquoted: String { QuotedText(text).outside }
}
