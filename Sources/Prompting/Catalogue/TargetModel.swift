package import Domain

/// What Reprise knows of one video model: how its prompts are built and what it accepts.
package struct TargetModel: Sendable, Hashable, Codable {
    package let name: ModelName
    /// The name people know it by.
    package let title: String
    package let state: State
    /// Version of the template; it changes whenever the same scene would give another prompt.
    package let templateVersion: String
    /// The parts of a prompt in the model's order; a slot that is not listed is not written.
    package private(set) var slots: [Slot]
    package let form: Form
    package private(set) var limits: Limits
    /// The shortest and the longest number of words that work best; empty where nobody says.
    package let advisedWords: [Int]
    package let negative: Negative
    /// Languages it understands (ISO 639-1); text in quotes may be in any.
    package let languages: [String]
    /// The model's own words for camera moves, by the neutral name.
    package let camera: [String: String]
    /// The model's own words for light, by the neutral phrase.
    package let light: [String: String]
    /// What every prompt for it has to say.
    package let states: [Statement]
    /// How a prompt is written for a video that starts from a picture.
    package let image: ImageVariant
    /// The service's own rewriting of prompts; nil where there is none.
    package let rewriting: Rewriting?
    /// Whether the length of the video is told in the text, because there is no parameter.
    package let durationInText: Bool
    /// What media that go with a prompt are called in it, such as `Image 1`.
    package let references: [String]
    /// The shapes it offers, the default one first.
    package let aspects: [AspectRatio]
    /// The lengths it offers in seconds, each as the shortest and the longest of a range.
    package let durations: [[Int]]
    /// What else its makers advise.
    package let notes: [String]
    /// Where the facts come from.
    package let source: String
    /// The day they were last checked, as `2026-11-20`.
    package let verified: String

    package enum State: String, Sendable, Hashable, Codable, CaseIterable {
        case current, preview
        /// Its makers have taken it away; others may still offer it.
        case retired
    }

    /// Something that every prompt for a model has to say.
    package enum Statement: String, Sendable, Hashable, Codable, CaseIterable {
        case shot, movement, viewpoint, sound
    }

    /// How a prompt for a video differs that starts from a picture.
    package struct ImageVariant: Sendable, Hashable, Codable {
        /// The parts that are still written, in order; the picture shows the others.
        package let slots: [Slot]
        /// Limits beside those of every prompt.
        package let limits: Limits
        /// The rule as its makers put it.
        package let rule: String
    }

    /// A service that rewrites prompts before the model reads them.
    package struct Rewriting: Sendable, Hashable, Codable {
        /// The parameter that turns it on and off.
        package let parameter: String
        /// Whether it is on when nobody says anything.
        package let standard: Bool
    }

    /// How the parts become a text.
    package enum Form: String, Sendable, Hashable, Codable, CaseIterable {
        /// One sentence of phrases with commas.
        case phrases
        /// A sentence for each group of parts.
        case sentences
        /// Sentences in which the subject has a finite verb.
        case paragraph
        /// Prose first, then blocks with labels.
        case blocks
    }

    /// The longest prompt; what is nil has no limit.
    package struct Limits: Sendable, Hashable, Codable {
        /// Unicode scalars, as Python and most services count.
        package var characters: Int?
        package var utf16Units: Int?
        package var words: Int?
        /// Tokens of the model's text encoder, which are estimated here.
        package var tokens: Int?
        /// Chinese, Japanese and Korean characters, for models that count those apart.
        package var cjkCharacters: Int?
    }

    /// How the model is told what to leave out.
    package struct Negative: Sendable, Hashable, Codable {
        package enum Policy: String, Sendable, Hashable, Codable, CaseIterable {
            /// A field of its own.
            case field
            /// A sentence in the prompt.
            case inline
            /// The prompt says what is there instead, as far as that can be said.
            case positive
        }

        package let policy: Policy
        /// The longest text of the field in Unicode scalars.
        package var maximumCharacters: Int?
        /// What is left out as a matter of course; part of the enrichment.
        package var standard: [String]?
        /// How a sentence says it, with `{things}`; "No {things}" without it.
        package var sentence: String?
    }
}

extension TargetModel {
    /// The model as prompts for a video see it that starts from a picture.
    package var startingFromImage: Self {
        var model = self
        model.slots = image.slots
        model.limits = limits.tightened(by: image.limits)
        return model
    }

    package func offers(seconds: Int) -> Bool {
        durations.contains { $0.count == 2 && ($0[0]...max($0[0], $0[1])).contains(seconds) }
    }

    /// The offered length nearest to a wanted one, the shorter of two.
    package func nearestDuration(to seconds: Int) -> Int {
        let choices = durations.flatMap { [min(max(seconds, $0.first ?? seconds), $0.last ?? seconds)] }
        return choices.min { abs($0 - seconds) < abs($1 - seconds) } ?? seconds
    }
}

extension TargetModel.Limits {
    /// The smaller of both, limit by limit.
    fileprivate func tightened(by other: Self) -> Self {
        func smaller(_ limit: KeyPath<Self, Int?>) -> Int? {
            [self[keyPath: limit], other[keyPath: limit]].compactMap { $0 }.min()
        }
        return Self(
            characters: smaller(\.characters), utf16Units: smaller(\.utf16Units), words: smaller(\.words),
            tokens: smaller(\.tokens), cjkCharacters: smaller(\.cjkCharacters))
    }
}
