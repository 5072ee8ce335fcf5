import Domain

/// A prompt of another program, before it is one of ours.
struct ForeignPrompt: Sendable, Hashable {
    /// One text that it had, the first first.
    struct Version: Sendable, Hashable {
        let text: String
        let author: String
        let note: String?
    }

    /// The program that made it, such as `video-generation-agent`.
    let source: String
    /// What tells it from all others of the source; the same each time it is read.
    let key: String
    let madeAt: Timestamp
    let idea: String
    let versions: [Version]
    let model: ModelName
    var aspect: AspectRatio = .wide
    var durationSeconds = 10
    /// Whether a video of it is known to have been made, or to have failed.
    var outcome: PromptOutcome?
    /// As the source sorts it, such as a batch.
    var tags: [String] = []
}
