import CAVFormat
import Glibc

/// Joins clips into one WebM film.
///
/// Clips that match are joined by copying their packets: nothing is lost, and it takes no time to speak of.
/// A clip that does not match is decoded and encoded again, into VP8 of the first clip's size and rate.
package enum FilmMaker {
    /// What came out.
    package struct Film: Sendable, Hashable {
        package let seconds: Double
        /// How many clips were copied as they were.
        package let copied: Int
        /// Whether sound was left out, since the clips' tracks do not match.
        package let lostSound: Bool
    }

    /// Joins clips in their order.
    ///
    /// The file is written beside its place and renamed.
    ///
    /// - Parameters:
    ///   - paths: At least one clip.
    ///   - path: Where the film goes.
    ///   - title: Stands in its head.
    ///   - progress: Called with 0...1 after each clip.
    /// - Throws: ``VideoCodecError/Code/damaged`` or ``VideoCodecError/Code/unsupported`` naming the clip,
    ///   ``VideoCodecError/Code/storage`` when the film cannot be written.
    package static func join(
        _ paths: [String], to path: String, title: String, limits: ClipLimits = ClipLimits(),
        progress: (Double) -> Void = { _ in }
    ) throws(VideoCodecError) -> Film {
        let part = path + ".part"
        defer { unlink(part) }
        let plan = try FilmPlan(paths, limits: limits)
        let writer = try WebMWriter(path: part, title: title)
        try plan.addTracks(to: writer)
        try writer.begin()
        var offset: Int64 = 0
        for index in paths.indices {
            do throws(VideoCodecError) {
                offset = try FilmClip(plan, index: index, limits: limits).write(to: writer, at: offset)
            } catch {
                throw error.of(clip: index + 1)
            }
            progress(Double(index + 1) / Double(paths.count))
        }
        try writer.finish()
        try File.rename(part, to: path)
        return Film(
            seconds: Double(offset) / 1000, copied: plan.copies.count { $0 }, lostSound: plan.losesSound)
    }
}

extension VideoCodecError {
    /// The same with the number of the clip it is about.
    func of(clip number: Int) -> VideoCodecError {
        guard code == .damaged || code == .unsupported else { return self }
        return VideoCodecError(code, "Clip \(number): \(message)", detail: detail)
    }
}
