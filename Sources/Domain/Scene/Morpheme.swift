/// The smallest unit of Korean that means something, as the dictionary names it.
package struct Morpheme: Sendable, Hashable {
    /// The text as it stands in the sentence.
    package let surface: String
    /// Part of speech: a tag of the Sejong set such as `NNG`, joined with `+` for contracted forms.
    package let tag: String
    /// Dictionary form of the parts, such as `걷/VV/*+는/ETM/*`; nil where the surface is one morpheme.
    package let expression: String?
    /// Offset of the first byte in the analysed text's UTF-8.
    package let start: Int
    /// Offset behind the last byte.
    package let end: Int
    /// Whether white space stands before it.
    package let followsSpace: Bool
    /// Whether the dictionary does not know it.
    package let isUnknown: Bool

    package init(
        surface: String, tag: String, expression: String? = nil, start: Int, end: Int,
        followsSpace: Bool, isUnknown: Bool = false
    ) {
        self.surface = surface
        self.tag = tag
        self.expression = expression
        self.start = start
        self.end = end
        self.followsSpace = followsSpace
        self.isUnknown = isUnknown
    }
}

/// What a reader made of an idea.
package struct Understanding: Sendable, Hashable, Codable {
    package var scene: Scene
    /// The idea in plain English, nothing added.
    package var translation: String
    /// What was translated, guessed and not understood, in the order of the idea.
    package var phrases: [Phrase]
    /// Version of the lexicon that was used, such as `2026-11-21`.
    package var lexiconVersion: String

    package init(scene: Scene, translation: String, phrases: [Phrase], lexiconVersion: String) {
        self.scene = scene
        self.translation = translation
        self.phrases = phrases
        self.lexiconVersion = lexiconVersion
    }
}
