import Domain
import Similarity
import TestSupport
import VectorIndex

/// Makes entries and queries for tests.
struct History {
    private let random = SeededRandom(seed: 7)

    func entry(
        _ idea: String, terms: [String], text: String = "", scene: Scene = Scene(),
        workspace: Workspace = .standard, vector: [Float]? = nil
    ) -> RecommendationEntry {
        RecommendationEntry(
            prompt: Prompt.ID(at: Timestamp(milliseconds: 0), random: random), workspace: workspace,
            revision: 1, idea: idea, text: text, scene: scene, terms: terms, vector: vector)
    }

    func query(
        _ idea: String, terms: [String], scene: Scene? = nil, workspace: Workspace = .standard,
        vector: [Float]? = nil
    ) -> RecommendationQuery {
        RecommendationQuery(workspace: workspace, idea: idea, terms: terms, scene: scene, vector: vector)
    }

    /// A puppy that plays in a bright video.
    var puppy: RecommendationEntry {
        entry(
            "귀여운 강아지가 뛰노는 밝은 영상", terms: ["귀엽다", "강아지", "뛰놀다", "밝다"],
            text: "A cute puppy playing happily, bright natural light, smooth camera movement",
            scene: Scene(
                subject: "puppy", phrase: "a cute puppy", said: "귀여운 강아지가", action: "playing happily",
                light: "bright light"))
    }
}

extension Scene {
    /// A scene with one subject, and optionally what it does and where.
    init(
        subject: String, phrase: String, said: String? = nil, action: String? = nil, place: String? = nil,
        light: String? = nil, without exclusion: String? = nil
    ) {
        self.init()
        let source = said.map { SourceSpan(start: 0, end: $0.utf8.count, text: $0) }
        subjects = [Subject(phrase: Phrase(phrase, source: source), name: subject, kind: .animal)]
        actions = action.map { [Action(phrase: Phrase($0), subject: 0)] } ?? []
        self.place = place.map { [Phrase($0)] } ?? []
        self.light = light.map { [Phrase($0)] } ?? []
        exclusions = exclusion.map { [Phrase($0)] } ?? []
    }
}

extension VectorIndexMaker {
    /// Indexes that keep everything in memory.
    static func growing(_ dimension: Int) -> VectorIndexMaker {
        VectorIndexMaker(
            whole: { _ in GrowingVectorIndex(dimension: dimension) },
            passages: { _ in GrowingVectorIndex(dimension: dimension) })
    }
}
