import Domain

/// A picture that is rendered for a measurement.
struct RenderScene: Sendable {
    let name: String
    let idea: String
    /// The English prompt.
    let text: String

    /// Much that moves, much that falls, and much that shines.
    static let all = [
        RenderScene(
            name: "puppy", idea: "해변을 달리는 귀여운 강아지",
            text: "A cute puppy running along a beach at sunset, bright and cheerful, tracking shot"),
        RenderScene(
            name: "snow", idea: "눈 내리는 산타마을",
            text: "A Santa village in falling snow at night, warm window light, slow zoom in"),
        RenderScene(
            name: "city", idea: "비 오는 밤 도시를 달리는 빨간 자동차",
            text: "A red car driving through a city at night in the rain, neon lights, cinematic"),
    ]

    /// What the worker is asked to make of it.
    func request(_ format: VideoFormat) -> VideoRequest {
        VideoRequest(text: text, idea: idea, model: ModelName(rawValue: "animatic"), format: format, seed: 1)
    }
}
