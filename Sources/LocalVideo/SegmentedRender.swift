import Canvas
import Dispatch
import Domain
import Synchronization
import VideoCodec

/// One video on its way: threads draw and encode its segments, and who has the next one in order writes it;
/// who has none left makes a still picture.
final class SegmentedRender: Sendable {
    private struct State: ~Copyable {
        var next = 0
        var nextStill = 0
        var written = 0
        var waiting: [Int: EncodedSegment] = [:]
        var framesDone = 0
        var error: VideoCodecError?
        let writer: VideoFileWriter
    }

    private enum Work {
        case segment(Int)
        case still(Still)
    }

    private let animatic: Animatic
    private let stills: [Still]
    private let plan: SegmentPlan
    private let frames: FrameFormat
    private let state: Mutex<State>

    init(
        _ animatic: Animatic, _ frames: FrameFormat, stills: [Still], writer: sending VideoFileWriter
    ) {
        (self.animatic, self.stills) = (animatic, stills)
        self.frames = frames
        plan = SegmentPlan(
            frames: animatic.format.frameCount, rate: animatic.format.framesPerSecond)
        state = Mutex(State(writer: writer))
    }

    /// Makes the video and returns when its file has its name.
    ///
    /// - Parameters:
    ///   - threads: How many work at it.
    ///   - progress: Called with 0...1 from any of them, one at a time.
    func run(threads: Int, progress: @Sendable (Double) -> Void) throws(VideoCodecError) {
        DispatchQueue.concurrentPerform(iterations: min(threads, plan.segments.count)) { _ in
            while let work = take() {
                do throws(VideoCodecError) {
                    switch work {
                    case .segment(let number): try make(number, progress: progress)
                    case .still(let still): try still.write(animatic)
                    }
                } catch {
                    state.withLock { $0.error = $0.error ?? error }
                }
            }
        }
        try state.withLock { (state) throws(VideoCodecError) in
            if let error = state.error { throw error }
            try state.writer.finish()
        }
    }

    private func take() -> Work? {
        state.withLock { state in
            guard state.error == nil else { return nil }
            if state.next < plan.segments.count {
                state.next += 1
                return .segment(state.next - 1)
            }
            guard state.nextStill < stills.count else { return nil }
            state.nextStill += 1
            return .still(stills[state.nextStill - 1])
        }
    }

    private func make(_ number: Int, progress: @Sendable (Double) -> Void) throws(VideoCodecError) {
        let encoder = try SegmentEncoder(frames)
        let easel = Easel(for: animatic)
        var drawn = 0
        for index in plan.segments[number] {
            try animatic.frame(index, on: easel).withI420 { (frame) throws(VideoCodecError) in
                try encoder.append(frame)
            }
            drawn += 1
            if drawn % animatic.format.framesPerSecond == 0 { try report(&drawn, progress) }
        }
        let segment = try encoder.finish()
        try state.withLock { (state) throws(VideoCodecError) in
            state.waiting[number] = segment
            while let ready = state.waiting.removeValue(forKey: state.written) {
                try state.writer.append(ready)
                state.written += 1
            }
        }
    }

    private func report(_ drawn: inout Int, _ progress: @Sendable (Double) -> Void) throws(VideoCodecError) {
        let total = Double(animatic.format.frameCount)
        try state.withLock { (state) throws(VideoCodecError) in
            state.framesDone += drawn
            drawn = 0
            // Another thread has failed, and its reason counts.
            if let error = state.error { throw error }
            progress(Double(state.framesDone) / total)
        }
    }
}
