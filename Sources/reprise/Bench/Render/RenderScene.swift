import Domain

/// A picture that is rendered for a measurement.
struct RenderScene: Sendable {
    /// As `Benchmarks/opencv_original.py` calls its like; nil when it has none.
    let original: String?
    let name: String
    let idea: String
    /// The English prompt.
    let text: String
    /// Whether captions, mark and progress bar are drawn.
    var hasOverlay = true

    /// What the Python original can draw as well: a gradient, particles, a full scene with captions; and the
    /// busiest thing that we draw.
    static let all = [
        RenderScene(
            original: "gradient", name: "gradient", idea: "노을", text: "An empty sky at sunset",
            hasOverlay: false),
        RenderScene(
            original: "particles", name: "particles", idea: "눈", text: "Snow falling from the sky at night",
            hasOverlay: false),
        RenderScene(
            original: "full", name: "full scene", idea: "벚꽃 날리는 해변을 달리는 강아지",
            text: "A cute puppy running along a beach at sunset with falling cherry blossom petals"),
        RenderScene(
            original: nil, name: "busy city", idea: "비 오는 밤 도시를 달리는 빨간 자동차",
            text: "A red car driving through a city at night in the rain, neon lights"),
    ]

    /// What the worker is asked to make of it.
    func request(_ format: VideoFormat) -> VideoRequest {
        var overlay = Overlay()
        (overlay.showsCaptions, overlay.showsProgress, overlay.showsMark) = (
            hasOverlay, hasOverlay, hasOverlay
        )
        return VideoRequest(
            text: text, idea: idea, model: ModelName(rawValue: "animatic"), format: format, seed: 1,
            overlay: overlay)
    }
}
