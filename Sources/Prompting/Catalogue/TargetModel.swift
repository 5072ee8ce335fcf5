package import Domain

/// What Reprise knows of one video model: how its prompts are built and what it accepts.
package struct TargetModel: Sendable, Hashable, Decodable {
    package let name: ModelName
    /// The name people know it by.
    package let title: String
    /// Version of the template; it changes whenever the same scene would give another prompt.
    package let templateVersion: String
    /// The parts of a prompt in the model's order; a slot that is not listed is not written.
    package let slots: [Slot]
    package let form: Form
    package let limits: Limits
    package let negative: Negative
    /// Languages it understands (ISO 639-1); text in quotes may be in any.
    package let languages: [String]
    /// The model's own words for camera moves, by the neutral name.
    package let camera: [String: String]
    /// The shapes it offers, the default one first.
    package let aspects: [AspectRatio]
    /// The lengths it offers in seconds, each as the shortest and the longest of a range.
    package let durations: [[Int]]
    /// Where the facts come from.
    package let source: String
    /// The day they were last checked, as `2026-11-20`.
    package let verified: String

    /// How the parts become a text.
    package enum Form: String, Sendable, Hashable, Decodable, CaseIterable {
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
    package struct Limits: Sendable, Hashable, Decodable {
        /// Unicode scalars, as Python and most services count.
        package var characters: Int?
        package var utf16Units: Int?
        package var words: Int?
        /// Tokens of the model's text encoder, which are estimated here.
        package var tokens: Int?
    }

    /// How the model is told what to leave out.
    package struct Negative: Sendable, Hashable, Decodable {
        package enum Policy: String, Sendable, Hashable, Decodable, CaseIterable {
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
    }
}

/// A part of a prompt.
package enum Slot: String, Sendable, Hashable, Decodable, CaseIterable {
    /// Who does what, in one clause.
    case main
    case place, time, weather, light, camera, style, mood, audio
    /// Text to be shown in the picture.
    case text
    /// Words that ask for good work.
    case quality
}

extension TargetModel {
    package func offers(seconds: Int) -> Bool {
        durations.contains { $0.count == 2 && ($0[0]...max($0[0], $0[1])).contains(seconds) }
    }

    /// The offered length nearest to a wanted one, the shorter of two.
    package func nearestDuration(to seconds: Int) -> Int {
        let choices = durations.flatMap { [min(max(seconds, $0.first ?? seconds), $0.last ?? seconds)] }
        return choices.min { abs($0 - seconds) < abs($1 - seconds) } ?? seconds
    }
}
