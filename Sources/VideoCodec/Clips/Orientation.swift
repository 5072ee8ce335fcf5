import CAVFormat

/// How a clip's pictures are turned to be looked at: a phone stores them as its sensor lies.
struct Orientation: Hashable {
    /// Whether rows become columns.
    let swapsAxes: Bool
    /// Whether what was shown left (after the swap) is shown right.
    let flipsX: Bool
    let flipsY: Bool

    static let upright = Orientation(swapsAxes: false, flipsX: false, flipsY: false)

    /// Reads the display matrix of a track; none is upright.
    ///
    /// - Throws: ``VideoCodecError/Code/unsupported`` for anything but quarter turns and mirrors.
    init(of stream: UnsafeMutablePointer<AVStream>) throws(VideoCodecError) {
        var bytes = 0
        guard let data = av_stream_get_side_data(stream, AV_PKT_DATA_DISPLAYMATRIX, &bytes),
            bytes >= 9 * MemoryLayout<Int32>.size
        else {
            self = .upright
            return
        }
        // Shown x is a * x + c * y, shown y is b * x + d * y.
        let number = { (index: Int) in
            UnsafeRawPointer(data).loadUnaligned(fromByteOffset: 4 * index, as: Int32.self)
        }
        let (a, b, c, d) = (number(0), number(1), number(3), number(4))
        if a != 0, d != 0, b == 0, c == 0 {
            self.init(swapsAxes: false, flipsX: a < 0, flipsY: d < 0)
        } else if a == 0, d == 0, b != 0, c != 0 {
            self.init(swapsAxes: true, flipsX: c < 0, flipsY: b < 0)
        } else {
            throw VideoCodecError(
                .unsupported,
                "The clip is turned by an angle that is no quarter turn; turn its pictures first")
        }
    }

    private init(swapsAxes: Bool, flipsX: Bool, flipsY: Bool) {
        (self.swapsAxes, self.flipsX, self.flipsY) = (swapsAxes, flipsX, flipsY)
    }

    /// Copies a plane as it is looked at.
    ///
    /// - Parameters:
    ///   - source: The plane as it is stored, without gaps between its rows.
    ///   - width: Of the shown plane.
    ///   - height: Of the shown plane.
    ///   - target: Where its upper left sample goes.
    ///   - stride: From one row of the target to the next.
    func turn(
        _ source: UnsafePointer<UInt8>, width: Int, height: Int, to target: UnsafeMutablePointer<UInt8>,
        stride: Int
    ) {
        // Steps through the stored plane for one shown sample to the right, and one down.
        let storedWidth = swapsAxes ? height : width
        let (right, down) = swapsAxes ? (storedWidth, 1) : (1, storedWidth)
        let start = (flipsX ? (width - 1) * right : 0) + (flipsY ? (height - 1) * down : 0)
        let (stepRight, stepDown) = (flipsX ? -right : right, flipsY ? -down : down)
        for y in 0..<height {
            let (row, from) = (target + y * stride, source + start + y * stepDown)
            for x in 0..<width { row[x] = from[x * stepRight] }
        }
    }
}
