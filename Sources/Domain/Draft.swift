/// What a writer makes of an idea: the prompt, and everything one needs to trust it.
package struct Draft: Sendable, Hashable, Codable {
    /// The English prompt for ``model``.
    package var text: String
    /// What the model is told to leave out, for models with a field for it.
    package var negative: String?
    package var model: ModelName
    package var parameters: PromptParameters
    package var category: Category
    package var scene: Scene
    /// The idea in plain English, nothing added.
    package var translation: String
    /// What was translated, inferred and not understood, in the order of the idea.
    package var phrases: [Phrase]
    /// Words of ``text`` that the idea does not hold: quality, default camera and light.
    package var enrichment: [String]
    /// Words of ``text`` that come from past prompts; nil when none do.
    package var borrowed: [BorrowedPhrase]?
    package var warnings: [PromptWarning]
    package var writer: Version
    package var template: Version
    package var lexicon: Version

    package init(
        text: String, negative: String?, model: ModelName, parameters: PromptParameters,
        category: Category, scene: Scene, translation: String, phrases: [Phrase],
        enrichment: [String], warnings: [PromptWarning], writer: Version, template: Version,
        lexicon: Version
    ) {
        self.text = text
        self.negative = negative
        self.model = model
        self.parameters = parameters
        self.category = category
        self.scene = scene
        self.translation = translation
        self.phrases = phrases
        self.enrichment = enrichment
        self.warnings = warnings
        self.writer = writer
        self.template = template
        self.lexicon = lexicon
    }
}

/// What goes to the model beside the text.
package struct PromptParameters: Sendable, Hashable, Codable {
    package var aspect: AspectRatio
    /// Length of the video in seconds.
    package var durationSeconds: Int
    package var seed: UInt64

    package init(aspect: AspectRatio = .wide, durationSeconds: Int = 10, seed: UInt64 = 0) {
        self.aspect = aspect
        self.durationSeconds = durationSeconds
        self.seed = seed
    }
}

/// What a prompt is mainly about; it chooses the template.
package enum Category: String, Sendable, Hashable, Codable, CaseIterable {
    case people, animal, landscape, city, object, food, event, abstract
}

/// A part that made a prompt, so that the same can be made again.
package struct Version: Sendable, Hashable, Codable {
    package let name: String
    package let version: String

    package init(name: String, version: String) {
        self.name = name
        self.version = version
    }
}
