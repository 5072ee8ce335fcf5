/// The idea understood, slot by slot.
///
/// Phrases are English and ready to be joined: places and times carry their preposition
/// ("on a beach", "at sunset"), subjects their article ("a cute puppy").
package struct Scene: Sendable, Hashable, Codable {
    package var subjects: [Subject] = []
    /// What happens, in order.
    package var actions: [Action] = []
    package var place: [Phrase] = []
    package var time: [Phrase] = []
    package var weather: [Phrase] = []
    package var light: [Phrase] = []
    package var camera: [Phrase] = []
    package var style: [Phrase] = []
    package var mood: [Phrase] = []
    package var audio: [Phrase] = []
    /// Text to be shown in the picture, in its own language.
    package var onScreenText: [Phrase] = []
    /// What must not be there, as bare things ("puppy"), without "no".
    package var exclusions: [Phrase] = []

    package init() {}
}

/// A person, animal or thing that the scene is about.
package struct Subject: Sendable, Hashable, Codable {
    /// What sort of thing it is; it decides the category of the prompt.
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case person, animal, plant, food, vehicle, building, object, nature, event, abstract
    }

    /// The whole noun phrase: "three cute puppies".
    package var phrase: Phrase
    /// The bare noun in the singular: "puppy".
    package var name: String
    package var kind: Kind
    package var count: Int?
    /// How it looks, each on its own, such as "cute".
    ///
    /// They are part of ``phrase`` already.
    package var looks: [Phrase]

    package init(phrase: Phrase, name: String, kind: Kind, count: Int? = nil, looks: [Phrase] = []) {
        self.phrase = phrase
        self.name = name
        self.kind = kind
        self.count = count
        self.looks = looks
    }
}

/// Something that happens.
package struct Action: Sendable, Hashable, Codable {
    /// A participle with what belongs to it: "walking along a beach", "making kimchi".
    package var phrase: Phrase
    /// Who does it: an index into ``Scene/subjects``, nil when nobody does.
    package var subject: Int?

    package init(phrase: Phrase, subject: Int?) {
        self.phrase = phrase
        self.subject = subject
    }
}

/// A piece of English, where it came from, and how sure we are.
package struct Phrase: Sendable, Hashable, Codable {
    package var text: String
    /// The words of the idea it stands for; nil when it was inferred from the whole.
    package var source: SourceSpan?
    package var certainty: Certainty

    package init(_ text: String, source: SourceSpan? = nil, certainty: Certainty = .translated) {
        self.text = text
        self.source = source
        self.certainty = certainty
    }
}

/// How a phrase came about.
package enum Certainty: String, Sendable, Hashable, Codable, CaseIterable {
    case translated
    case inferred
    /// Kept in Roman letters, since no lexicon knows it.
    case notUnderstood
}

/// A part of the idea's text.
package struct SourceSpan: Sendable, Hashable, Codable {
    /// Offset of the first byte of the idea's UTF-8.
    package let start: Int
    /// Offset behind the last byte.
    package let end: Int
    package let text: String

    package init(start: Int, end: Int, text: String) {
        self.start = start
        self.end = end
        self.text = text
    }
}
