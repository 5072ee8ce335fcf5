/// How a video is cut into segments that threads make side by side.
///
/// It depends on the video alone, never on the machine, so that equal requests give equal bytes.
struct SegmentPlan {
    /// Which frames each segment holds, in order.
    let segments: [Range<Int>]

    /// Cuts a video.
    ///
    /// - Parameters:
    ///   - frames: How many it has.
    ///   - rate: Frames a second.
    init(frames: Int, rate: Int) {
        // A key frame costs as much as a second of others: none is spent on a short clip, and an even
        // number of segments keeps two cores busy to the end.
        let seconds = Double(frames) / Double(rate)
        let count = seconds < 3 ? 1 : 2 * max(1, Int((seconds / 10).rounded(.up)))
        segments = (0..<count).map { frames * $0 / count..<frames * ($0 + 1) / count }
    }
}
