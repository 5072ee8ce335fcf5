/// Wishes that go with an idea.
package struct Hints: Sendable, Hashable, Codable {
    /// Style words, the most important first.
    package var styles: [String] = []
    package var mood: String?
    package var aspect: AspectRatio?
    /// Length of the video in seconds, 1...60.
    package var durationSeconds: Int?
    package var model: ModelName?
    /// Decides among equal choices of the writer; the same seed gives the same prompt.
    package var seed: UInt64 = 0
    /// Whether the writer may add what the idea does not say: quality, a default shot and light.
    package var enriches = true
    /// Whether the video starts from a picture, which then shows looks and place.
    package var isFromImage = false
    /// Which variation of the prompt is meant, in ``variations``; nil for the prompt itself.
    package var variation: Int?

    /// The variations there are of a prompt.
    package static let variations = 1...5

    package init() {}
}

extension Hints {
    /// What was stored before a wish existed lacks it.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        styles = try container.decode([String].self, forKey: .styles)
        mood = try container.decodeIfPresent(String.self, forKey: .mood)
        aspect = try container.decodeIfPresent(AspectRatio.self, forKey: .aspect)
        durationSeconds = try container.decodeIfPresent(Int.self, forKey: .durationSeconds)
        model = try container.decodeIfPresent(ModelName.self, forKey: .model)
        seed = try container.decode(UInt64.self, forKey: .seed)
        enriches = try container.decodeIfPresent(Bool.self, forKey: .enriches) ?? true
        isFromImage = try container.decodeIfPresent(Bool.self, forKey: .isFromImage) ?? false
        variation = try container.decodeIfPresent(Int.self, forKey: .variation)
    }
}
