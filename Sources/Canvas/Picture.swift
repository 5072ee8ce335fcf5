/// A picture in planar 4:2:0 (I420), BT.601, video range; with or without transparency.
///
/// A picture with transparency holds samples multiplied with their alpha: it is a layer, made once and
/// drawn many times. Use a picture on one thread at a time.
package final class Picture {
    /// Even, in pixels.
    package let width: Int
    /// Even, in pixels.
    package let height: Int

    let luma: Plane
    let blue: Plane
    let red: Plane
    let alpha: (full: Plane, half: Plane)?
    let mask: Plane
    let halfMask: Plane
    /// Which samples show anything, of luma and of the coarser colour; nil until ``seal()``.
    var runs: (full: RunTable, half: RunTable)?
    private let memory: UnsafeMutableBufferPointer<UInt8>

    /// Makes a black picture, or an empty layer.
    ///
    /// - Parameters:
    ///   - width: Rounded up to an even number.
    ///   - height: Rounded up to an even number.
    ///   - isLayer: Whether it starts transparent.
    package init(width: Int, height: Int, isLayer: Bool = false) {
        let (width, height) = (max(2, width + width % 2), max(2, height + height % 2))
        (self.width, self.height) = (width, height)
        let (full, half) = (width * height, width * height / 4)
        let visible = full + 2 * half
        memory = .allocate(capacity: visible + (isLayer ? full + half : 0) + full + half)
        memory.initialize(repeating: 0)
        let plane = { [memory] (offset: Int, scale: Int) in
            Plane(
                start: memory.baseAddress.unsafelyUnwrapped + offset, width: width / scale,
                height: height / scale)
        }
        luma = plane(0, 1)
        blue = plane(full, 2)
        red = plane(full + half, 2)
        alpha = isLayer ? (plane(visible, 1), plane(visible + full, 2)) : nil
        let scratch = visible + (isLayer ? full + half : 0)
        mask = plane(scratch, 1)
        halfMask = plane(scratch + full, 2)
        if !isLayer { clear(.black) }
    }

    deinit { memory.deallocate() }

    /// Paints all of it in one colour.
    package func clear(_ colour: Colour) {
        let samples = colour.samples
        luma.clear(samples.luma)
        blue.clear(samples.blue)
        red.clear(samples.red)
        alpha?.full.clear(255)
        alpha?.half.clear(255)
    }

    /// Lends the samples: luma, then blue and red difference, `width * height * 3 / 2` bytes.
    package func withI420<Value, Failure: Error>(
        _ body: (UnsafeMutableBufferPointer<UInt8>) throws(Failure) -> Value
    ) throws(Failure) -> Value {
        try body(UnsafeMutableBufferPointer(rebasing: memory[..<(width * height * 3 / 2)]))
    }
}
