/// What a clip is, as its head says.
package struct ClipFacts: Sendable, Hashable {
    /// libavcodec's name, such as `vp8` or `h264`.
    package let codec: String
    /// In pixels as they are looked at: a clip that is turned by its head has them swapped.
    package let width: Int
    package let height: Int
    /// Pictures in a second, on average.
    package let frameRate: Rational
    /// In seconds; 0 when it is not said.
    package let duration: Double
    /// The name of the sound's codec; nil without sound.
    package let sound: String?
}

/// The most that is read of a clip, so that a small file cannot ask for a machine.
package struct ClipLimits: Sendable, Hashable {
    /// Pixels of one picture.
    package var pixels = 4096 * 2304
    package var seconds = 600.0
    package var frames = 72_000

    package init() {}
}
