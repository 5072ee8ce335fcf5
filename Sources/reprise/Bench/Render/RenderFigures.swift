/// What making one video took.
struct RenderFigures: Sendable, Equatable {
    let wallTime: Duration
    let processorTime: Duration
}

/// The medians of several rounds.
struct RenderSummary: Sendable, Equatable {
    /// In seconds, for one video.
    let wallTime: Double
    let framesPerSecond: Double
    /// In seconds, for one video.
    let processorTime: Double

    init(_ rounds: [RenderFigures], frames: Int) {
        wallTime = rounds.map(\.wallTime.inSeconds).median ?? 0
        framesPerSecond = rounds.map { Double(frames) / $0.wallTime.inSeconds }.median ?? 0
        processorTime = rounds.map(\.processorTime.inSeconds).median ?? 0
    }
}
