package import Domain

/// A prompt with what goes beside it, as the lint reads it and as its fixes leave it.
package struct LintedPrompt: Sendable, Hashable {
    package var text: String
    package var negative: String?
    /// Length of the video that was asked for; nil for the standard one.
    package var durationSeconds: Int?
    package var aspect: AspectRatio?
    /// Whether the video starts from a picture.
    package var isFromImage: Bool
    /// Whether a person changed what the writer had written.
    package var isEdited = false
    /// Whether the service may rewrite it; nil for what the service does by itself.
    package var rewriting: Bool?
    /// What the prompt was written from; nil for a text of unknown origin.
    package var scene: Scene?

    package init(text: String, negative: String? = nil, hints: Hints = Hints(), scene: Scene? = nil) {
        self.text = text
        self.negative = negative
        self.scene = scene
        durationSeconds = hints.durationSeconds
        aspect = hints.aspect
        isFromImage = hints.isFromImage
    }

    /// How long the video will be, in seconds.
    var length: Int { durationSeconds ?? PromptParameters().durationSeconds }

    /// The text without what stands in quotes, which may be in any language.
    var unquoted: String { QuotedText(text).outside }
}
