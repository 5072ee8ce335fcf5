import COpenCV

extension Picture {
    /// Fills a shape, edges smoothed.
    ///
    /// - Parameters:
    ///   - path: In pixels; what lies outside is cut off.
    ///   - paint: Its colours, by the picture's height.
    ///   - opacity: 0...1.
    ///   - blur: How soft its edge is: the sigma of a Gaussian, in pixels.
    package func fill(_ path: Path, _ paint: Paint, opacity: Double = 1, blur: Double = 0) {
        let margin = blur > 0 ? 3 * blur + 1 : 1
        guard opacity > 0, let bounds = path.bounds, let area = area(of: bounds, margin: margin) else {
            return
        }
        let mask = Plane(start: mask.start, width: area.width, height: area.height)
        mask.clear(0)
        rasterise(path, into: mask, at: area)
        if blur > 0 { require(copencv_blur(mask.forOpenCV, blur)) }
        blend(mask, area, paint.spread(from: bounds.low.y, to: bounds.high.y), opacity: opacity)
    }

    package func fill(_ path: Path, _ colour: Colour, opacity: Double = 1, blur: Double = 0) {
        fill(path, .solid(colour), opacity: opacity, blur: blur)
    }

    /// Fills whole rows, which needs no mask.
    package func fillRows(_ rows: Range<Int>, _ paint: Paint) {
        for y in rows.clamped(to: 0..<height) {
            let samples = paint.colour(at: Double(y)).samples
            luma.row(y).update(repeating: samples.luma, count: width)
            alpha?.full.row(y).update(repeating: 255, count: width)
            guard y.isMultiple(of: 2) else { continue }
            blue.row(y / 2).update(repeating: samples.blue, count: width / 2)
            red.row(y / 2).update(repeating: samples.red, count: width / 2)
            alpha?.half.row(y / 2).update(repeating: 255, count: width / 2)
        }
    }

    /// Covers all of a layer in one colour, row by row.
    ///
    /// - Parameter opacity: 0...1, for the share of the height that lies above a row.
    package func veil(_ colour: Colour, opacity: (Double) -> Double) {
        let samples = colour.samples
        for y in 0..<height {
            let cover = min(max(opacity(Double(y) / Double(height)), 0), 1)
            let covered = { (sample: UInt8) in UInt8((Double(sample) * cover).rounded()) }
            luma.row(y).update(repeating: covered(samples.luma), count: width)
            alpha?.full.row(y).update(repeating: covered(255), count: width)
            guard y.isMultiple(of: 2) else { continue }
            blue.row(y / 2).update(repeating: covered(samples.blue), count: width / 2)
            red.row(y / 2).update(repeating: covered(samples.red), count: width / 2)
            alpha?.half.row(y / 2).update(repeating: covered(255), count: width / 2)
        }
    }

    /// Part of the picture, on even samples so that colour fits.
    struct Area {
        let x: Int
        let y: Int
        let width: Int
        let height: Int
    }

    private func area(of bounds: (low: Point, high: Point), margin: Double) -> Area? {
        let (low, high) = bounds
        let clamp = { (value: Double, limit: Int) in Int(min(max(value, 0), Double(limit))) }
        let left = clamp(low.x - margin, width) / 2 * 2
        let top = clamp(low.y - margin, height) / 2 * 2
        let right = (clamp((high.x + margin).rounded(.up), width) + 1) / 2 * 2
        let bottom = (clamp((high.y + margin).rounded(.up), height) + 1) / 2 * 2
        guard right > left, bottom > top else { return nil }
        return Area(x: left, y: top, width: right - left, height: bottom - top)
    }

    private func rasterise(_ path: Path, into mask: Plane, at area: Area) {
        // OpenCV's whole numbers are the middles of pixels.
        let fixed = { (value: Double, origin: Int) in
            Int32(((min(max(value, -20_000), 20_000) - Double(origin) - 0.5) * 16).rounded())
        }
        var points: [Int32] = []
        for point in path.contours.joined() {
            points.append(fixed(point.x, area.x))
            points.append(fixed(point.y, area.y))
        }
        let counts = path.contours.map { Int32($0.count) }
        require(copencv_fill_polygons(mask.forOpenCV, points, counts, Int32(counts.count)))
    }

    func blend(_ mask: Plane, _ area: Area, _ paint: Paint, opacity: Double) {
        let opacity = UInt16(min(max(opacity, 0), 1) * 256)
        let half = area.width / 2
        for y in 0..<area.height {
            let samples = paint.colour(at: Double(area.y + y)).samples
            Samples.blend(
                luma.row(area.y + y) + area.x, samples.luma, mask.row(y), area.width, opacity: opacity)
            if let alpha {
                Samples.blend(
                    alpha.full.row(area.y + y) + area.x, 255, mask.row(y), area.width, opacity: opacity)
            }
            guard y.isMultiple(of: 2) else { continue }
            Samples.halve(mask.row(y), mask.row(y + 1), into: halfMask.start, half)
            let (row, column) = ((area.y + y) / 2, area.x / 2)
            Samples.blend(blue.row(row) + column, samples.blue, halfMask.start, half, opacity: opacity)
            Samples.blend(red.row(row) + column, samples.red, halfMask.start, half, opacity: opacity)
            if let alpha {
                Samples.blend(alpha.half.row(row) + column, 255, halfMask.start, half, opacity: opacity)
            }
        }
    }

    // OpenCV refuses sizes and pointers that this file never gives, or has no memory left.
    func require(_ result: Int32) { precondition(result == 0, "OpenCV refused to draw") }
}
